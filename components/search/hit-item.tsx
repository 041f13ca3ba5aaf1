import type { HitShown } from '@/lib/db/search-index/show-hits'
import { VERIFICATION_STATUSES, verificationStatus } from '@/lib/domain/claims/status'
import { findBestPart, findSought, type SoughtWord } from '@/lib/domain/search/sought-words'
import type { Span } from '@/lib/domain/text/blocks'
import {
  ARTICLE_STATES,
  type ArticleState,
  CLAIM_TYPES,
  claimNumber,
  QUERY_TO,
  SOURCE_KINDS,
  STANCES,
  VERDICTS,
} from '@/lib/domain/vocabulary'
import { Link } from '../ui/links/link'
import { Timestamp } from '../ui/timestamp'

/** In UTF-16 units. */
const SHOWN = 280

/** Something that was found, in its place, with the words marked that were looked for. */
export function HitItem({
  newsroom,
  hit,
  sought,
  phrases,
}: {
  newsroom: string
  hit: HitShown
  sought: readonly SoughtWord[]
  phrases: readonly string[]
}) {
  const { kind, words, slug, headline, claim, by, at } = hit
  const language = hit.language ?? undefined
  // Its parts stand in lines of their own; a character for a character, so that places stay places.
  const said = kind === 'article' ? (hit.text ?? '') : words.replaceAll('\n', ' ')
  const spans = findSought(said, sought, phrases)
  const first = spans[0]
  const inText = kind === 'article' && first ? `?words=${first.start}-${first.end}` : ''
  const here = `/${newsroom}/articles/${slug}`
  const own = {
    source: `/${newsroom}/sources/${hit.id}`,
    question: `${here}/queries#${hit.id}`,
    published_check: `/${newsroom}/published-checks?check=${hit.id}`,
  }
  const address =
    kind === 'source' || kind === 'question' || kind === 'published_check'
      ? own[kind]
      : claim
        ? `${here}?claim=${claim.number}`
        : here + inText
  return (
    <li className="hit" data-kind={kind}>
      <p className="hit-head small">
        <span className="hit-kind">{kindOf(hit)}</span>
        {claim && <span className="chip">{claimNumber(claim.number)}</span>}
        {claim && kind === 'claim' && (
          <span className="quiet">{VERIFICATION_STATUSES[verificationStatus(claim)]}</span>
        )}
      </p>
      <p className="hit-words" dir="auto" lang={kind === 'source' ? undefined : language}>
        <Link href={address}>
          {kind === 'article' ? (
            <Marked text={words} spans={findSought(words, sought, phrases)} />
          ) : (
            <Part text={said} spans={spans} />
          )}
        </Link>
      </p>
      {kind === 'article' && spans.length > 0 && (
        <p className="hit-part" dir="auto" lang={language}>
          <Part text={said} spans={spans} />
        </p>
      )}
      <p className="small quiet hit-where">
        {kind !== 'article' && headline && (
          <>
            <bdi lang={language}>{headline}</bdi>
            {' · '}
          </>
        )}
        {by}, <Timestamp at={at.toISOString()} />
      </p>
    </li>
  )
}

function kindOf({ kind, facet, state }: HitShown): string {
  switch (kind) {
    case 'article':
      return `Article · ${ARTICLE_STATES[state as ArticleState]}`
    case 'claim':
      return `Claim · ${CLAIM_TYPES[facet as keyof typeof CLAIM_TYPES]}`
    case 'verdict':
      return `Verdict · ${VERDICTS[facet as keyof typeof VERDICTS]}`
    case 'source':
      return `Source · ${SOURCE_KINDS[facet as keyof typeof SOURCE_KINDS]}`
    case 'evidence':
      return `Evidence · ${STANCES[facet as keyof typeof STANCES]}`
    case 'published_check':
      return 'Checked by others'
    case 'question':
      return `Question to the ${QUERY_TO[facet as keyof typeof QUERY_TO].toLowerCase()}`
  }
}

/** As much of a text as shows most of what was looked for. */
function Part({ text, spans }: { text: string; spans: readonly Span[] }) {
  const part = findBestPart(text, spans, SHOWN)
  const within = spans
    .filter(({ start, end }) => start >= part.start && end <= part.end)
    .map(({ start, end }) => ({ start: start - part.start, end: end - part.start }))
  return (
    <>
      {part.start > 0 && '… '}
      <Marked text={text.slice(part.start, part.end)} spans={within} />
      {part.end < text.length && ' …'}
    </>
  )
}

function Marked({ text, spans }: { text: string; spans: readonly Span[] }) {
  const pieces = spans.flatMap(({ start, end }, index) => [
    text.slice(spans[index - 1]?.end ?? 0, start),
    <mark key={start}>{text.slice(start, end)}</mark>,
  ])
  return (
    <>
      {pieces}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </>
  )
}
