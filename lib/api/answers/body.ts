import { Problem } from './problems'

/** The longest body that a program may send, in bytes. */
export const LONGEST_BODY = 1024 * 1024

/** How many objects and lists may stand in one another. */
export const DEEPEST = 64

/** What a request holds as JSON (RFC 8259): an object. Nothing is read on once it is too long, and nothing parsed that is too deep. */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request)
  if (bytes.length === 0) return {}
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) {
    throw new Problem('not-a-json-body', 'Send it with Content-Type: application/json.')
  }
  const value = parsed(bytes)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>
  }
  throw new Problem(
    'not-json',
    'The body has to be a JSON object with the fields of the operation.',
  )
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  // A stream that is left before its end is cancelled.
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > LONGEST_BODY) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export const tooLarge = () =>
  new Problem('too-large', 'At most 1 MiB can be sent at once. Nothing was changed.')

function parsed(bytes: Uint8Array): unknown {
  const text = decoded(bytes)
  if (depthOf(text) > DEEPEST) {
    throw new Problem('too-deep', `At most ${DEEPEST} objects and lists may stand in one another.`)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Problem('not-json', `It cannot be read: ${(error as Error).message}`)
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Problem('not-json', 'The body is not in UTF-8.')
  }
}

/** How deep brackets stand in one another, outside of strings; looked at before anything is made of them. */
export function depthOf(json: string): number {
  let [depth, deepest, inString] = [0, 0, false]
  for (let at = 0; at < json.length; at++) {
    const letter = json[at]
    if (inString) {
      if (letter === '\\') at++
      else if (letter === '"') inString = false
    } else if (letter === '"') inString = true
    else if (letter === '{' || letter === '[') deepest = Math.max(deepest, ++depth)
    else if (letter === '}' || letter === ']') depth--
  }
  return deepest
}
