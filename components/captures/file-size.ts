/** A size in bytes as people read it: 3.2 MB. */
export function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`
  const [unit, divisor] = bytes < 1e6 ? ['kB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9]
  const value = bytes / (divisor as number)
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`
}
