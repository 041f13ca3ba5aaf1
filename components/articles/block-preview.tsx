'use client'

import { useMemo } from 'react'
import { BLOCK_KINDS, type Block, hasNumber, LONGEST_TEXT, layOut } from '@/lib/domain/text/blocks'
import { type TextProblem, withoutUnstorable } from '@/lib/domain/text/problems'
import { wordsOf } from '@/lib/domain/text/words'

/** How much of each block is shown of a text that is too long to be brought in, in UTF-16 units. */
const BEGINNING = 300

const beginningOf = (text: string) =>
  text.length > BEGINNING ? `${text.slice(0, BEGINNING)}…` : text

/** The text as blocks, before anything is stored; what a block is can be put right here. */
export function BlockPreview({
  blocks,
  onBlocks,
  problems,
}: {
  blocks: Block[]
  onBlocks: (blocks: Block[]) => void
  problems: TextProblem[]
}) {
  // What is too long to be kept is too long to be counted while somebody waits.
  const words = useMemo(() => {
    const { text, blocks: placed } = layOut(blocks)
    return text.length > LONGEST_TEXT ? null : wordsOf(text, placed, 'en').length
  }, [blocks])
  const change = (at: number, next: Block[]) =>
    onBlocks([...blocks.slice(0, at), ...next, ...blocks.slice(at + 1)])

  return (
    <section className="preview" aria-label="Preview of the text">
      <div className="preview-head">
        <h2>
          {blocks.length === 1 ? '1 block' : `${blocks.length} blocks`}
          {words !== null && (words === 1 ? ', 1 word' : `, ${words.toLocaleString('en')} words`)}
        </h2>
        <button type="button" className="button small" onClick={() => onBlocks([])}>
          Start over
        </button>
      </div>
      {problems.length > 0 && (
        <div className="form-message" role="alert">
          {problems.slice(0, 5).map(({ block, what }) => (
            <p key={`${block} ${what}`}>
              Block {block + 1}: {what}
            </p>
          ))}
          <button
            type="button"
            className="button small"
            onClick={() => onBlocks(withoutUnstorable(blocks))}
          >
            Remove these characters
          </button>
        </div>
      )}
      <ol className="bare">
        {blocks.map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the text
          <li key={at}>
            <select
              aria-label={`What block ${at + 1} is`}
              value={block.kind}
              onChange={({ target }) => {
                const kind = Object.keys(BLOCK_KINDS).find((one) => one === target.value)
                if (target.value === '') change(at, [])
                else if (kind) change(at, [{ ...block, kind: kind as Block['kind'] }])
              }}
            >
              {Object.entries(BLOCK_KINDS).map(([kind, label]) => (
                <option key={kind} value={kind}>
                  {label}
                </option>
              ))}
              <option value="">Leave out</option>
            </select>
            <p className={block.kind} data-numbered={hasNumber(block.text) || undefined} dir="auto">
              {words === null ? beginningOf(block.text) : block.text}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
