/**
 * Lets work of the same name go on a few at a time, in the order in which it came. What waits here holds nothing that
 * others need, such as a connection to the database.
 */
export function waitingLine(abreast: number) {
  const lines = new Map<string, { going: number; waiting: (() => void)[] }>()

  return async function inLine<T>(name: string, work: () => Promise<T>): Promise<T> {
    const line = lines.get(name) ?? { going: 0, waiting: [] }
    lines.set(name, line)
    if (line.going < abreast) line.going++
    else await new Promise<void>((begin) => line.waiting.push(begin))
    try {
      return await work()
    } finally {
      const next = line.waiting.shift()
      if (next) next()
      else if (--line.going === 0) lines.delete(name)
    }
  }
}
