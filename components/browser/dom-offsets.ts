import { bisect } from '@/lib/domain/text/bisect'
import type { Span } from '@/lib/domain/text/blocks'

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

/** A span of the text as a range of the page, which can be measured, painted and scrolled to. */
export function rangeOf(container: HTMLElement, span: Span): Range | null {
  return rangesOf(container, [span])[0] ?? null
}

/** Many spans as ranges; those that are not in the page are left out. */
export function rangesOf(container: HTMLElement, spans: readonly Span[]): Range[] {
  const blocks = blocksIn(container)
  const starts = blocks.map(startOf)
  return spans.flatMap(({ start, end }) => {
    const from = pointAt(blocks, starts, start, 'start')
    const to = pointAt(blocks, starts, end, 'end')
    if (!from || !to) return []
    const range = document.createRange()
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return [range]
  })
}

/** Chooses a span of the text, as if it had been selected by hand, and scrolls there unless told not to. */
export function chooseSpan(container: HTMLElement, span: Span, { show = true } = {}): void {
  const range = rangeOf(container, span)
  const selection = document.getSelection()
  if (!range || !selection) return
  selection.removeAllRanges()
  selection.addRange(range)
  if (show) range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
}

/** The direction in which the paragraph is read that a span begins in, or the first one. */
export function directionAt(container: HTMLElement, span: Span | null): string {
  const range = rangeOf(container, span ?? { start: 0, end: 1 })
  const element = range?.startContainer.parentElement?.closest('[data-start]') ?? container
  return getComputedStyle(element).direction
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

function pointAt(
  blocks: HTMLElement[],
  starts: number[],
  offset: number,
  side: 'start' | 'end',
): { node: Node; offset: number } | null {
  const last = side === 'start' ? offset : offset - 1
  const after = bisect(starts.length, (index) => (starts[index] ?? 0) > last)
  const block = blocks[Math.max(0, after - 1)]
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
