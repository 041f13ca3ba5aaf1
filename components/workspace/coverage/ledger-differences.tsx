'use client'

import type { RefObject } from 'react'
import type { ArticleDifference } from '@/lib/db/ledger/differences'
import type { Desk } from '@/lib/db/workspace/find-desk'
import { DIFFERENCES } from '@/lib/domain/ledger/reading/proposal'
import { chooseSpan } from '../../browser/dom-offsets'
import { EscapedText } from '../../ui/escaped-text'
import { Link } from '../../ui/links/link'
import { useDifferences } from './use-differences'

/** A line over the text that says how many of its words differ from the ledger, and opens the list of them; nothing where none does. */
export function LedgerDifferences({
  desk,
  text,
  onMark,
}: {
  desk: Desk
  text: RefObject<HTMLElement | null>
  /** Marks the chosen words as a claim. */
  onMark: (() => void) | undefined
}) {
  const { found, ask, dismiss, restore } = useDifferences(desk)
  const open = found.filter(({ dismissalId }) => dismissalId === null)
  const stand = found.filter(({ dismissalId }) => dismissalId !== null)
  if (found.length === 0) return null

  function go(one: ArticleDifference) {
    if (!text.current) return
    text.current.focus({ preventScroll: true })
    chooseSpan(text.current, one)
  }

  return (
    <details
      className="ledger-differences small"
      onToggle={({ currentTarget }) => currentTarget.open && void ask()}
    >
      <summary>
        {open.length === 1
          ? '1 differs from the ledger'
          : `${open.length || 'None'} ${open.length ? 'differ' : 'differs'} from the ledger`}
        {stand.length > 0 && <span className="quiet"> · {stand.length} let stand</span>}
      </summary>
      <ul className="bare" aria-label="Differs from the ledger">
        {open.map((one) => (
          <li key={`${one.why}.${one.start}`}>
            <p>
              <span className="quiet">{DIFFERENCES[one.why]}:</span>{' '}
              <button type="button" className="link-button" onClick={() => go(one)}>
                “<EscapedText>{one.says}</EscapedText>”
              </button>{' '}
              → <Subject newsroom={desk.newsroom} one={one} />
            </p>
            <p className="quiet" dir="auto">
              <EscapedText>{one.sentence}</EscapedText>
            </p>
            {desk.may.mark && (
              <p className="actions">
                <button type="button" className="button small" onClick={() => void dismiss(one)}>
                  Let it stand<span className="visually-hidden"> “{one.says}”</span>
                </button>
                {onMark && (
                  <button
                    type="button"
                    className="button small plain"
                    onClick={() => {
                      go(one)
                      onMark()
                    }}
                  >
                    Mark as claim<span className="visually-hidden"> “{one.says}”</span>
                  </button>
                )}
              </p>
            )}
          </li>
        ))}
        {stand.map((one) => (
          <li key={`${one.why}.${one.start}`} className="quiet">
            <p>
              “<EscapedText>{one.says}</EscapedText>” stands, though the ledger has{' '}
              <Subject newsroom={desk.newsroom} one={one} />{' '}
              {desk.may.mark && one.dismissalId && (
                <button
                  type="button"
                  className="link-button"
                  onClick={() => void restore(one.dismissalId ?? '')}
                >
                  Take back<span className="visually-hidden"> for “{one.says}”</span>
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Subject({ newsroom, one }: { newsroom: string; one: ArticleDifference }) {
  return (
    <Link href={`/${newsroom}/ledger/${one.factId}`} dir="auto">
      <EscapedText>{one.ledger}</EscapedText>
    </Link>
  )
}
