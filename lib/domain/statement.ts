import { ROLES, type Role } from './vocabulary'

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
  /** How many open items are accepted by name, and how many nobody accepted. */
  accepted: number
  open: number
}

/** In words: who signs off what, in which role, for which text, with what accepted. */
export function signingStatement(signing: Signing): string {
  const except =
    signing.accepted > 0
      ? `, except for ${counted(signing.accepted)}, each accepted by name with a reason`
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
    signing.accepted > 0
      ? `; ${counted(signing.accepted)} more ${signing.accepted === 1 ? 'is' : 'are'} accepted by name with a reason`
      : ''
  return [
    `${who(signing)} publish ${text(signing)} in an emergency, before its check is done.`,
    `Still to be done: ${counted(signing.open)}${accepted}.`,
  ].join(' ')
}

const who = ({ name, role, newsroom }: Signing) =>
  `I, ${name}, ${ROLES[role].toLowerCase()} at ${newsroom},`

function text({ revision, headline, words, claims, sha256 }: Signing): string {
  return `revision ${revision} of “${headline}”: the text of ${count(words, 'word')} and ${count(claims, 'claim')} whose SHA-256 is ${sha256}`
}

const counted = (items: number) => count(items, 'open item')

const count = (number: number, thing: string) =>
  `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`
