import type { TokenRange } from './token-index'

/** A token of the claim found in the new text. */
export interface Hit {
  now: number
  old: number
  weight: number
}

/** A word that stands more often than this is no hint. */
export const OFTEN = 40

/** The window of so many tokens in which different tokens of the claim weigh most, from hits in the order of the new text. */
export function bestWindow(
  hits: readonly Hit[],
  width: number,
): (TokenRange & { weight: number }) | null {
  const inside = new Map<number, number[]>()
  let [sum, best, first] = [0, 0, 0]
  let window: (TokenRange & { weight: number }) | null = null
  for (const hit of hits) {
    for (let out = hits[first]; out && out.now <= hit.now - width; out = hits[++first]) {
      const weights = inside.get(out.old) ?? []
      sum -= Math.max(0, ...weights)
      weights.shift()
      sum += Math.max(0, ...weights)
    }
    const weights = inside.get(hit.old) ?? []
    sum -= Math.max(0, ...weights)
    weights.push(hit.weight)
    sum += Math.max(0, ...weights)
    inside.set(hit.old, weights)
    if (sum > best) {
      best = sum
      window = { from: hits[first]?.now ?? hit.now, to: hit.now + 1, weight: best }
    }
  }
  return window
}
