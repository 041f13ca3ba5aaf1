import sax from 'sax'
import { Refusal } from '@/lib/domain/refusal'
import type { PackageParts } from '../word/markup/package-parts'

/** What is heard while a part is read from its beginning; names are without their prefixes. */
export interface PartListener {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void
  close: (name: string) => void
  text: (words: string) => void
}

/**
 * Reads a part as XML 1.0 piece by piece, and holds nothing of it. Refuses a document type, which could name entities, and
 * what is not well-formed; what a listener throws ends the reading.
 */
export async function readEvents(
  parts: PackageParts,
  name: string,
  listener: PartListener,
): Promise<void> {
  const parser = sax.parser(true, { position: false })
  const stopped = (why: string) => new Refusal('invalid', `${why} Reading stopped in ${name}.`)
  parser.onerror = (error) => {
    throw stopped(
      `This workbook is damaged: ${(error.message.split('\n')[0] ?? '').toLowerCase()}.`,
    )
  }
  parser.ondoctype = () => {
    throw stopped('This workbook declares a document type, which no spreadsheet writes.')
  }
  parser.onopentag = ({ name, attributes }) =>
    listener.open(local(name), attributes as Record<string, string>)
  parser.onclosetag = (name) => listener.close(local(name))
  parser.ontext = listener.text
  parser.oncdata = listener.text
  let decoder: TextDecoder | null = null
  for await (const chunk of parts.stream(name)) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    parser.write(decoded(decoder, chunk, stopped))
  }
  parser.close()
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** By the first bytes (XML 1.0, appendix F). */
const encodingOf = ([first, second]: Uint8Array) =>
  first === 0xff && second === 0xfe
    ? 'utf-16le'
    : first === 0xfe && second === 0xff
      ? 'utf-16be'
      : 'utf-8'

function decoded(
  decoder: TextDecoder,
  chunk: Uint8Array,
  stopped: (why: string) => Refusal,
): string {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch {
    throw stopped(
      'This workbook is damaged: a part of it is not in the encoding that it begins with.',
    )
  }
}
