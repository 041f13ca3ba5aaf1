import type { Report, ReportQuery, ReportSuggestion } from '@/lib/domain/report/schema'
import type { Span } from '@/lib/domain/text/blocks'
import { queryEntry, suggestionEntry, type TalkEntry } from '../../view/discussion-entry'
import type { Clock } from '../../view/printed-words'
import type { DocumentChange, DocumentComment } from './annotations'
import { elsewhere, lineOf, placeIn, remark } from './remarks'

/** A query as a comment on its words, with all that was said to it; done once it is closed. */
export function queryComment(query: ReportQuery, report: Report, time: Clock): DocumentComment {
  const entry = queryEntry(query, time)
  const { span, line } = whereOf(query, report)
  return {
    ...remark(query.askedBy, query.askedAt, [...saidOf('Query', entry, line), entry.by.text]),
    ...{ span, resolved: query.state === 'closed' },
    replies: query.thread.map(({ by, at }, nth) => stepOf(entry, nth, by, at)),
  }
}

/** What becomes of a suggestion in a document: a comment that says why, and where it is to be carried out a change. */
export interface Suggested {
  comment: DocumentComment
  change: DocumentChange | null
}

/** null for one that was taken back, or carried out in this text. */
export function suggested(
  suggestion: ReportSuggestion,
  report: Report,
  time: Clock,
): Suggested | null {
  const { state, madeBy, madeAt, decision, dissents } = suggestion
  if (state === 'withdrawn' || state === 'applied') return null
  const entry = suggestionEntry(suggestion, time)
  const { span, line } = whereOf(suggestion, report)
  const people = [...(decision ? [decision] : []), ...dissents]
  return {
    comment: {
      ...remark(madeBy, madeAt, [...saidOf('Suggestion', entry, line), entry.by.text]),
      ...{ span, resolved: state === 'accepted' || state === 'stet' },
      replies: people.map(({ by, at }, nth) => stepOf(entry, nth, by, at)),
    },
    change: changeOf(suggestion, report),
  }
}

function changeOf(suggestion: ReportSuggestion, report: Report): DocumentChange | null {
  const { state, madeBy, madeAt, decision } = suggestion
  if (state !== 'accepted' && state !== 'undecided') return null
  const isAccepted = state === 'accepted' && decision?.kind === 'accepted'
  const after = isAccepted ? decision.after : suggestion.after
  const span = placeIn(report, [suggestion.place])
  if (!span || report.text.slice(span.start, span.end) === after) return null
  const kind = isAccepted ? 'accepted' : 'open'
  return { span, after, kind, author: madeBy, at: madeAt }
}

/** Where what is said about words is put; `line` says which they are where they are not in the text. */
function whereOf(
  about: Pick<ReportQuery, 'claim' | 'words' | 'place'>,
  report: Report,
): { span: Span; line: string } {
  const claim = report.claims.find(({ number }) => number === about.claim)
  const isOfClaim = claim && claim.status !== 'cut' && claim.words === about.words
  const place = placeIn(report, [about.place, isOfClaim ? claim : null])
  return place ? { span: place, line: '' } : elsewhere(report, about.words)
}

/** What a report prints of it, but for the words, which the comment stands on. */
function saidOf(what: string, { claim, title, facts }: TalkEntry, line: string): string[] {
  const said = facts.filter(({ label }) => label !== 'Words').map(lineOf)
  const about = claim === null ? '' : ` on ${claim}`
  return [`${what}${about} · ${title}`, line, ...said]
}

function stepOf({ steps }: TalkEntry, nth: number, by: string, at: string) {
  const step = steps[nth]
  return remark(by, at, [...(step?.facts ?? []).map(lineOf), step?.by.text ?? ''])
}
