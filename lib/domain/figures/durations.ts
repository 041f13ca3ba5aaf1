/** How long a check took, from the claim's marking to its first verdict: upper bounds in seconds, and how they are called. */
export const DURATIONS = [
  { under: 3_600, words: 'Under an hour' },
  { under: 4 * 3_600, words: '1 to 4 hours' },
  { under: 24 * 3_600, words: '4 to 24 hours' },
  { under: 3 * 86_400, words: '1 to 3 days' },
  { under: 7 * 86_400, words: '3 to 7 days' },
  { under: Number.POSITIVE_INFINITY, words: 'A week or more' },
] as const

/** The bounds between the buckets, in seconds, as `width_bucket` takes them. */
export const DURATION_BOUNDS = DURATIONS.slice(0, -1).map(({ under }) => under)

/** A length of time as it is said, in its two largest units: `2 d 4 h`. */
export function durationWords(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  const [days, hours, rest] = [
    Math.floor(minutes / 1_440),
    Math.floor((minutes % 1_440) / 60),
    minutes % 60,
  ]
  const parts =
    days > 0
      ? [
          [days, 'd'],
          [hours, 'h'],
        ]
      : [
          [hours, 'h'],
          [rest, 'min'],
        ]
  const words = parts.filter(([count]) => count !== 0).map(([count, unit]) => `${count} ${unit}`)
  return words.join(' ') || 'a minute'
}
