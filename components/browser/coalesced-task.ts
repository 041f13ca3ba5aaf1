/** After work that was asked for again meanwhile, a pause of so many times as long as it took. */
const REST = 2

/** The longest such pause, in milliseconds: what waited long for a database that was away is no measure of the work. */
const LONGEST_REST = 4_000

/** The pause after work that failed, in milliseconds. */
const FAILED = 3_000

/**
 * Does `work` at once when asked, never twice at a time. Asked meanwhile, it does it once more after
 * a pause that grows with the time it took, so that the last asking always has a doing after it. Work
 * that failed is done again by itself.
 *
 * @param least the shortest pause, in milliseconds
 */
export function coalescedTask(
  work: () => Promise<void>,
  least = 150,
): { ask: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: 'idle' | 'working' | 'resting' = 'idle'
  let again = false

  function ask() {
    again = true
    if (state === 'idle') void begin()
  }

  async function begin() {
    state = 'working'
    again = false
    const start = performance.now()
    const done = await work().then(
      () => true,
      () => false,
    )
    again ||= !done
    state = 'resting'
    const took = performance.now() - start
    timer = setTimeout(rested, done ? Math.max(least, Math.min(took * REST, LONGEST_REST)) : FAILED)
  }

  function rested() {
    state = 'idle'
    if (again) void begin()
  }

  return { ask, stop: () => clearTimeout(timer) }
}
