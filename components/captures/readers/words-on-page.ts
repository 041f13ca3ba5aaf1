import { lineBoxes } from '@/lib/domain/captures/line-boxes'
import type { Steppable } from '@/lib/domain/text/caret-steps'
import { type Choice, LONGEST, placeChosen, TOO_LONG } from './chosen-passage'

/** The words that are chosen on a page of a document, with their boxes; of several pages those on the first. */
export function choiceOnPage(reader: HTMLElement): Choice {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0).cloneRange()
  const page = elementAt(range.startContainer)?.closest<HTMLElement>('[data-page]')
  const layer = page?.querySelector('.textLayer')
  if (!page || !layer?.contains(range.startContainer) || !reader.contains(page)) return null
  if (!layer.contains(range.endContainer)) range.setEnd(layer, layer.childNodes.length)

  const exact = wordsIn(range)
  const boxes = boxesOf(range, page.getBoundingClientRect())
  if (exact === '' || boxes.length === 0) return null
  if (exact.length > LONGEST || boxes.length > MOST_BOXES) return { problem: TOO_LONG }
  return placeChosen({ kind: 'page', page: Number(page.dataset.page), exact, boxes })
}

const MOST_BOXES = 200

/** The words of a page as they can be stepped through: a piece as it was drawn stands for a sentence. */
export function steppableOf(layer: HTMLElement): Pick<Steppable, 'text' | 'blocks'> {
  const texts = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT)
  const blocks = []
  let start = 0
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const end = start + (node.textContent?.length ?? 0)
    blocks.push({ kind: 'paragraph' as const, start, end })
    start = end
  }
  return { text: layer.textContent ?? '', blocks }
}

/** A line's end is no more than a space between two words. */
function wordsIn(range: Range): string {
  const copied = range.cloneContents()
  for (const end of copied.querySelectorAll('br')) end.replaceWith(' ')
  return (copied.textContent ?? '').replace(/\s+/g, ' ').trim()
}

function boxesOf(range: Range, page: DOMRect) {
  const fraction = (value: number, whole: number) => Math.min(1, Math.max(0, value / whole))
  return lineBoxes(
    [...range.getClientRects()].map(({ left, top, right, bottom }) => {
      const [x, y] = [fraction(left - page.left, page.width), fraction(top - page.top, page.height)]
      const width = fraction(right - page.left, page.width) - x
      const height = fraction(bottom - page.top, page.height) - y
      return { x, y, width, height }
    }),
  )
}

const elementAt = (node: Node) => (node instanceof Element ? node : node.parentElement)
