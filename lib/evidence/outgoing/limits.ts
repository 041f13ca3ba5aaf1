/** How much one request outside may cost. */
export interface Limits {
  /** Of the body, as it came and as it was decoded, each. */
  bytes: number
  /** Milliseconds from the first look-up to the last byte, over all redirects. */
  totalTime: number
  /** Milliseconds in which nothing comes. */
  idleTime: number
  /** How many are followed; with 0, a redirect is the answer. */
  redirects: number
}

export const LIMITS: Limits = {
  bytes: 100_000_000,
  totalTime: 120_000,
  idleTime: 20_000,
  redirects: 10,
}

export const inMegabytes = (bytes: number) =>
  `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`

export const inSeconds = (milliseconds: number) =>
  `${(milliseconds / 1_000).toLocaleString('en', { maximumFractionDigits: 1 })} seconds`
