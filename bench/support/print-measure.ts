/** Prints one measurement. */
export function line(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Prints a ratio with the bound that it has to keep. */
export function ratio(
  what: string,
  value: number,
  bound: { most: number } | { least: number },
): void {
  const kept = 'most' in bound ? value <= bound.most : value >= bound.least
  const promised = 'most' in bound ? `at most ${bound.most}` : `at least ${bound.least}`
  line(`${kept ? 'kept  ' : 'MISSED'}  ${what}: ${value.toFixed(2)} (${promised})`)
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** The number that so many percent of some numbers do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length * percent) / 100)] ?? Number.NaN
}
