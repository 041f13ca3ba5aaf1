import { Refusal } from '@/lib/domain/refusal'

/** A part of a MIME message (RFC 2046 §5.1): its header's fields by their names in lower case, and its body as it is written. */
export interface MimePart {
  fields: Map<string, string>
  body: Uint8Array
}

const MOST_PARTS = 5_000

/**
 * The header of a message, and its outermost parts, none where it has only one. Refuses a message that ends before its
 * closing boundary does, and one of more than 5,000 parts, nested ones with them.
 */
export function mimeParts(
  bytes: Uint8Array,
  what: string,
): { fields: Map<string, string>; parts: MimePart[] } {
  const whole = partOf(bytes)
  const boundary = boundaryOf(whole.fields)
  if (boundary === null) return { fields: whole.fields, parts: [] }
  const pieces = piecesOf(whole.body, boundary)
  const parts = pieces.bodies.map((body) => partOf(body))
  if (!pieces.isClosed) {
    throw invalid(`This ${what} was cut: it ends within its part ${Math.max(1, parts.length)}.`)
  }
  return { fields: whole.fields, parts }
}

function boundaryOf(fields: ReadonlyMap<string, string>): string | null {
  const type = fields.get('content-type') ?? ''
  if (!/^multipart\//i.test(type)) return null
  const [, quoted, plain] = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? []
  return quoted ?? plain ?? null
}

function piecesOf(body: Uint8Array, boundary: string): { bodies: Uint8Array[]; isClosed: boolean } {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const mark = Buffer.from(`--${boundary}`)
  const bodies: Uint8Array[] = []
  let begun = -1
  let marks = 0
  for (let at = buffer.indexOf(mark); at !== -1; at = buffer.indexOf(mark, at + mark.length)) {
    if (at > 0 && buffer[at - 1] !== LINE_FEED) continue
    if (++marks > MOST_PARTS)
      throw invalid(
        `This has more than ${MOST_PARTS.toLocaleString('en')} parts, more than are read.`,
      )
    if (begun !== -1) bodies.push(buffer.subarray(begun, at))
    const after = at + mark.length
    if (buffer[after] === DASH && buffer[after + 1] === DASH) return { bodies, isClosed: true }
    const end = buffer.indexOf(LINE_FEED, after)
    begun = end === -1 ? buffer.length : end + 1
  }
  if (begun !== -1) bodies.push(buffer.subarray(begun))
  return { bodies, isClosed: false }
}

const LINE_FEED = 10
const DASH = 45

function partOf(bytes: Uint8Array): MimePart {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ends = [buffer.indexOf('\r\n\r\n'), buffer.indexOf('\n\n')].filter((at) => at !== -1)
  const end = ends.length > 0 ? Math.min(...ends) : buffer.length
  const header = buffer.subarray(0, Math.min(end, LONGEST_HEADER)).toString('latin1')
  const fields = new Map<string, string>()
  for (const line of header.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? []
    if (name && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim())
  }
  return { fields, body: buffer.subarray(end).subarray(buffer[end] === LINE_FEED ? 2 : 4) }
}

/** In bytes. */
const LONGEST_HEADER = 256_000

export const invalid = (message: string) => new Refusal('invalid', message, { file: message })
