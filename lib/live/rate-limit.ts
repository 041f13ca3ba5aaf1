/**
 * How often something may be done under one key: `burst` times at once, and `perSecond` times a
 * second in the long run. Keys that were not used for a while are forgotten.
 */
export function rateLimit({ burst, perSecond }: { burst: number; perSecond: number }) {
  const spent = new Map<string, { times: number; at: number }>()
  const whole = (burst / perSecond) * 1_000

  return (key: string): boolean => {
    const now = Date.now()
    if (spent.size > MANY) forget(now - whole)
    const last = spent.get(key)
    const times = last ? Math.max(0, last.times - ((now - last.at) / 1_000) * perSecond) : 0
    if (times + 1 > burst) return false
    spent.set(key, { times: times + 1, at: now })
    return true
  }

  function forget(before: number): void {
    for (const [key, { at }] of spent) if (at < before) spent.delete(key)
  }
}

const MANY = 10_000
