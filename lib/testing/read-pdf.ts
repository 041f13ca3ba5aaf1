import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a reader finds in a PDF. */
export interface ReadPdf {
  /** All its words on one line, in the file's own order. */
  words: string
  /** The lowest line of each page. */
  feet: string[]
  isTagged: boolean
  hasOutline: boolean
  title: string
  author: string
  language: string
  /** As the file writes it: D:20201207140200Z (ISO 32000-1, 7.9.4). */
  created: string
  /** Where each run of words ends, in points from the top left corner of its page. */
  ends: { right: number; bottom: number }[]
  /** How far down its words reach on each page, from 0 to 1, but for the running foot. */
  reach: number[]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // It keeps the bytes that it is given, and takes no Buffer for them.
  const opening = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS })
  const file = await opening.promise
  const lines: string[] = []
  const feet: string[] = []
  const ends: ReadPdf['ends'] = []
  const reach: number[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    const { height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent({ disableNormalization: true })
    const runs = items.flatMap((item) => ('str' in item ? [item] : []))
    const text = runs.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join('')
    lines.push(...text.split('\n'))
    feet.push(lowestLine(runs))
    const bottoms = runs.flatMap(({ str, transform }) =>
      str.trim() ? [1 - (transform[5] ?? 0) / height] : [],
    )
    reach.push(Math.max(0, ...bottoms.filter((bottom) => bottom < FOOT)))
    for (const { transform, width } of runs) {
      const [left = 0, baseline = 0] = transform.slice(4)
      ends.push({ right: left + width, bottom: height - baseline })
    }
  }
  const info = new Map(Object.entries((await file.getMetadata()).info))
  const said = (key: string) => String(info.get(key) ?? '')
  const read = {
    words: lines.join(' ').replace(/\s+/g, ' ').trim(),
    feet,
    isTagged: (await file.getMarkInfo())?.Marked === true,
    hasOutline: (await file.getOutline()) !== null,
    ...{ title: said('Title'), author: said('Author'), language: said('Language') },
    created: said('CreationDate'),
    ends,
    reach,
  }
  await opening.destroy()
  return read
}

/** Lower than this, on A4, stand only page numbers. */
const FOOT = 0.93

/** What stands furthest down, from left to right: a file may draw it before what stands above it. */
function lowestLine(runs: { str: string; transform: number[] }[]): string {
  const seen = runs.filter(({ str }) => str.trim())
  const down = ({ transform: [, , , , , y = 0] }: { transform: number[] }) => Math.round(y)
  const foot = Math.min(...seen.map(down))
  return seen
    .filter((run) => down(run) <= foot + 2)
    .sort((a, b) => (a.transform[4] ?? 0) - (b.transform[4] ?? 0))
    .map(({ str }) => str)
    .join(' ')
}
