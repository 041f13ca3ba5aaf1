import { useEffect, useState } from 'react'
import type { Base, PlacedMark, RevisionPreview } from '@/lib/domain/revision-preview'
import type { Block } from '@/lib/domain/text'
import { announce } from '../ui/announce'

/** How long the typing has to rest before the preview is made anew, in milliseconds. */
const REST = 250

/** What saving these blocks would do, while they are edited; null until it is known. */
export function usePreview(
  bases: readonly [Base, ...Base[]],
  marks: readonly PlacedMark[],
  blocks: readonly Block[],
): RevisionPreview | null {
  const [preview, setPreview] = useState<RevisionPreview | null>(null)

  useEffect(() => {
    let stale = false
    const rest = setTimeout(() => {
      import('@/lib/domain/revision-preview')
        .then(({ previewRevision }) => {
          if (!stale) setPreview(blocks.length > 0 ? previewRevision(bases, marks, blocks) : null)
        })
        .catch(() => announce('The preview cannot be fetched. Try again in a moment.'))
    }, REST)
    return () => {
      stale = true
      clearTimeout(rest)
    }
  }, [bases, marks, blocks])

  return preview
}
