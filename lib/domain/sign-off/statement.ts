import { keysOf, OPEN_ITEMS, type OpenItemKind, ROLES, type Role } from '../vocabulary'

/** What an editor puts their name to. */
export interface Signing {
  name: string
  role: Role
  newsroom: string
  headline: string
  revision: number
  /** Of the text, hex. */
  sha256: string
  words: number
  claims: number
  /** The kinds of the open items that are accepted by name, and of those that nobody accepted, one for each. */
  accepted: readonly OpenItemKind[]
  open: readonly OpenItemKind[]
}

/** In words: who signs off what, in which role, for which text, with what accepted. */
export function signingStatement(signing: Signing): string {
  const except =
    signing.accepted.length > 0
      ? `, except for ${counted(signing.accepted)}, each accepted by name with a reason${ofWhichKinds(signing.accepted)}`
      : ''
  return [
    `${who(signing)} sign off ${text(signing)}.`,
    `Every claim in it was checked and every word is accounted for${except}.`,
    'This holds for this text alone.',
  ].join(' ')
}

/** In words: who publishes what before its check is done, and how much is still to be done. */
export function emergencyStatement(signing: Signing): string {
  const accepted =
    signing.accepted.length > 0
      ? `; ${counted(signing.accepted)} more ${signing.accepted.length === 1 ? 'is' : 'are'} accepted by name with a reason${ofWhichKinds(signing.accepted)}`
      : ''
  return [
    `${who(signing)} publish ${text(signing)} in an emergency, before its check is done.`,
    `Still to be done: ${counted(signing.open)}${ofWhichKinds(signing.open)}${accepted}.`,
  ].join(' ')
}

const who = ({ name, role, newsroom }: Signing) =>
  `I, ${name}, ${ROLES[role].toLowerCase()} at ${newsroom},`

function text({ revision, headline, words, claims, sha256 }: Signing): string {
  return `revision ${revision} of “${headline}”: the text of ${count(words, 'word')} and ${count(claims, 'claim')} whose SHA-256 is ${sha256}`
}

const counted = (items: readonly OpenItemKind[]) => count(items.length, 'open item')

/** “ (not checked: 3, uncovered words: 1)”, or nothing of nothing. */
function ofWhichKinds(items: readonly OpenItemKind[]): string {
  const kinds = keysOf(OPEN_ITEMS).flatMap((kind) => {
    const many = items.filter((one) => one === kind).length
    return many > 0 ? [`${OPEN_ITEMS[kind].toLowerCase()}: ${many.toLocaleString('en')}`] : []
  })
  return kinds.length > 0 ? ` (${kinds.join(', ')})` : ''
}

const count = (number: number, thing: string) =>
  `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`
