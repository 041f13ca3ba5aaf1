import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { Made, ParserArgs, ParserValue } from '../parser-kinds'
import { refuse } from './describe/foreign-file'
import { refuseTooManyPixels, sizeOf } from './describe/image'

/**
 * Draws an image anew, turned as the camera says and at most as large as wanted, in sRGB and without EXIF, XMP or
 * comments. An SVG is drawn from its bytes alone: without scripts, and without anything that it would load.
 */
export async function parse(
  path: string,
  { format, width, height }: ParserArgs<'raster'>,
): Promise<Made<ParserValue<'raster'>>> {
  const found = await sizeOf(path)
  refuseTooManyPixels(found.width, found.height)
  const { data, info } = await sharp(await readFile(path), { failOn: 'truncated', pages: 1 })
    .rotate()
    .resize(width, height, { fit: 'inside', withoutEnlargement: true })
    .toFormat(format)
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw refuse('This image is damaged or ends too early: it cannot be drawn.')
    })
  const size = { width: info.width, height: info.height }
  return { value: { mediaType: `image/${format}`, ...size }, bytes: data }
}
