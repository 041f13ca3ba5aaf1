import type { ReportQuery, ReportSuggestion } from '@/lib/domain/report/schema'
import { CHANGE_REASONS, QUERY_STATES, QUERY_TO, SUGGESTION_STATES } from '@/lib/domain/vocabulary'
import { type Fact, fact } from './claim-entry'
import { type Clock, type Words, words } from './printed-words'

/** A query or a suggestion with all that followed, in the order in which it is printed. */
export interface TalkEntry {
  /** The claim's number; null: words that are in no claim. */
  claim: string | null
  /** Whom it asks, or what became of it. */
  title: string
  facts: Fact[]
  by: Words
  steps: { facts: Fact[]; by: Words }[]
}

export function queryEntry(query: ReportQuery, time: Clock): TalkEntry {
  const { claim, to, addressee, state, blocking, askedBy, askedAt } = query
  const titles = [
    `To the ${QUERY_TO[to].toLowerCase()}`,
    QUERY_STATES[state].toLowerCase(),
    ...(blocking ? ['blocking'] : []),
  ]
  return {
    claim,
    title: titles.join(', '),
    facts: present([
      fact('Words', query.words, 'article'),
      fact('Addressee', addressee ?? ''),
      fact('Question', query.question),
    ]),
    by: signed('Asked', time(askedAt), askedBy),
    steps: query.thread.map(({ step, text, writersWord, by, at }) => ({
      facts: present([fact(STEPS[step], text), fact('Writer’s word', writersWord)]),
      by: signed(STEPS[step] === 'Answer' ? 'Answered' : STEPS[step], time(at), by),
    })),
  }
}

const STEPS = { answered: 'Answer', closed: 'Closed', reopened: 'Reopened' } as const

export function suggestionEntry(suggestion: ReportSuggestion, time: Clock): TalkEntry {
  const { claim, state, after, reason, note, decision, dissents, madeAt, madeBy } = suggestion
  return {
    claim,
    title: SUGGESTION_STATES[state],
    facts: present([
      fact('Words', suggestion.words, 'article'),
      after === '' ? fact('Suggested', 'Cut the words') : fact('Suggested', after, 'article'),
      fact('Reason', CHANGE_REASONS[reason]),
      fact('Note', note),
    ]),
    by: signed('Suggested', time(madeAt), madeBy),
    steps: [
      ...(decision ? [decided(decision, time)] : []),
      ...dissents.map(({ text, by, at }) => ({
        facts: [fact('Dissent', text)],
        by: signed('Dissented', time(at), by),
      })),
    ],
  }
}

function decided(decision: NonNullable<ReportSuggestion['decision']>, time: Clock) {
  const { kind, after, reason, by } = decision
  const at = time(decision.at)
  if (kind === 'withdrawn') return { facts: [], by: signed('Withdrawn', at, by) }
  if (kind === 'stet') return { facts: [fact('Stet', reason)], by: signed('Let stand', at, by) }
  const words =
    after === '' ? fact('Accepted', 'Cut the words') : fact('Accepted', after, 'article')
  return { facts: [words], by: signed('Accepted', at, by) }
}

const signed = (what: string, at: string, by: string) => words(`${what} ${at}, by ${by}`)

const present = (facts: Fact[]) => facts.filter(({ value }) => value.text.trim() !== '')
