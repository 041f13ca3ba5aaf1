import { LIBRARY_SOURCE, WORKER_SOURCE } from './library-source'
import { READING } from './reading'

/**
 * Begins to read a document while the page itself is still on its way: what reads it is a megabyte, and reads beside all that the
 * page does first. `library` takes it over.
 */
export function EarlyDocument({
  nonce,
  ...opening
}: {
  nonce: string | undefined
  address: string
  /** The page at which it is opened. */
  page: number
}) {
  return (
    <script
      nonce={nonce}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: begin(opening) }}
    />
  )
}

const begin = ({ address, page }: { address: string; page: number }) => `
{
  const worker = new Worker('${WORKER_SOURCE}', { type: 'module' })
  const early = { worker, isBroken: false, address: ${written(address)}, opening: null }
  worker.addEventListener('error', () => { early.isBroken = true })
  early.library = import('${LIBRARY_SOURCE}').then((library) => {
    const port = library.PDFWorker.create({ port: worker })
    const opening = library.getDocument({ ...${written(READING)}, url: early.address, worker: port })
    early.opening = opening
    opening.promise.then((document) => document.getPage(${page})).catch(() => { early.opening = null })
    return library
  })
  early.library.catch(() => {})
  window.earlyDocument = early
}`

/** As a value in a script that stands in a page. */
const written = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')
