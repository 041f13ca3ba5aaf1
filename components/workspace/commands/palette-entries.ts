import type { Desk } from '@/lib/db/workspace/find-desk'
import { VERIFICATION_STATUSES, verificationStatus } from '@/lib/domain/claims/status'
import { searchAddress } from '@/lib/domain/search/search-query'
import { claimNumber } from '@/lib/domain/vocabulary'
import { applying } from '../../discussion/apply-label'
import { type Entry, isNamed } from '../../keyboard/palette'
import { ACTION_IDS, ACTIONS, type ActionHandlers, capsOf } from '../../keyboard/shortcuts'

/** The ways that the palette's lines lead, besides actions. */
export interface Ways {
  openClaim: (number: number) => void
  go: (address: string) => void
}

/**
 * Every action of the page, what can be done now first; every page of the newsroom; and the article’s claims once something is
 * looked for. Then what cannot be done now stands after what can be gone to: Enter takes the first line.
 */
export function entriesOf(desk: Desk, runs: ActionHandlers, sought: string, ways: Ways): Entry[] {
  const words = sought.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const number = numberIn(sought)
  const fits = (entry: Entry) => isNamed(entry, sought)
  const found = number === null ? actionsOf(runs).filter(fits) : []
  const [now, later] = [found.filter(({ run }) => run), found.filter(({ run }) => !run)]
  const pages = number === null ? pagesOf(desk, ways).filter(fits) : []
  if (words.length === 0) return [...now, ...later, ...pages]
  const claims = claimsOf(desk, words, number, ways)
  const everywhere = number === null ? [searching(desk, sought, ways)] : []
  return [...now, ...claims, ...pages, ...later, ...everywhere]
}

function searching({ newsroom }: Desk, sought: string, { go }: Ways): Entry {
  const address = searchAddress(`/${newsroom}/search`, { typed: sought.trim() })
  const label = `Search everything for “${sought.trim()}”`
  return { id: 'search', kind: 'Pages', label, run: () => go(address) }
}

function actionsOf(runs: ActionHandlers): Entry[] {
  return ACTION_IDS.flatMap((id) => {
    const action = runs[id]
    if (!action) return []
    const { label, key, needs } = ACTIONS[id]
    return {
      id: `action-${id}`,
      kind: 'Actions' as const,
      label,
      ...(key && { caps: capsOf(key) }),
      ...(action.ready ? { run: action.run } : { note: needs }),
    }
  })
}

function pagesOf({ newsroom, article, may, talk, corrected }: Desk, { go }: Ways): Entry[] {
  const here = `/${newsroom}/articles/${article.slug}`
  const pages: [label: string, address: string][] = [
    ['Sign-off of this article', `${here}/sign-off`],
    ['Queries and suggestions of this article', `${here}/queries`],
    ['Contradictions of this article', `${here}/contradictions`],
    ...(may.apply && talk.accepted > 0
      ? [[applying(talk.accepted), `${here}/apply`] as const]
      : []),
    ...(may.revise ? [['New revision of this article', `${here}/revise`] as const] : []),
    ...(corrected ? [['Corrections of this article', `${here}/corrections`] as const] : []),
    ['Report of this article', `${here}/report`],
    ['History of this article', `${here}/history`],
    ...(may.details ? [['Details and people of this article', `${here}/details`] as const] : []),
    ['Waiting for you', `/${newsroom}`],
    ['All articles', `/${newsroom}/articles`],
    ['Search everything', `/${newsroom}/search`],
    ['Sources', `/${newsroom}/sources`],
    ['Ledger of facts', `/${newsroom}/ledger`],
    ['Checked by others', `/${newsroom}/published-checks`],
    ['Your account', `/${newsroom}/account`],
  ] as [string, string][]
  return pages.map(([label, address]) => ({
    ...{ id: `page-${address}`, kind: 'Pages' as const, label },
    run: () => go(address),
  }))
}

/** How many claims are listed; whoever looks for more looks for more of the words. */
const CLAIMS = 30

function claimsOf(
  { claims: placed, unplaced, revision }: Desk,
  words: string[],
  number: number | null,
  { openClaim }: Ways,
): Entry[] {
  const claims = [
    ...placed.map((claim) => ({ ...claim, words: revision.text.slice(claim.start, claim.end) })),
    ...unplaced,
  ]
  const found = claims.filter((claim) => {
    if (number !== null) return String(claim.number).startsWith(String(number))
    const said = claim.words.toLocaleLowerCase()
    return words.every((word) => said.includes(word))
  })
  if (number !== null) found.sort((a, b) => a.number - b.number)
  return found.slice(0, CLAIMS).map((claim) => ({
    id: `claim-${claim.number}`,
    kind: 'Claims',
    label: `${claimNumber(claim.number)} ${claim.words.slice(0, 160)}`,
    note: VERIFICATION_STATUSES[verificationStatus(claim)],
    run: () => openClaim(claim.number),
  }))
}

/** `12`, `c12`, `C-012` and `#12` name a claim. */
function numberIn(sought: string): number | null {
  const digits = /^\s*(?:#|c-?)?0*(\d{1,6})\s*$/i.exec(sought)?.[1]
  return digits === undefined ? null : Number(digits)
}
