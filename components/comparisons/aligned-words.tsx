import { type WordPair, wordPairs } from '@/lib/domain/comparisons/benches/word-pairs'
import type { QuotationComparison } from '@/lib/domain/comparisons/quotes/comparison'

/**
 * Printed words over the source's, word by word. Both rows can be read along; to a screen reader the words are said once, and
 * every difference is said where it stands.
 */
export function AlignedWords({
  comparison,
  printed,
  compared,
  language,
}: {
  comparison: QuotationComparison
  printed: string
  compared: string
  language: string
}) {
  const pairs = wordPairs(comparison, { printed, source: compared })
  return (
    <p className="aligned" lang={language} dir="auto">
      {pairs.map((pair, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pair is its place in the print
        <Pair key={index} {...pair} />
      ))}
    </p>
  )
}

function Pair({ what, printed, source, isTold, isGlued }: WordPair) {
  if (what === 'leap') {
    return (
      <span className="aligned-leap" data-told={isTold || undefined}>
        <span aria-hidden="true">⋯</span>
        <Said>goes on elsewhere in the source</Said>
      </span>
    )
  }
  const said = SAID[what]
  return (
    <span
      className="aligned-pair"
      data-what={what}
      data-told={isTold || undefined}
      data-glued={isGlued || undefined}
    >
      <span>
        {said && printed && <Said>{`${said}: `}</Said>}
        {printed || NOTHING}
      </span>
      <span aria-hidden={what === 'same' || undefined}>
        {said && source && <Said>{printed ? 'for, in the source: ' : `${said}: `}</Said>}
        {source || NOTHING}
      </span>{' '}
    </span>
  )
}

const NOTHING = '\u00a0'

const SAID: Record<WordPair['what'], string> = {
  same: '',
  aside: '',
  leap: '',
  other: 'other words',
  own: 'in brackets',
  'put-in': 'put in',
  'left-out': 'left out',
}

function Said({ children }: { children: string }) {
  return (
    <span className="visually-hidden" lang="en" dir="ltr">
      {` [${children}] `}
    </span>
  )
}
