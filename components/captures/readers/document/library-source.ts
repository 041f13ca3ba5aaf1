import { version } from 'pdfjs-dist/package.json'

/** The megabyte that reads documents beside the page; another version is another address, so that browsers may keep it. */
export const WORKER_SOURCE = `/pdf-data/build/pdf.worker.min.mjs?v=${version}`

/** What talks to it, and draws what was read. */
export const LIBRARY_SOURCE = `/pdf-data/build/pdf.min.mjs?v=${version}`
