import type { DocumentWishes } from '@/lib/domain/report/document-wishes'
import type { Report } from '@/lib/domain/report/schema'
import { shownTo } from '@/lib/domain/report/shown-to'
import { clockIn } from '../../view/printed-words'
import type { Annotations } from './annotations'
import { claimComment } from './claims'
import { queryComment, suggested } from './discussion'

/**
 * What a report puts on the words of its text: claims and queries as comments, suggestions as comments and changes. A
 * report holds what whoever asked for it may see; of that only what `reader` may see too is put in.
 */
export function reportAnnotations(
  whole: Report,
  { claims, queries, suggestions, reader }: DocumentWishes,
): Annotations {
  const report = shownTo(whole, reader)
  const time = clockIn(report.timeZone ?? 'UTC')
  const proposals = suggestions
    ? report.suggestions.flatMap((one) => suggested(one, report, time) ?? [])
    : []
  return {
    comments: [
      ...(claims
        ? [...report.claims, ...(report.unplaced ?? [])].flatMap(
            (claim) => claimComment(claim, report, time) ?? [],
          )
        : []),
      ...(queries ? report.queries.map((query) => queryComment(query, report, time)) : []),
      ...proposals.map(({ comment }) => comment),
    ],
    changes: proposals.flatMap(({ change }) => change ?? []),
  }
}
