import { keysOf } from '../vocabulary'
import { WAITING_KINDS, type Waiting, type WaitingKind } from './kinds'

/** What somebody has to do, in a few words, with how many of what; without a number where there is nothing to count. */
const NEEDS: Record<WaitingKind, readonly [verb: string, one?: string, many?: string]> = {
  emergency: ['Sign what is out'],
  fallen: ['See what fell'],
  deadline: ['Meet the deadline'],
  answer: ['Answer', 'query', 'queries'],
  differing: ['Settle', 'check', 'checks'],
  close: ['Read', 'answer', 'answers'],
  mention: ['Read', 'mention', 'mentions'],
  sign: ['Sign off'],
  second: ['Second-check', 'claim', 'claims'],
  name_second: ['Name', 'checker', 'checkers'],
  decide: ['Decide', 'suggestion', 'suggestions'],
  apply: ['Apply', 'change', 'changes'],
  unsafe: ['Mend', 'claim', 'claims'],
  secondary: ['Weigh', 'claim', 'claims'],
  frame: ['Confirm', 'check', 'checks'],
  place: ['Place', 'claim', 'claims'],
  check: ['Check', 'claim', 'claims'],
  take: ['Take', 'claim', 'claims'],
  chase: ['Chase', 'claim', 'claims'],
  uncovered: ['Cover the rest'],
  hand: ['Hand on'],
  pages: ['See', 'changed page', 'changed pages'],
  notes: ['Go through', 'note', 'notes'],
}

/** A need as it is said: “Check 3 claims”. */
export function needWords(kind: WaitingKind, count: number): string {
  const [verb, one, many] = NEEDS[kind]
  return one ? `${verb} ${count.toLocaleString('en')} ${count === 1 ? one : many}` : verb
}

export interface Need {
  kind: WaitingKind
  words: string
}

/** What an article needs of the person for whom this waits, the most pressing first, as the list of articles says it. */
export function needsOf(lines: readonly Pick<Waiting, 'kind' | 'count'>[]): Need[] {
  return keysOf(WAITING_KINDS).flatMap((kind) => {
    const count = lines.reduce((sum, line) => sum + (line.kind === kind ? line.count : 0), 0)
    return count > 0 ? [{ kind, words: needWords(kind, count) }] : []
  })
}
