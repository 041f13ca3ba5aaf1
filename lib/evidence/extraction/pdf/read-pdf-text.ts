import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  getDocument,
  type PDFDocumentProxy,
  Util,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Refusal } from '@/lib/domain/refusal'
import { type KeptPage, type KeptText, keptText } from '../kept-text'
import { pageText } from './page-text'
import type { Run } from './reading-order'

/**
 * Reads a PDF (ISO 32000) by its path or bytes: the text of each page in the order of reading with the boxes of its
 * runs, and title, author, language and date of making. Scripts in it never run. Refuses one that needs a password,
 * that is damaged, naming the page where reading stopped, and one with more than 5,000 pages. A scan has pages without
 * text.
 */
export async function readPdfText(file: string | Uint8Array): Promise<KeptText> {
  const data = new Uint8Array(typeof file === 'string' ? await readFile(file) : file)
  const opening = getDocument({
    data,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    cMapUrl: `${join(PACKAGE, 'cmaps')}/`,
    standardFontDataUrl: `${join(PACKAGE, 'standard_fonts')}/`,
  })
  try {
    const document = await opening.promise.catch((error) => refuse(error))
    return await read(document)
  } finally {
    await opening.destroy()
  }
}

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

const MOST_PAGES = 5_000

async function read(document: PDFDocumentProxy): Promise<KeptText> {
  if (document.numPages > MOST_PAGES) {
    throw invalid(
      `This PDF has ${document.numPages.toLocaleString('en')} pages; up to ${MOST_PAGES.toLocaleString('en')} are read.`,
    )
  }
  const pages: KeptPage[] = []
  let start = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await readPage(document, number).catch((error) => {
      throw wordsOf(error)
        ? invalid(`This PDF is damaged: its page ${number} cannot be read.`)
        : error
    })
    pages.push({ ...page, start })
    start += page.text.length + BETWEEN.length
  }
  const { info } = await document.getMetadata()
  const said = (key: string) => factOf(info, key)
  return {
    ...keptText('pdf', pages.map(({ text }) => text).join(BETWEEN)),
    title: said('Title'),
    byline: said('Author'),
    published: dayOf(said('CreationDate')),
    language: said('Language'),
    pages,
  }
}

const BETWEEN = '\n\n'

async function readPage(
  document: PDFDocumentProxy,
  number: number,
): Promise<Omit<KeptPage, 'start'>> {
  const page = await document.getPage(number)
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent({ disableNormalization: true })
  const runs: Run[] = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a, b, c, d, left, baseline] = Util.transform(transform, item.transform)
    const tall = Math.hypot(c, d) || item.height
    const isUpright = Math.abs(b) <= Math.abs(a)
    return {
      text: item.str,
      left: isUpright ? left : left - tall,
      top: isUpright ? baseline - tall : Math.min(baseline, baseline - Math.sign(-b) * item.width),
      width: isUpright ? item.width : tall,
      height: isUpright ? tall : item.width,
      isRightToLeft: item.dir === 'rtl',
    }
  })
  page.cleanup()
  return pageText(runs, { number, width, height })
}

function refuse(error: unknown): never {
  const { name } = error instanceof Error ? error : { name: '' }
  if (name === 'PasswordException') {
    throw invalid('This PDF is locked with a password. Save it without one, and add that file.')
  }
  if (DAMAGED.has(name)) throw invalid('This is no PDF, or a damaged one: it cannot be opened.')
  throw error
}

const DAMAGED = new Set([
  'InvalidPDFException',
  'FormatError',
  'MissingPDFException',
  'UnknownErrorException',
])

const wordsOf = (error: unknown) =>
  error instanceof Error && (DAMAGED.has(error.name) || error.name === 'ResponseException')

const invalid = (message: string) => new Refusal('invalid', message, { file: message })

function factOf(info: object, key: string): string | null {
  const value: unknown = Object.entries(info).find(([name]) => name === key)?.[1]
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() || null : null
}

/** `D:20201207140200Z` is `2020-12-07` (ISO 32000-1, 7.9.4). */
function dayOf(written: string | null): string | null {
  const [, year, month, day] = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(written ?? '') ?? []
  return [year, month, day].filter((part) => part !== undefined).join('-') || null
}
