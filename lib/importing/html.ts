import type { Block } from '@/lib/domain/text/blocks'
import { withOneHeadline } from './headline'
import { BlockGatherer } from './html-blocks'
import { stepsThrough } from './html-walk'

/**
 * Reads a parsed page, or what a word processor put on the clipboard, as blocks. The document must be
 * inert, as `DOMParser` makes it: then nothing in it runs or loads.
 */
export function blocksOfHtml(document: Document): Block[] {
  const gatherer = new BlockGatherer()
  for (const step of stepsThrough(document.body)) {
    if ('text' in step) gatherer.text(step.text)
    else if ('opens' in step) gatherer.opens(step.opens)
    else gatherer.closes(step.closes)
  }
  gatherer.finish()
  return withOneHeadline(gatherer.blocks)
}
