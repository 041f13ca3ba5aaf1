/**
 * How often something may be done under one key: `burst` times at once, and `perSecond` times a
 * second in the long run. Keys that were not used for a while are forgotten. `standing` says how many are left, after how many
 * seconds there is another (0 where there is one), and after how many all are there again.
 */
export function rateLimit({ burst, perSecond }: { burst: number; perSecond: number }) {
  const spent = new Map<string, { times: number; at: number }>()
  const whole = (burst / perSecond) * 1_000

  function take(key: string): boolean {
    const now = Date.now()
    if (spent.size > MANY) forget(now - whole)
    const times = timesOf(key, now)
    if (times + 1 > burst) return false
    spent.set(key, { times: times + 1, at: now })
    return true
  }

  function timesOf(key: string, now: number): number {
    const last = spent.get(key)
    return last ? Math.max(0, last.times - ((now - last.at) / 1_000) * perSecond) : 0
  }

  function standing(key: string) {
    const times = timesOf(key, Date.now())
    const seconds = (over: number) => Math.max(0, Math.ceil(over / perSecond))
    return {
      left: Math.max(0, Math.floor(burst - times)),
      wait: seconds(times + 1 - burst),
      whole: seconds(times),
    }
  }

  return Object.assign(take, { standing })

  function forget(before: number): void {
    for (const [key, { at }] of spent) if (at < before) spent.delete(key)
  }
}

const MANY = 10_000
