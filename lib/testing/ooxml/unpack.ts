import { unzip } from '../evidence/unzip'

/** The parts of an Office document as text, by their names. */
export function unpack(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzip(file)).map(([name, part]) => [name, part.toString()]),
  )
}
