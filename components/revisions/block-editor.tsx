'use client'

import { type KeyboardEvent, useEffect, useRef } from 'react'
import { BLOCK_KINDS, type Block, type BlockKind } from '@/lib/domain/text/blocks'

/** The text in its own blocks, each to be edited in place: Enter parts a block, Backspace at its beginning joins it. */
export function BlockEditor({
  blocks,
  language,
  onBlocks,
}: {
  blocks: readonly Block[]
  language: string
  onBlocks: (blocks: Block[]) => void
}) {
  const list = useRef<HTMLOListElement>(null)
  const goTo = useRef<{ block: number; at: number } | null>(null)
  const change = (at: number, next: Block[], many = 1) =>
    onBlocks([...blocks.slice(0, at), ...next, ...blocks.slice(at + many)])

  useEffect(() => {
    const to = goTo.current
    if (!to) return
    goTo.current = null
    const field = list.current?.querySelectorAll('textarea')[to.block]
    field?.focus()
    field?.setSelectionRange(to.at, to.at)
  })

  function keys(event: KeyboardEvent<HTMLTextAreaElement>, index: number, block: Block) {
    const { selectionStart: from, selectionEnd: to } = event.currentTarget
    const before = blocks[index - 1]
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      goTo.current = { block: index + 1, at: 0 }
      const rest = { kind: kindAfter(block.kind), text: block.text.slice(to) }
      change(index, [{ ...block, text: block.text.slice(0, from) }, rest])
    } else if (event.key === 'Backspace' && from === 0 && to === 0 && before) {
      event.preventDefault()
      goTo.current = { block: index - 1, at: before.text.length }
      change(index - 1, [{ ...before, text: before.text + block.text }], 2)
    }
  }

  return (
    <ol ref={list} className="bare block-editor" aria-label="The text, block by block">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the text
        <li key={index}>
          <select
            aria-label={`What block ${index + 1} is`}
            value={block.kind}
            onChange={({ target: { value } }) =>
              change(index, value === '' ? [] : [{ ...block, kind: value as BlockKind }])
            }
          >
            {Object.entries(BLOCK_KINDS).map(([kind, label]) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
            <option value="">Leave out</option>
          </select>
          <textarea
            className={block.kind}
            aria-label={`Words of block ${index + 1}`}
            lang={language}
            dir="auto"
            rows={1}
            value={block.text}
            onKeyDown={(event) => keys(event, index, block)}
            onChange={({ target }) => change(index, [{ ...block, text: target.value }])}
          />
        </li>
      ))}
    </ol>
  )
}

/** After a headline comes running text; a list goes on. */
const kindAfter = (kind: BlockKind): BlockKind => (kind === 'list_item' ? kind : 'paragraph')
