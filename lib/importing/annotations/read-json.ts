import { Refusal } from '@/lib/domain/refusal'
import { bisect } from '@/lib/domain/text/bisect'
import { lineAndColumn, parseJson } from '../json/parse-json'

/** The largest file that is read, in bytes. */
const MOST_BYTES = 20_000_000

/** Reads a file as JSON (RFC 8259). Refuses what is too large, is not UTF-8, is nested too deep or is no JSON, and says where. */
export function readJson(bytes: Uint8Array): unknown {
  refuseTooLarge(bytes.length)
  const text = decoded(bytes)
  if (text.trim() === '') throw refused('This file is empty.')
  return parseJson(text)
}

/** Refuses a file by its size in bytes alone, before it is read. */
export function refuseTooLarge(bytes: number): void {
  if (bytes <= MOST_BYTES) return
  throw refused(`This file has ${millions(bytes)} MB; a list of annotations may have 20.`)
}

function decoded(bytes: Uint8Array): string {
  if (isUtf8(bytes, bytes.length, false)) return new TextDecoder().decode(bytes)
  const whole = bisect(bytes.length, (count) => !isUtf8(bytes, count + 1, true))
  const before = new TextDecoder().decode(bytes.subarray(0, whole))
  throw refused(
    `This is not UTF-8 at ${lineAndColumn(before, before.length)} (byte ${whole.toLocaleString('en')}). JSON is always UTF-8.`,
  )
}

/** Whether so many bytes from the first are UTF-8; those of a character that goes on may be cut. */
function isUtf8(bytes: Uint8Array, count: number, cut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, count), { stream: cut })
    return true
  } catch {
    return false
  }
}

const millions = (bytes: number) => Math.ceil(bytes / 1_000_000).toLocaleString('en')

export const refused = (message: string) => new Refusal('invalid', message)
