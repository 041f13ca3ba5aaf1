import { printCheckpoint } from '@/lib/domain/audit/checkpoint'
import type { Report } from '@/lib/domain/report/schema'
import { type ReportSignOff, SIGNATURE_STATES, signatureFor } from '@/lib/domain/report/signatures'
import { ROLES } from '@/lib/domain/vocabulary'
import { type Fact, fact } from './claim-entry'
import { type Clock, counted, type Words, words } from './printed-words'

/** What the first page says of the signature; loud where there was an emergency. */
export interface Banner {
  kind: 'signed' | 'emergency' | 'unsigned'
  line: Words
  more: Words[]
}

/** Something that was open when a text was signed, and what became of it. */
export interface OpenEntry {
  mark: string
  what: Words
  reason: Words | null
  by: Words | null
}

/** A signature with all that belongs to it, in the order in which it is printed. */
export interface SignOffEntry {
  title: string
  state: string
  isLoud: boolean
  statement: Words
  facts: Fact[]
  items: OpenEntry[]
}

/** Nothing for a report that was made before texts were signed off. */
export function bannerOf({ signOffs, revision, article }: Report, time: Clock): Banner | null {
  if (!signOffs) return null
  const signature = signatureFor(signOffs, revision)
  if (!signature) {
    const [last] = signOffs
    const more = [
      article.state === 'corrected' && 'The corrected text is out.',
      last && `${SIGNATURE_STATES[last.state]}: the signature of revision ${last.revision}.`,
    ].filter((each) => typeof each === 'string')
    return { kind: 'unsigned', line: words('This text is not signed off'), more: more.map(words) }
  }
  const { signedAt, emergency, reason, items } = signature
  const who = byWhom(signature)
  if (!emergency) {
    const accepted =
      items.length > 0
        ? ` ${counted(items.length, 'open item')} ${items.length === 1 ? 'is' : 'are'} accepted by name; see “Sign-off”.`
        : ''
    const more = `${time(signedAt)}, for this text alone.${accepted}`
    return { kind: 'signed', line: words(`Signed off by ${who}`), more: [words(more)] }
  }
  const todo = items.filter(({ accepted }) => accepted === null)
  const left = todo.filter(({ isOpen }) => isOpen).length
  return {
    kind: 'emergency',
    line: words('Published in an emergency, before its check was done'),
    more: [
      `${time(signedAt)}, by ${who}`,
      reason,
      left === 0
        ? 'Nothing of it is left to be done, and it is not signed off in full yet; see “Sign-off”.'
        : `${left} of ${counted(todo.length, 'open item')} still to be done; see “Sign-off”.`,
    ].map(words),
  }
}

export function signOffEntry(signOff: ReportSignOff, time: Clock): SignOffEntry {
  const { state, emergency, reason, statement, signedAt, revision, sha256 } = signOff
  return {
    title: `Revision ${revision}`,
    state: SIGNATURE_STATES[state] + (emergency && state !== 'emergency' ? ', emergency' : ''),
    isLoud: emergency,
    statement: words(statement),
    facts: [
      fact('Signed', `${time(signedAt)}, by ${byWhom(signOff)}`),
      fact('SHA-256', sha256, 'code'),
      ...(emergency ? [fact('It could not wait', reason)] : []),
      ...(signOff.end ? [fact(SIGNATURE_STATES[state], ended(signOff.end, time))] : []),
      fact('Checkpoint', printCheckpoint(signOff.checkpoint), 'code'),
    ],
    items: signOff.items.map(({ what, accepted, isOpen }) => ({
      mark: accepted
        ? 'Accepted as open'
        : isOpen
          ? 'Still to be done'
          : 'Done, changed or accepted since',
      what: words(what),
      reason: accepted && words(accepted.reason),
      by: accepted && words(`Accepted ${time(accepted.at)}, by ${accepted.by}`),
    })),
  }
}

const byWhom = ({ signedBy, role }: ReportSignOff) => `${signedBy}, ${ROLES[role].toLowerCase()}`

function ended(end: NonNullable<ReportSignOff['end']>, time: Clock): string {
  const { by, at, reason, claims, revision } = end
  const because = [
    revision !== null && `Revision ${revision} took its place.`,
    claims.length > 0 && `Because of ${claims.join(', ')}.`,
    reason,
  ].filter(Boolean)
  return [...because, `${time(at)}, by ${by}`].join('\n')
}
