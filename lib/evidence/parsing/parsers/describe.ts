import { open } from 'node:fs/promises'
import type { Description, Made, ParserArgs, Warning } from '../parser-kinds'
import { refuseLie } from './describe/claims'
import { contentOf } from './describe/content'
import { refuseEicar } from './describe/eicar'
import { inspectImage } from './describe/image'
import { markupWarnings } from './describe/markup'
import { inspectPdf } from './describe/pdf'
import { refuseCutOff } from './describe/whole'

/**
 * Tells what a file is by its content, never by its name. Refuses what its name or its sender says otherwise of, the
 * EICAR test file, programs, types that Stet does not keep, files that were cut off, archives that would burst and
 * images too large to be drawn. What only its readers should know of is a warning.
 */
export async function parse(
  path: string,
  claimed: ParserArgs<'describe'>,
): Promise<Made<Description>> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const file = { path, size, read: readingFrom(handle) }
    refuseEicar(await file.read(0, 200))
    const { type, warnings } = await contentOf(file, claimed)
    refuseLie(type, claimed)
    await refuseCutOff(file, type)
    const isDrawn = type.family === 'image' && type.mediaType !== 'image/svg+xml'
    const image = isDrawn ? await inspectImage(path) : null
    const found: Warning[] = [...warnings]
    if (type.mediaType === 'application/pdf') found.push(...(await inspectPdf(file)))
    if (MARKUP.has(type.mediaType)) found.push(...(await markupWarnings(file)))
    return { value: { mediaType: type.mediaType, what: type.what, warnings: found, image } }
  } finally {
    await handle.close()
  }
}

const MARKUP = new Set(['image/svg+xml', 'text/html', 'multipart/related', 'application/xml'])

function readingFrom(handle: Awaited<ReturnType<typeof open>>) {
  return async (start: number, length: number): Promise<Buffer> => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, start)
    return buffer.subarray(0, bytesRead)
  }
}
