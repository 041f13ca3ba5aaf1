import { HUNDRED, minus, over, type Ratio, size, times } from './ratio'

/** How much more the second is than the first, in per cent of the first, exactly and below zero for less; null of zero. */
export function percentChange(from: Ratio, to: Ratio): Ratio | null {
  return from.n === 0n ? null : times(over(minus(to, from), size(from)), HUNDRED)
}
