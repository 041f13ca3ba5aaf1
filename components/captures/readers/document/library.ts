import type * as Library from 'pdfjs-dist'
import { LIBRARY_SOURCE } from './library-source'

/**
 * Stands for `pdfjs-dist` in what is sent to the browser: the very library whose loading the page began before any script of
 * ours was there, or else a fresh one. So it is sent once.
 */
const early = typeof window === 'undefined' ? undefined : window.earlyDocument
const library: typeof Library = await (early?.library ?? fetchLibrary()).catch(fetchLibrary)

export const {
  AnnotationLayer,
  AnnotationMode,
  GlobalWorkerOptions,
  PDFDataRangeTransport,
  PDFWorker,
  TextLayer,
} = library

/** The document that is being opened already, once, where it is that one; a second reader opens it anew. */
export function getDocument(asked: { url?: string | URL }): Library.PDFDocumentLoadingTask {
  const begun = early?.address === asked.url ? early?.opening : null
  if (!early || !begun) return library.getDocument(asked)
  early.opening = null
  return begun
}

function fetchLibrary(): Promise<typeof Library> {
  return import(/* turbopackIgnore: true */ LIBRARY_SOURCE)
}
