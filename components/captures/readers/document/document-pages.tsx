import {
  type ComponentProps,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Document, pdfjs } from 'react-pdf'
import 'react-pdf/dist/Page/TextLayer.css'
import type { Box } from '@/lib/domain/captures/passage'
import { type Choice, type PagePassage, placeChosen } from '../chosen-passage'
import { PageChoice, ZoomButtons } from '../reader-tools'
import { choiceOnPage } from '../words-on-page'
import { DocumentPage } from './document-page'
import { useWorker } from './document-worker'
import { READING } from './reading'

/** The pages of a PDF, of which only those near the window are drawn. */
export function DocumentPages({
  address,
  language,
  passage,
  note,
  onChoose,
}: {
  address: string
  language: string
  passage: PagePassage | null
  note: string
  onChoose: (choice: Choice) => void
}) {
  const reader = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [begin] = useState(passage?.page ?? 1)
  const [isBegun, setBegun] = useState(false)
  const [zoom, setZoom] = useState(1)
  const [drawing, setDrawing] = useState(false)
  const [boxed, setBoxed] = useState(0)
  const width = useWidth(reader)
  const { worker, isBroken } = useWorker()
  const options = useMemo(
    () => ({ ...READING, worker: pdfjs.PDFWorker.create({ port: worker }) }),
    [worker],
  )

  useChosenWords(reader, drawing, onChoose)
  const onBox = useCallback(
    (page: number, box: Box | null) => {
      setBoxed(page)
      onChoose(box && placeChosen({ kind: 'page', page, exact: '', boxes: [box] }))
    },
    [onChoose],
  )

  const begun = useCallback(() => setBegun(true), [])

  async function open(pdf: Opening) {
    const page = await pdf.getPage(Math.min(begin, pdf.numPages))
    const { width, height } = page.getViewport({ scale: 1 })
    setOpened({ pages: pdf.numPages, ratio: height / width })
  }

  const numbers = useMemo(
    () => Array.from({ length: opened?.pages ?? 0 }, (_, index) => index + 1),
    [opened],
  )
  return (
    <div ref={reader} className="document">
      <div className="reader-tools" role="group" aria-label="The document">
        <PageChoice pages={numbers.length} begin={begin} reader={reader} />
        <ZoomButtons zoom={zoom} onZoom={setZoom} />
        <button
          type="button"
          className="button small"
          aria-pressed={drawing}
          onClick={() => setDrawing(!drawing)}
        >
          Draw a box
        </button>
      </div>
      <Document
        file={address}
        options={options}
        onLoadSuccess={open}
        loading={isBroken ? CANNOT : <p className="quiet">Opening the document…</p>}
        error={CANNOT}
        className="document-pages"
      >
        {opened &&
          width > 0 &&
          numbers.map((number) => (
            <DocumentPage
              key={number}
              {...{ number, language, note, onBox }}
              drawing={drawing ? `box ${boxed === number || boxed}` : null}
              isFirst={number === begin}
              // The page that somebody waits for is drawn before those around it.
              mayDraw={isBegun || number === begin}
              onDrawn={begun}
              width={Math.round(Math.min(width, WIDEST) * zoom)}
              ratio={opened.ratio}
              passage={passage?.page === number ? passage : null}
            />
          ))}
      </Document>
    </div>
  )
}

const CANNOT = <p role="alert">This document cannot be shown. Save it to open it elsewhere.</p>

type Opening = Parameters<NonNullable<ComponentProps<typeof Document>['onLoadSuccess']>>[0]

interface Opened {
  pages: number
  /** Of a page: how high it is for its width. */
  ratio: number
}

/** In CSS pixels: a page that fits the window is no wider. */
const WIDEST = 860

/** How wide it is inside, known before the first picture of it. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const box = element.current
    if (!box) return
    setWidth(box.clientWidth)
    const watching = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    watching.observe(box)
    return () => watching.disconnect()
  }, [element])
  return width
}

/** Tells of the words that are chosen on a page, unless boxes are drawn. */
function useChosenWords(
  reader: RefObject<HTMLElement | null>,
  drawing: boolean,
  onChoose: (choice: Choice) => void,
): void {
  useEffect(() => {
    if (drawing) return
    onChoose(null)
    let waiting = 0
    const soon = () => {
      cancelAnimationFrame(waiting)
      waiting = requestAnimationFrame(
        () => reader.current && onChoose(choiceOnPage(reader.current)),
      )
    }
    document.addEventListener('selectionchange', soon)
    return () => {
      document.removeEventListener('selectionchange', soon)
      cancelAnimationFrame(waiting)
    }
  }, [reader, drawing, onChoose])
}
