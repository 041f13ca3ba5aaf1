import type { Span } from '@/lib/domain/text'

/** Where the selection stands in the text, in UTF-16 units; null when it is outside the text or empty. */
export function selectedSpan(container: HTMLElement): Span | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(container)) return null

  const start = offsetAt(container, range.startContainer, range.startOffset)
  const end = offsetAt(container, range.endContainer, range.endOffset)
  return start !== null && end !== null && start < end ? { start, end } : null
}

/** Selects a span of the text in the page; the range is what can be measured and scrolled to. */
export function rangeOf(container: HTMLElement, { start, end }: Span): Range | null {
  const from = pointAt(container, start, 'start')
  const to = pointAt(container, end, 'end')
  if (!from || !to) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

const blocksIn = (container: HTMLElement) => [
  ...container.querySelectorAll<HTMLElement>('[data-start]'),
]

const startOf = (block: HTMLElement) => Number(block.dataset.start)
const endOf = (block: HTMLElement) => startOf(block) + (block.textContent?.length ?? 0)

function offsetAt(container: HTMLElement, node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement
  const block = element?.closest<HTMLElement>('[data-start]')
  if (block && container.contains(block)) {
    const before = document.createRange()
    before.setStart(block, 0)
    before.setEnd(node, offset)
    return startOf(block) + before.toString().length
  }
  // Between blocks, or beyond the first or last: the nearest border in the direction of the text.
  const point = document.createRange()
  point.setStart(node, offset)
  const blocks = blocksIn(container)
  const next = blocks.find((one) => point.comparePoint(one, 0) >= 0)
  const last = blocks.at(-1)
  return next ? startOf(next) : last ? endOf(last) : null
}

function pointAt(container: HTMLElement, offset: number, side: 'start' | 'end') {
  const block = blocksIn(container).find((one) =>
    side === 'start' ? offset < endOf(one) : offset <= endOf(one),
  )
  if (!block) return null
  let left = Math.max(0, offset - startOf(block))
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (side === 'start' ? left < length : left <= length) return { node, offset: left }
    left -= length
  }
  return null
}
