/**
 * The weights that a gradient leads to from zero, by Adam with a small penalty on their squares (all but the last, which
 * is the constant one); the same each time.
 */
export function descend(
  length: number,
  addGradient: (weights: Float64Array, gradient: Float64Array) => void,
  { steps = 120, rate = 0.12, penalty = 1e-3 } = {},
): Float64Array {
  const weights = new Float64Array(length)
  const first = new Float64Array(length)
  const second = new Float64Array(length)
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(length)
    addGradient(weights, gradient)
    for (let at = 0; at < length; at++) {
      const weight = weights[at] ?? 0
      const slope = (gradient[at] ?? 0) + (at < length - 1 ? penalty * weight : 0)
      const mean = 0.9 * (first[at] ?? 0) + 0.1 * slope
      const square = 0.99 * (second[at] ?? 0) + 0.01 * slope * slope
      first[at] = mean
      second[at] = square
      const stride = mean / (1 - 0.9 ** step) / (Math.sqrt(square / (1 - 0.99 ** step)) + 1e-8)
      weights[at] = weight - rate * stride
    }
  }
  return weights
}
