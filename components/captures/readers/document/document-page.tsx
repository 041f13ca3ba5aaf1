import { memo, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { Page } from 'react-pdf'
import type { Box } from '@/lib/domain/captures/passage'
import type { Steppable } from '@/lib/domain/text/caret-steps'
import { useWordSelection } from '../../../browser/use-word-selection'
import { BoxLayer } from '../box-layer'
import type { PagePassage } from '../chosen-passage'
import { PassageBoxes } from '../passage-boxes'
import { steppableOf } from '../words-on-page'

interface Props {
  number: number
  language: string
  /** Whether the document is opened at it. */
  isFirst: boolean
  mayDraw: boolean
  /** Called when it stands there, words and all, or cannot. */
  onDrawn: () => void
  width: number
  /** How high a page is for its width, until this one is known. */
  ratio: number
  passage: PagePassage | null
  note: string
  /** Names what is drawn on the page, another name for another box; null where none is to be drawn. */
  drawing: string | null
  onBox: (page: number, box: Box | null) => void
}

/** A page of a document: its place, and while it is near the window the page itself. */
export const DocumentPage = memo(function DocumentPage({
  number,
  isFirst,
  width,
  onDrawn,
  ...props
}: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(isFirst)
  const [ratio, setRatio] = useState<number | null>(null)
  const [isPainted, setPainted] = useState(false)
  const [words, setWords] = useState(NO_WORDS)

  useEffect(() => {
    const element = place.current
    if (!element) return
    const watching = new IntersectionObserver(
      ([entry]) => setNear(entry?.isIntersecting ?? false),
      { rootMargin: '100% 0px' },
    )
    watching.observe(element)
    return () => watching.disconnect()
  }, [])
  // Given another function, the library draws the words anew, and what is chosen in them is gone.
  const readWords = useCallback(() => {
    setWords(wordsOn(place.current))
    onDrawn()
  }, [onDrawn])
  const painted = useCallback(() => setPainted(true), [])
  // Whoever has gone elsewhere meanwhile waits for another page.
  useEffect(() => {
    if (isFirst && !isNear) onDrawn()
  }, [isFirst, isNear, onDrawn])
  useWordSelection(place, words, props.language)
  useOpenedAt(place, isFirst && props.passage !== null)

  return (
    <div
      ref={place}
      className="document-page"
      data-page={number}
      role="group"
      tabIndex={isNear ? 0 : -1}
      aria-label={`Page ${number}. Arrow keys choose words, Enter takes them.`}
      style={{ width, height: Math.round(width * (ratio ?? props.ratio)) }}
    >
      {isNear && props.mayDraw && (
        <Page
          pageNumber={number}
          width={width}
          renderAnnotationLayer={false}
          // What is seen comes before what can be chosen in it.
          renderTextLayer={isPainted}
          onRenderSuccess={painted}
          onRenderError={painted}
          loading={null}
          onLoadSuccess={({ originalWidth, originalHeight }) =>
            setRatio(originalHeight / originalWidth)
          }
          onRenderTextLayerSuccess={readWords}
          onRenderTextLayerError={onDrawn}
          onLoadError={onDrawn}
        />
      )}
      {props.passage && <PassageBoxes {...props.passage} note={props.note} />}
      {isNear && props.drawing !== null && (
        <BoxLayer
          key={props.drawing}
          label={`page ${number}`}
          onBox={(box) => props.onBox(number, box)}
        />
      )}
    </div>
  )
})

const NO_WORDS: Pick<Steppable, 'text' | 'blocks'> = { text: '', blocks: [] }

function wordsOn(page: HTMLElement | null): typeof NO_WORDS {
  const layer = page?.querySelector<HTMLElement>('.textLayer')
  if (!layer) return NO_WORDS
  layer.dataset.start = '0'
  return steppableOf(layer)
}

/** Brings the passage on this page into sight once, and the keyboard to the page. */
function useOpenedAt(place: RefObject<HTMLElement | null>, isOpenedHere: boolean): void {
  const [opens] = useState(isOpenedHere)
  useEffect(() => {
    if (!opens) return
    place.current?.focus({ preventScroll: true })
    place.current?.querySelector('.passage')?.scrollIntoView({ block: 'center' })
  }, [place, opens])
}
