import type { WaitingKind } from './kinds'

/** Where something that waits is dealt with, behind the address of its article; at a claim, if it is about one. */
export function addressOf(kind: WaitingKind, claim: number | null = null): string {
  const at = claim === null ? '' : `?claim=${claim}`
  switch (kind) {
    case 'emergency':
    case 'fallen':
    case 'sign':
      return '/sign-off'
    case 'answer':
    case 'close':
      return at || '/queries'
    case 'decide':
      return '/queries#suggestions'
    case 'apply':
      return '/apply'
    case 'check':
      return claim === null ? '?mine=1' : `?mine=1&claim=${claim}`
    case 'uncovered':
      return '?view=coverage'
    case 'hand':
      return ''
    case 'pages':
      return '/pages'
    case 'notes':
      return '/notes'
    default:
      return at
  }
}
