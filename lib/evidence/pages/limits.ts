/** How much keeping one page may cost. */
export interface PageLimits {
  /** Milliseconds from the start of the browser until everything is over. */
  time: number
  requests: number
  /** To and from the outside, as they go over the wire. */
  bytes: number
  /** Bytes of memory that all processes of the browser hold together. */
  memory: number
  /** The most of a page's height that is scrolled through and drawn, in CSS pixels. */
  height: number
}

export const PAGE_LIMITS: PageLimits = {
  time: 60_000,
  requests: 2_000,
  bytes: 100_000_000,
  memory: 1_500_000_000,
  height: 20_000,
}
