import sharp from 'sharp'
import { refuse } from './foreign-file'

/** How many pixels an image may have: a camera of the largest kind takes 150 million. */
const MOST_PIXELS = 200_000_000

/** The size of an image in pixels. Refuses one that is too large before it is decoded, and one that is not whole. */
export async function inspectImage(path: string): Promise<{ width: number; height: number }> {
  const { width, height } = await sizeOf(path)
  refuseTooManyPixels(width, height)
  // To decode all of it is the only way to know that all of it is there.
  await sharp(path, { failOn: 'truncated', limitInputPixels: MOST_PIXELS, sequentialRead: true })
    .resize(64, 64, { fit: 'inside' })
    .toBuffer()
    .catch(() => {
      throw refuse('This image is damaged or ends too early. Save or send it again.')
    })
  return { width, height }
}

/** The size of an image as its header gives it, in pixels. */
export async function sizeOf(path: string): Promise<{ width: number; height: number }> {
  sharp.concurrency(1)
  const { width, height } = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw refuse('This image is damaged: it cannot be read. Save or send it again.')
    })
  return { width, height }
}

/** Refuses an image that would fill the memory if it were drawn. */
export function refuseTooManyPixels(width: number, height: number): void {
  if (width * height <= MOST_PIXELS) return
  const count = (pixels: number) => pixels.toLocaleString('en')
  throw refuse(
    `This image has ${count(width)} × ${count(height)} pixels; Stet draws up to ${count(MOST_PIXELS)} in all. Save it smaller.`,
  )
}
