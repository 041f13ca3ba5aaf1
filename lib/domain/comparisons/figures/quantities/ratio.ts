/**
 * An exact number: a numerator over a denominator above zero, in lowest terms. Nothing here goes through
 * binary floating point, so 0.1 and 0.2 are 0.3.
 */
export interface Ratio {
  readonly n: bigint
  readonly d: bigint
}

/** An exact number as it is stored and sent: a decimal where it ends (`402.336`), else a fraction (`1/3`). */
export type Exact = string

/** A numerator over a denominator other than zero. */
export function ratio(n: bigint, d = 1n): Ratio {
  if (d === 0n) throw new RangeError('A ratio has no denominator of zero')
  const common = greatestCommon(n < 0n ? -n : n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n)
  return { n: n / common, d: d / common }
}

export const ZERO = ratio(0n)
export const ONE = ratio(1n)
export const HUNDRED = ratio(100n)

/** Reads `Exact`: ASCII digits with at most one point, or a fraction of two whole numbers. */
export function ratioOf(text: Exact): Ratio {
  const [whole = '', below = '1'] = text.split('/')
  const [before = '', after = ''] = whole.split('.')
  return ratio(BigInt(before + after), BigInt(below) * 10n ** BigInt(after.length))
}

/** Writes `Exact`; the two are each other's inverse. */
export function written({ n, d }: Ratio): Exact {
  const places = placesOf(d)
  if (places === null) return `${n}/${d}`
  if (places === 0) return String(n)
  const digits = String((n < 0n ? -n : n) * (10n ** BigInt(places) / d)).padStart(places + 1, '0')
  return `${n < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

export const plus = (a: Ratio, b: Ratio) => ratio(a.n * b.d + b.n * a.d, a.d * b.d)
export const minus = (a: Ratio, b: Ratio) => ratio(a.n * b.d - b.n * a.d, a.d * b.d)
export const times = (a: Ratio, b: Ratio) => ratio(a.n * b.n, a.d * b.d)
/** Refuses, as a bug, to divide by zero. */
export const over = (a: Ratio, b: Ratio) => ratio(a.n * b.d, a.d * b.n)
export const size = (a: Ratio): Ratio => (a.n < 0n ? { n: -a.n, d: a.d } : a)
export const isSame = (a: Ratio, b: Ratio) => a.n === b.n && a.d === b.d
export const isLess = (a: Ratio, b: Ratio) => a.n * b.d < b.n * a.d

/** To the power of a whole number. */
export function power(a: Ratio, exponent: number): Ratio {
  const by = BigInt(Math.abs(exponent))
  return exponent < 0 ? ratio(a.d ** by, a.n ** by) : ratio(a.n ** by, a.d ** by)
}

/** Ten to the power of a whole number, negative ones too. */
export const tenTo = (exponent: number) => power(ratio(10n), exponent)

/** The multiple of a step that is nearest; half a step goes away from zero, as newsrooms and ISO 80000-1 rule B round. */
export function toNearest(a: Ratio, step: Ratio): Ratio {
  const { n, d } = over(size(a), step)
  const steps = (2n * n + d) / (2n * d)
  return times(ratio(a.n < 0n ? -steps : steps), step)
}

/** The multiple of a step towards zero. */
export function cutOff(a: Ratio, step: Ratio): Ratio {
  const { n, d } = over(a, step)
  return times(ratio(n / d), step)
}

/** Near enough to put numbers in an order; never to decide whether two are the same. */
export const roughly = ({ n, d }: Ratio) => Number((n * 1_000_000n) / d) / 1_000_000

function greatestCommon(a: bigint, b: bigint): bigint {
  let [one, other] = [a, b]
  while (other !== 0n) [one, other] = [other, one % other]
  return one
}

/** How many decimal places a fraction needs to end; null where it never does. */
function placesOf(d: bigint): number | null {
  let [rest, twos, fives] = [d, 0, 0]
  for (; rest % 2n === 0n; rest /= 2n) twos++
  for (; rest % 5n === 0n; rest /= 5n) fives++
  return rest === 1n ? Math.max(twos, fives) : null
}
