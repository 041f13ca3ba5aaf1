import { useEffect, useRef, useState } from 'react'
import type { PlacedMark, PreviewBase, RevisionPreview } from '@/lib/domain/revisions/preview'
import type { Block } from '@/lib/domain/text/blocks'
import { toast } from '../ui/toast'
import type { PreviewAnswer, PreviewQuestion } from './preview-worker'

/** How long the typing has to rest before the preview is made anew, in milliseconds. */
const REST = 250

/**
 * What saving these blocks would do, worked out beside the page while they are edited; null until it is known.
 * While `isWorking` it tells of an earlier text.
 */
export function usePreview(
  bases: readonly [PreviewBase, ...PreviewBase[]],
  marks: readonly PlacedMark[],
  blocks: readonly Block[],
  /** BCP 47 */
  language: string,
): { preview: RevisionPreview | null; isWorking: boolean } {
  const [preview, setPreview] = useState<RevisionPreview | null>(null)
  const [isWorking, setIsWorking] = useState(false)
  const worker = useRef<Worker | null>(null)
  const asked = useRef(0)

  useEffect(() => {
    const made = new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module' })
    made.onmessage = ({ data }: MessageEvent<PreviewAnswer>) => {
      if (data.number !== asked.current) return
      setPreview(data.preview)
      setIsWorking(false)
    }
    made.onerror = () => {
      setIsWorking(false)
      toast('The preview cannot be made. The text can still be saved.')
    }
    worker.current = made
    return () => made.terminate()
  }, [])

  useEffect(() => {
    const number = ++asked.current
    if (blocks.length === 0) {
      setPreview(null)
      setIsWorking(false)
      return
    }
    const rest = setTimeout(() => {
      setIsWorking(true)
      const question: PreviewQuestion = { number, bases, marks, blocks, language }
      worker.current?.postMessage(question)
    }, REST)
    return () => clearTimeout(rest)
  }, [bases, marks, blocks, language])

  return { preview, isWorking }
}
