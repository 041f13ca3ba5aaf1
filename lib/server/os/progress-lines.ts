/** Says how one thing went, as a line: its name, then the result. */
export function say(name: string, result: string) {
  console.log(`${name.padEnd(11)}${result}`)
}

/** Does one thing and says how it went; what is being done is shown meanwhile, where it takes a while. */
export async function step<T>(
  name: string,
  { doing, work }: { doing: string; work: () => Promise<T> },
  result: (value: T) => string,
): Promise<T> {
  const slow = setTimeout(() => say(name, `${doing} …`), 1_000)
  try {
    const value = await work()
    clearTimeout(slow)
    say(name, result(value))
    return value
  } finally {
    clearTimeout(slow)
  }
}
