import { Component, createRef, type ReactNode } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
import { findSameContext } from '@/lib/domain/anchoring/same-place'
import type { Span } from '@/lib/domain/text/blocks'
import { rangeOf, selectedSpan } from '../../browser/dom-offsets'

interface Props {
  /** What the text is drawn with: when it is another, the text is drawn anew. */
  over: unknown
  revision: Desk['revision']
  children: ReactNode
}

interface Chosen extends Span {
  backwards: boolean
}

/**
 * Keeps the words chosen that are chosen while the text around them is drawn anew, or lets them go
 * where another text does not have them. A class, because
 * only a class is asked at the last moment before the page changes.
 */
export class PreserveSelection extends Component<Props> {
  private readonly text = createRef<HTMLDivElement>()

  override getSnapshotBeforeUpdate(before: Props): Chosen | null {
    const { over, revision } = this.props
    const isSame = before.over === over && before.revision === revision
    const span = !isSame && this.text.current && selectedSpan(this.text.current)
    return span ? { ...span, backwards: document.getSelection()?.direction === 'backward' } : null
  }

  override componentDidUpdate(before: Props, _: unknown, chosen: Chosen | null): void {
    const text = this.text.current
    const now = chosen && text && selectedSpan(text)
    if (!chosen || !text) return
    const { revision } = this.props
    const isSame = before.revision.number === revision.number
    const place = isSame ? chosen : findSameContext(before.revision.text, revision.text, chosen)
    if (place && now?.start === place.start && now.end === place.end) return
    const range = place && rangeOf(text, place)
    // Other words at their place were never chosen.
    if (!range) {
      document.getSelection()?.removeAllRanges()
      return
    }
    const { startContainer, startOffset, endContainer, endOffset } = range
    const selection = document.getSelection()
    if (chosen.backwards) {
      selection?.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset)
    } else selection?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
  }

  override render() {
    return <div ref={this.text}>{this.props.children}</div>
  }
}
