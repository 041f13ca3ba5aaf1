import { anchorAt } from '@/lib/domain/anchoring/anchor'
import { CodePoints } from '@/lib/domain/anchoring/code-points'
import type { Report } from '@/lib/domain/report/schema'
import type { Span } from '@/lib/domain/text/blocks'
import { words } from '../view/printed-words'
import { claimBodies, person, queryBodies, suggestionBodies } from './bodies'
import { type Annotation, CONTEXT, GENERATOR, type Source } from './model'

/**
 * What is on file about the words of one revision as W3C Web Annotations: an AnnotationCollection with its one page, in
 * JSON-LD. A claim is assessed, a query asks, a suggestion edits. What has no place in this text is not among them.
 *
 * @param address of the article's page; revisions and annotations have theirs below it
 */
export function reportAnnotations(report: Report, address: string): string {
  const items = annotationsOf(report, address)
  const id = `${address}/revisions/${report.revision.number}#annotations`
  const collection = {
    id,
    type: 'AnnotationCollection',
    label: `${report.article.headline}, revision ${report.revision.number}`,
    total: items.length,
    creator: { type: 'Organization', name: report.newsroom },
    created: report.generatedAt,
    ...stamp(report),
  }
  const page = { id: `${id}-page`, type: 'AnnotationPage', startIndex: 0 }
  const whole = items.map((one) => ({ '@context': CONTEXT, ...one }))
  const first = { ...page, partOf: collection, items: whole }
  const file = { '@context': CONTEXT, ...collection, first, last: page.id }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** The annotations alone, claims first, each in the order of the report. */
export function annotationsOf(report: Report, address: string): Annotation[] {
  const { claims, queries, suggestions, article } = report
  const target = targetsIn(report, address)
  const on = (id: string, place: Span) => ({
    id: `${address}#${id}`,
    type: 'Annotation' as const,
    ...stamp(report),
    target: target(place),
  })
  return [
    ...claims
      .filter(({ status, start, end }) => status !== 'cut' && end > start)
      .map((claim) => ({
        ...on(claim.number, claim),
        motivation: 'assessing' as const,
        'dcterms:identifier': claim.number,
        body: claimBodies(claim),
      })),
    ...queries.flatMap((query, index) =>
      query.place
        ? {
            ...on(`query-${index + 1}`, query.place),
            motivation: 'questioning' as const,
            ...{ creator: person(query.askedBy), created: query.askedAt },
            body: queryBodies(query),
          }
        : [],
    ),
    ...suggestions.flatMap((suggestion, index) =>
      suggestion.place
        ? {
            ...on(`suggestion-${index + 1}`, suggestion.place),
            motivation: 'editing' as const,
            ...{ creator: person(suggestion.madeBy), created: suggestion.madeAt },
            body: suggestionBodies(suggestion, article.language),
          }
        : [],
    ),
  ]
}

const stamp = ({ generatedAt }: Report) => ({ generator: GENERATOR, generated: generatedAt })

function targetsIn({ text, article, revision }: Report, address: string) {
  const points = new CodePoints(text)
  const source: Source = {
    id: `${address}/revisions/${revision.number}`,
    type: 'Text',
    format: 'text/plain',
    language: article.language,
    textDirection: words(text).dir,
    'dcterms:identifier': `urn:sha256:${revision.sha256}`,
  }
  return (place: Span): Annotation['target'] => {
    const { start, end, exact, prefix, suffix } = anchorAt(text, place)
    return {
      type: 'SpecificResource',
      source,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start: points.of(start), end: points.of(end) },
      ],
    }
  }
}
