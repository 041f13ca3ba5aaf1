import { WORKER_SOURCE } from './worker-source'

/**
 * Begins the worker that reads documents while the page itself is still on its way: it is a megabyte, and reads beside all
 * that the page does first. `document-worker` takes it over.
 */
export function EarlyWorker({ nonce }: { nonce: string | undefined }) {
  return (
    <script
      nonce={nonce}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: BEGINNING }}
    />
  )
}

const BEGINNING = `
{
  const worker = new Worker('${WORKER_SOURCE}', { type: 'module' })
  const early = { worker, isBroken: false }
  worker.addEventListener('error', () => { early.isBroken = true })
  window.earlyDocumentWorker = early
}`
