/** How many files are read at the same time in one server: each may take a quarter of a gigabyte. */
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

/** Does something once fewer than two others are being done, in the order in which they were asked for. */
export async function inLine<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
