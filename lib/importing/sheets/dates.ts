import { childOf, childrenOf, type XmlElement } from '../word/markup/xml'

/** How a cell's number is shown as a moment: with a day, with a time, or both. */
export interface DateStyle {
  day: boolean
  time: boolean
}

/** The styles of a workbook that show numbers as days or times, by their place (ECMA-376 part 1, §18.8.30 and §18.8.31). */
export function dateStyles(styles: XmlElement | null): Map<number, DateStyle> {
  if (!styles) return new Map()
  const formats = childrenOf(childOf(styles, 'x:numFmts') ?? styles, 'x:numFmt')
  const codes = new Map(
    formats.map(({ attributes }) => [
      Number(attributes.get('numFmtId')),
      attributes.get('formatCode') ?? '',
    ]),
  )
  const cells = childOf(styles, 'x:cellXfs')
  return new Map(
    (cells ? childrenOf(cells, 'x:xf') : []).flatMap(({ attributes }, at) => {
      const id = Number(attributes.get('numFmtId') ?? 0)
      const code = codes.get(id)
      const style = code === undefined ? builtIn(id) : styleOf(code)
      return style ? [[at, style] as const] : []
    }),
  )
}

/** What needs no code, because every spreadsheet knows it by its number. */
function builtIn(id: number): DateStyle | null {
  if (id === 22) return { day: true, time: true }
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) {
    return { day: false, time: true }
  }
  const isDay =
    (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)
  return isDay ? { day: true, time: false } : null
}

function styleOf(code: string): DateStyle | null {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '')
  const [day, time] = [/[yd]/i.test(bare), /[hs]/i.test(bare)]
  if (/general/i.test(bare) || !(day || time)) {
    return /^m+$/i.test(bare.trim()) ? { day: true, time: false } : null
  }
  return { day, time }
}

/** Days from 30 December 1899 to the first day of a workbook that counts from 1904. */
const TO_1904 = 1_462
const DAY = 86_400_000

/**
 * A number of days as ISO 8601, as the cell shows it; null where it is no moment that a spreadsheet has. Excel takes 1900
 * for a leap year, so that days before its March are one further on.
 */
export function momentOf(serial: number, { day, time }: DateStyle, is1904: boolean): string | null {
  const days = is1904 ? serial + TO_1904 : serial < 60 ? serial + 1 : serial
  if (!Number.isFinite(serial) || serial < 0 || days > 2_958_466) return null
  // To the second: a time is a fraction that hardly ever is exact.
  const at = new Date(
    Math.round((Date.UTC(1899, 11, 30) + days * DAY) / 1_000) * 1_000,
  ).toISOString()
  const clock = at.slice(11, 19).replace(/:00$/, '')
  if (!day) return clock
  return time && serial % 1 !== 0 ? `${at.slice(0, 10)} ${clock}` : at.slice(0, 10)
}
