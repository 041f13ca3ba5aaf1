import { z } from 'zod'

const fraction = z.number().min(0).max(1)
const box = z.object({ x: fraction, y: fraction, width: fraction, height: fraction })
const offset = z.int().nonnegative()
const words = z.string().max(10_000)

/** A part of a page or picture, in fractions of its width and height from the upper left corner. */
export type Box = z.infer<typeof box>

/**
 * Where in a capture evidence stands: words of the readable text with those around them (W3C Web Annotation §4.2.4 and
 * §4.2.5, in UTF-16 units), boxes on a page of a document, a box on a picture or screenshot, or a time in seconds.
 */
export const passageSchema = z.discriminatedUnion('kind', [
  z
    .object({
      ...{ kind: z.literal('text'), start: offset, end: offset },
      ...{ exact: words, prefix: words, suffix: words },
    })
    .refine(({ start, end }) => start < end, 'Choose the words that the evidence rests on.'),
  z.object({
    ...{ kind: z.literal('page'), page: z.int().positive(), exact: words },
    boxes: z.array(box).min(1).max(200),
  }),
  z.object({ kind: z.literal('picture'), role: z.enum(['original', 'screenshot']), box }),
  z.object({
    ...{ kind: z.literal('time'), from: z.number().nonnegative() },
    to: z.number().nonnegative().nullable(),
  }),
])

export type Passage = z.infer<typeof passageSchema>

/** How a passage is named in print, as a locator; `line` is the number of its first line, for words of a plain text. */
export function locatorOf(passage: Passage, line?: number): string {
  switch (passage.kind) {
    case 'text':
      return line ? `line ${line}` : `“${shortened(passage.exact)}”`
    case 'page':
      return `page ${passage.page}`
    case 'picture':
      return `box at ${percent(passage.box.x)} across, ${percent(passage.box.y)} down`
    case 'time':
      return passage.to === null
        ? timecode(passage.from)
        : `${timecode(passage.from)}–${timecode(passage.to)}`
  }
}

/** Seconds as hours, minutes and seconds: 723.4 is 00:12:03. */
export function timecode(seconds: number): string {
  const whole = Math.floor(seconds)
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}

const percent = (fraction: number) => `${Math.round(fraction * 100)} %`

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${Array.from(line).slice(0, 59).join('')}…` : line
}
