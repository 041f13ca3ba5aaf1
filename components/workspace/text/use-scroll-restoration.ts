import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
import type { Span } from '@/lib/domain/text/blocks'
import { chooseSpan, selectedSpan } from '../../browser/dom-offsets'
import { cameBack } from '../../browser/navigation-type'
import { readStored, writeStored } from '../../browser/use-stored'

interface Place {
  revision: number
  /** The block at the top of the view, by where it starts, and how far its top is below it in CSS pixels. */
  block: { start: string; below: number } | null
  /** How far the list is scrolled, in CSS pixels. */
  list: number
  chosen: Span | null
}

/**
 * Where a person was in the text and the list, and what they had chosen: given back on reload and when
 * Back or Forward lead here, as a browser does with a page that scrolls as a whole. A link does not: it
 * leads to its own place. Answers whether the place was given back, until that was asked once.
 */
export function useScrollRestoration(
  text: RefObject<HTMLElement | null>,
  { article, revision: { number: revision } }: Desk,
): () => boolean {
  const name = `stet:place:${article.id}`
  const givenBack = useRef(false)

  useLayoutEffect(() => {
    const kept = cameBack() ? read(name) : null
    const container = text.current
    if (!container || kept?.revision !== revision) return
    const { side, list } = scrollers(container)
    if (list) list.scrollTop = kept.list
    const block = kept.block
    const top = block && container.querySelector(`[data-start="${block.start}"]`)
    if (side && top) stayAt(side, top, block.below)
    if (kept.chosen) chooseSpan(container, kept.chosen, { show: false })
    givenBack.current = true
  }, [name, revision, text])

  useEffect(() => {
    const container = text.current
    if (!container) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      waiting = undefined
      const { side, list } = scrollers(container)
      write(name, {
        revision,
        block: side && blockAtTop(container, side),
        list: list?.scrollTop ?? 0,
        chosen: selectedSpan(container),
      })
    }
    const soon = () => {
      waiting ??= setTimeout(keep, PAUSE)
    }
    /** Whoever presses something may go elsewhere at once: what was not written down yet is written before. */
    const press = (event: Event) => {
      if (waiting === undefined) return
      if (event instanceof KeyboardEvent && event.key !== 'Enter' && !event.altKey) return
      clearTimeout(waiting)
      keep()
    }
    const { side, list } = scrollers(container)
    const scrolled = [side, list]
    for (const one of scrolled) one?.addEventListener('scroll', soon, { passive: true })
    document.addEventListener('selectionchange', soon)
    for (const kind of PRESSES) document.addEventListener(kind, press, true)
    addEventListener('pagehide', keep)
    return () => {
      clearTimeout(waiting)
      for (const one of scrolled) one?.removeEventListener('scroll', soon)
      document.removeEventListener('selectionchange', soon)
      for (const kind of PRESSES) document.removeEventListener(kind, press, true)
      removeEventListener('pagehide', keep)
    }
  }, [name, revision, text])

  return useCallback(() => {
    const was = givenBack.current
    givenBack.current = false
    return was
  }, [])
}

const PRESSES = ['pointerdown', 'keydown']

/** How often the place is written down while it changes, in milliseconds. */
const PAUSE = 250

/** Parts of the text take their true height only when they come in sight: so it is looked again for some frames. */
function stayAt(side: Element, block: Element, below: number, frames = 5): void {
  side.scrollTop += block.getBoundingClientRect().top - side.getBoundingClientRect().top - below
  if (frames > 0) requestAnimationFrame(() => stayAt(side, block, below, frames - 1))
}

function blockAtTop(container: Element, side: Element): Place['block'] {
  const { top } = side.getBoundingClientRect()
  const isInView = (element: Element) => element.getBoundingClientRect().bottom > top
  // By parts first: blocks that are far out of sight have no layout, and asking would make one.
  const part = [...container.querySelectorAll('.part')].find(isInView)
  const first = [...(part ?? container).querySelectorAll<HTMLElement>('[data-start]')].find(
    isInView,
  )
  if (!first) return null
  const below = first.getBoundingClientRect().top - top
  return { start: first.dataset.start ?? '', below }
}

const scrollers = (container: HTMLElement) => ({
  side: container.closest('.text-side'),
  list: container.closest('.workspace')?.querySelector('.rows'),
})

function read(name: string): Place | null {
  const kept = readStored<Place & { address: string }>(name, 'session')
  return kept?.address === location.search ? kept : null
}

function write(name: string, place: Place): void {
  writeStored(name, { ...place, address: location.search }, 'session')
}
