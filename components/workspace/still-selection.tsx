import { Component, createRef, type ReactNode } from 'react'
import type { Span } from '@/lib/domain/text'
import { rangeOf, selectedSpan } from './text-positions'

interface Props {
  /** What the text is drawn with: when it is another, the text is drawn anew. */
  over: unknown
  children: ReactNode
}

interface Chosen extends Span {
  backwards: boolean
}

/**
 * Keeps the words chosen that are chosen while the text around them is drawn anew. A class, because
 * only a class is asked at the last moment before the page changes.
 */
export class StillSelection extends Component<Props> {
  private readonly text = createRef<HTMLDivElement>()

  override getSnapshotBeforeUpdate(before: Props): Chosen | null {
    const span =
      before.over !== this.props.over && this.text.current && selectedSpan(this.text.current)
    return span ? { ...span, backwards: document.getSelection()?.direction === 'backward' } : null
  }

  override componentDidUpdate(_: Props, __: unknown, chosen: Chosen | null): void {
    const text = this.text.current
    const now = chosen && text && selectedSpan(text)
    if (!chosen || !text || (now?.start === chosen.start && now.end === chosen.end)) return
    const range = rangeOf(text, chosen)
    if (!range) return
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
