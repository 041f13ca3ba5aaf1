import type * as Library from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { WORKER_SOURCE } from './library-source'

declare global {
  interface Window {
    /** What the page itself began to read, before any script of ours was there. */
    earlyDocument?: {
      worker: Worker | null
      isBroken: boolean
      address: string
      library: Promise<typeof Library>
      /** Null once it was taken over, or could not be opened. */
      opening: Library.PDFDocumentLoadingTask | null
    }
  }
}

let begun: Worker | null = null
const broken = new WeakSet<Worker>()

/** Begins one for whoever asks first: it is as long on its way as the library that talks to it. */
export function beginWorker(): void {
  begun ??= start()
}

/** A document that keeps it busy for ever ends with it. */
function start(): Worker {
  const early = window.earlyDocument
  const worker = early?.worker ?? new Worker(WORKER_SOURCE, { type: 'module' })
  if (early?.worker && early.isBroken) broken.add(worker)
  if (early) early.worker = null
  worker.addEventListener('error', () => broken.add(worker))
  return worker
}

function take(): Worker {
  const worker = begun ?? start()
  begun = null
  return worker
}

/** A worker of one's own, for as long as the component stands; and whether it could not be loaded, or broke. */
export function useWorker(): { worker: Worker; isBroken: boolean } {
  const [worker] = useState(take)
  const [isBroken, setBroken] = useState(false)
  const ending = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const hear = () => setBroken(true)
    clearTimeout(ending.current)
    if (broken.has(worker)) hear()
    worker.addEventListener('error', hear)
    return () => {
      worker.removeEventListener('error', hear)
      // Not at once: what is taken from the page to be put there again keeps it.
      ending.current = setTimeout(() => worker.terminate())
    }
  }, [worker])
  return { worker, isBroken }
}
