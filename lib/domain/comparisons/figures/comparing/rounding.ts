import {
  cutOff,
  isLess,
  isSame,
  minus,
  over,
  plus,
  type Ratio,
  ratio,
  size,
  times,
  toNearest,
} from '../quantities/ratio'

export interface Rounding {
  way: 'nearest' | 'up' | 'down'
  step: Ratio
}

/** Further off than this is no rounding that a reader would call one. */
const MOST_OFF = ratio(1n, 20n)

/**
 * How a value comes out as the printed number by rounding, by the finest step that does it: its last written digit or
 * a tenfold of that where it ends in zeros. To the nearest step if that does, else up or down. Null where no step does,
 * and beyond 5 % of the value unless a step is the digit that was written.
 */
export function roundingOf(value: Ratio, printed: Ratio, writtenStep: Ratio): Rounding | null {
  const isNear = isLess(
    size(minus(value, printed)),
    plus(times(size(value), MOST_OFF), ratio(1n, 10n ** 30n)),
  )
  if (!isNear) return null
  const steps = stepsOf(printed, writtenStep)
  const nearest = steps.find((step) => isSame(toNearest(value, step), printed))
  if (nearest) return { way: 'nearest', step: nearest }
  const cut = steps.find((step) => isSame(cutOff(value, step), printed))
  if (cut) return { way: 'down', step: cut }
  const up = steps.find((step) => isSame(plus(cutOff(value, step), step), printed))
  return up ? { way: 'up', step: up } : null
}

/** The step of the last digit, and its tenfolds as long as the number is a multiple of them. */
function stepsOf(printed: Ratio, writtenStep: Ratio): Ratio[] {
  const steps: Ratio[] = []
  let step = writtenStep.n === 0n ? ratio(1n) : writtenStep
  while (steps.length < 15 && !isLess(size(printed), step) && over(printed, step).d === 1n) {
    steps.push(step)
    step = times(step, ratio(10n))
  }
  return steps
}
