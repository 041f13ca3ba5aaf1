/**
 * Runs `work` at once, and when it is called for again within `pause` milliseconds, once more after
 * them: no call is the last without a run after it.
 */
export function throttle(work: () => void, pause: number): { run: () => void; stop: () => void } {
  let resting: NodeJS.Timeout | undefined
  let again = false

  function run() {
    again = resting !== undefined
    if (again) return
    resting = setTimeout(() => {
      resting = undefined
      if (again) run()
    }, pause)
    work()
  }
  return { run, stop: () => clearTimeout(resting) }
}
