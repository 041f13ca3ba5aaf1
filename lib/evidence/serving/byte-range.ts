import type { ByteRange } from '../files/file-store'

/**
 * The bytes that a `Range` field asks for (RFC 9110 §14.1.2): null for the whole file, also where more than one range is
 * asked for or it cannot be read, and `unsatisfiable` where it begins after the end.
 */
export function rangeOf(field: string | null, bytes: number): ByteRange | null | 'unsatisfiable' {
  const [, from = '', to = ''] = field?.match(/^bytes=(\d*)-(\d*)$/) ?? []
  if (from === '' && to === '') return null
  if (from === '') {
    const last = Number(to)
    return last === 0 ? 'unsatisfiable' : { start: Math.max(0, bytes - last), end: bytes - 1 }
  }
  const start = Number(from)
  const end = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  if (start >= bytes) return 'unsatisfiable'
  return end < start ? null : { start, end }
}
