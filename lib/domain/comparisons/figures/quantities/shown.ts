import { cutOff, isLess, ONE, type Ratio, ratio, size, tenTo, toNearest, written } from './ratio'

/**
 * A number as a report prints it, with a comma at the thousands: to so many significant digits, except
 * that whole digits are never made zeros (`402`, `16.1`, `0.0254`, `1,234,567`).
 */
export function shown(value: Ratio, significant = 3): string {
  const places = Math.max(0, significant - wholeDigits(value))
  return grouped(written(toNearest(value, tenTo(-places))))
}

/** A number with all its digits; one that never ends, to twelve significant digits behind `≈`. */
export function shownInFull(value: Ratio): string {
  const exact = written(value)
  return exact.includes('/') ? `≈ ${shown(value, 12)}` : grouped(exact)
}

/** Per cent to one decimal place, and never `0` where there is something. */
export function shownPercent(share: Ratio): string {
  const percent = size(ratio(share.n * 100n, share.d))
  if (percent.n === 0n) return '0 %'
  const tenth = ratio(1n, 10n)
  if (isLess(percent, ratio(1n, 20n))) return 'less than 0.1 %'
  return `${grouped(written(toNearest(percent, isLess(percent, ratio(100n)) ? tenth : ONE)))} %`
}

/** How many digits stand before the point; below one, less by each zero behind it. */
function wholeDigits(value: Ratio): number {
  const positive = size(value)
  if (positive.n === 0n) return 1
  const whole = cutOff(positive, ONE).n
  if (whole > 0n) return String(whole).length
  return -(/^0*/.exec(String((positive.n * 10n ** 40n) / positive.d).padStart(40, '0'))?.[0] ?? '')
    .length
}

const grouped = (decimal: string) =>
  decimal.replace(
    /^(-?)(\d+)/,
    (_, sign: string, whole: string) => sign + whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ','),
  )
