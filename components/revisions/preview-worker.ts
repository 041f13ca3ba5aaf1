import {
  type PlacedMark,
  type PreviewBase,
  previewRevision,
  type RevisionPreview,
} from '@/lib/domain/revisions/preview'
import type { Block } from '@/lib/domain/text/blocks'

/** A text to preview, and the number by which its answer is known. */
export interface PreviewQuestion {
  number: number
  bases: readonly [PreviewBase, ...PreviewBase[]]
  marks: readonly PlacedMark[]
  blocks: readonly Block[]
  /** BCP 47 */
  language: string
}

export interface PreviewAnswer {
  number: number
  preview: RevisionPreview
}

/** Works beside the page, so that a long text can be written in while it is compared. */
addEventListener('message', ({ data }: MessageEvent<PreviewQuestion>) => {
  const { number, bases, marks, blocks, language } = data
  postMessage({
    number,
    preview: previewRevision(bases, marks, blocks, language),
  } satisfies PreviewAnswer)
})
