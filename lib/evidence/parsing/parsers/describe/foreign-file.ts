import { Refusal } from '@/lib/domain/refusal'

/** Bytes that can be read from anywhere: a file, or what is in one. Reading past the end gives fewer. */
export interface Bytes {
  size: number
  read(start: number, length: number): Promise<Buffer>
}

/** A file on our disk. */
export interface ForeignFile extends Bytes {
  path: string
}

/** A "no" about the file itself. */
export function refuse(message: string): Refusal {
  return new Refusal('invalid', message, { file: message })
}

/** Pieces of a file in order, each with the end of the one before it, so that no word is cut in two. In bytes. */
export async function* piecesOf(
  file: Bytes,
  { piece, overlap }: { piece: number; overlap: number },
): AsyncGenerator<Buffer> {
  for (let start = 0; start < file.size; start += piece) {
    const from = Math.max(0, start - overlap)
    yield await file.read(from, start - from + piece)
  }
}
