import { type RefObject, useEffect, useState } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
import {
  type PrintedOtherwise as Pair,
  type PrintedFigure,
  sameQuantity,
} from '@/lib/domain/comparisons/figures/comparing/same-quantity'
import { BLOCK_KINDS } from '@/lib/domain/text/blocks'
import { chooseSpan } from '../../browser/dom-offsets'

/** Places that seem to print one quantity differently, with the way to both of them. A person decides what it means. */
export function PrintedOtherwise({
  desk: { revision, article },
  text,
}: {
  desk: Desk
  text: RefObject<HTMLElement | null>
}) {
  const pairs = usePairs(revision, article.language)
  if (pairs.length === 0) return null

  function go({ block, figure }: PrintedFigure) {
    const from = revision.blocks[block]?.start
    if (from === undefined || !text.current) return
    text.current.focus({ preventScroll: true })
    chooseSpan(text.current, { start: from + figure.start, end: from + figure.end })
  }

  return (
    <section className="printed-otherwise" aria-label="Printed differently">
      <p>
        <strong>Printed differently</strong>{' '}
        <span className="quiet">perhaps the same quantity in two places</span>
      </p>
      <ul className="bare">
        {pairs.map((pair) => (
          <li key={[pair.one, pair.other].map((at) => `${at.block}.${at.figure.start}`).join()}>
            {[pair.one, pair.other].map((place, index) => (
              <span key={`${place.block}.${place.figure.start}`}>
                {index > 0 && ' · '}
                <button type="button" className="link-button" onClick={() => go(place)}>
                  {nameOf(place, revision.blocks)}
                </button>
              </span>
            ))}
            <span className="quiet small"> {pair.sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function usePairs({ text, blocks }: Desk['revision'], language: string): Pair[] {
  const [pairs, setPairs] = useState<Pair[]>([])
  useEffect(() => {
    const timer = setTimeout(() => {
      const placed = blocks.map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }))
      setPairs(sameQuantity(placed, language))
    })
    return () => clearTimeout(timer)
  }, [text, blocks, language])
  return pairs
}

const nameOf = ({ block, figure }: PrintedFigure, blocks: Desk['revision']['blocks']) =>
  `${BLOCK_KINDS[blocks[block]?.kind ?? 'paragraph']}: ${figure.text}`
