import { useEffect, useRef } from 'react'
import type { TextSource } from '@/lib/importing/read-file'
import { type Imported, isToBeSent } from './imported'

/**
 * Sends the source of a text that says something beside to the newsroom, which keeps it and reads it once more there,
 * while the text is looked at. A document or a page has come there before it was read.
 *
 * @param onSent takes the import with what its source is known by there, null where it cannot be sent
 * @returns whether it is still on its way
 */
export function useSentSource(
  newsroom: string,
  imported: Imported | null,
  onSent: (imported: Imported) => void,
): boolean {
  const isSending = imported !== null && isToBeSent(imported)
  const key = isSending ? imported.key : null
  const newest = useRef({ imported, onSent })
  useEffect(() => {
    newest.current = { imported, onSent }
  })

  useEffect(() => {
    if (key === null) return
    const stopped = new AbortController()
    const { imported } = newest.current
    sent(newsroom, imported, stopped.signal).then((arrivalId) => {
      const { imported, onSent } = newest.current
      if (!stopped.signal.aborted && imported?.key === key) onSent({ ...imported, arrivalId })
    })
    return () => stopped.abort()
  }, [newsroom, key])
  return isSending
}

/** How long a source is tried to be sent, in milliseconds. */
const LONGEST = 60_000

async function sent(
  newsroom: string,
  imported: Imported | null,
  stopped: AbortSignal,
): Promise<string | null> {
  const source = imported?.source
  // Of a long one the text is kept over a reload, and the source is not.
  if (!source) return null
  if ('arrivalId' in source) return source.arrivalId
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(LONGEST)])
  try {
    const { uploadFile } = await import('../../browser/upload-file')
    const { arrivalId } = await uploadFile(newsroom, asFile(source), {
      ...{ signal, onProgress: () => {} },
    })
    return arrivalId
  } catch {
    return null
  }
}

/** A source as a file with a name that says what it is. */
function asFile(source: TextSource): File {
  const { ending, mediaType } = FILES[source.kind]
  if ('bytes' in source) {
    const bytes = new Uint8Array(source.bytes)
    return new File([bytes], source.name ?? `Text.${ending}`, { type: mediaType })
  }
  // The mark says its encoding, whatever the page says of the one that it had.
  return new File(['\ufeff', source.content], `Pasted text.${ending}`, { type: mediaType })
}

const FILES = {
  text: { ending: 'txt', mediaType: 'text/plain' },
  markdown: { ending: 'md', mediaType: 'text/markdown' },
  html: { ending: 'html', mediaType: 'text/html' },
  ninjs: { ending: 'json', mediaType: 'application/json' },
}
