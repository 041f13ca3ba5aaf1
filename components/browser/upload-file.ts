import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'
import type { ArrivalTold } from '@/lib/db/captures/files'
import { UploadRefused } from './upload-refused'

/** How many bytes are sent at a time: small enough to lose little with a connection. */
const PIECE = 4 * 1024 * 1024

/** After a lost connection it is tried again after so many milliseconds, twice as many each time. */
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 15_000

/**
 * Sends a file in pieces, with the SHA-256 computed here, and answers with what it was put on record as. A lost connection
 * is waited for, and the upload goes on where it stood.
 *
 * @param onProgress how many bytes have arrived
 */
export async function uploadFile(
  newsroom: string,
  file: File,
  { onProgress, signal }: { onProgress: (arrived: number) => void; signal: AbortSignal },
): Promise<ArrivalTold> {
  const announced = { name: file.name, mediaType: file.type, bytes: file.size }
  const begun = await again(signal, () => post(`/${newsroom}/files`, announced, signal))
  const address = `/${newsroom}/files/${begun.id}`
  try {
    const digest = await sendPieces(address, file, { onProgress, signal })
    return await again(signal, () => post(address, { sha256: digest }, signal))
  } catch (error) {
    if (signal.aborted) void fetch(address, { method: 'DELETE' }).catch(() => {})
    throw error
  }
}

async function sendPieces(
  address: string,
  file: File,
  { onProgress, signal }: { onProgress: (arrived: number) => void; signal: AbortSignal },
): Promise<string> {
  const hash = sha256.create()
  let hashed = 0
  for (let arrived = 0; arrived < file.size; onProgress(arrived)) {
    const piece = await file.slice(arrived, arrived + PIECE).arrayBuffer()
    // A piece that is sent again, or in part, was hashed before.
    hash.update(new Uint8Array(piece).subarray(hashed - arrived))
    hashed = Math.max(hashed, arrived + piece.byteLength)
    arrived = await again(signal, async (nth) => {
      // What the lost answer was to may have arrived.
      const stands = nth === 0 ? arrived : (await answer(await fetch(address, { signal }))).arrived
      if (stands !== arrived) return stands
      const sent = await fetch(address, {
        ...{ method: 'PATCH', body: piece, signal },
        headers: { 'upload-offset': String(arrived) },
      })
      return (await answer(sent)).arrived
    })
  }
  return bytesToHex(hash.digest())
}

async function post(address: string, body: unknown, signal: AbortSignal) {
  const headers = { 'content-type': 'application/json' }
  return answer(
    await fetch(address, { method: 'POST', headers, body: JSON.stringify(body), signal }),
  )
}

async function answer(response: Response) {
  if (response.ok) return response.json()
  if (response.status >= 500) throw new Error(`the upload answered ${response.status}`)
  const { message } = await response.json().catch(() => ({}))
  throw new UploadRefused(message ?? 'The file could not be taken. Choose it again.')
}

/** Does it until the server was reached; what it refused is final. */
async function again<T>(signal: AbortSignal, work: (nth: number) => Promise<T>): Promise<T> {
  for (let nth = 0; ; nth++) {
    try {
      return await work(nth)
    } catch (error) {
      if (error instanceof UploadRefused || signal.aborted) throw error
      await rest(Math.min(FIRST_PAUSE * 2 ** nth, LONGEST_PAUSE), signal)
    }
  }
}

/** A pause that ends early when the connection is back. */
function rest(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, time)
    addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
}
