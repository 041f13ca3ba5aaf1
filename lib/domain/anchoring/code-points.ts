import { bisect } from '../text/bisect'

/**
 * Counts places of a text in Unicode code points, as the W3C wants them (Web Annotation §4.2.5), and not in UTF-16
 * units, as everything here has them. A place inside a surrogate pair counts as the place before it.
 */
export class CodePoints {
  /** Where the second half of each pair stands, in UTF-16 units. */
  private readonly halves: number[] = []

  constructor(private readonly text: string) {
    for (const { index } of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) this.halves.push(index + 1)
  }

  /** The code points before a place. */
  of(unit: number): number {
    return unit - bisect(this.halves.length, (at) => (this.halves[at] ?? 0) > unit)
  }

  /** The place in UTF-16 units behind so many code points; null where the text is shorter. */
  unitAt(point: number): number | null {
    const pairs = bisect(this.halves.length, (at) => (this.halves[at] ?? 0) - at > point)
    const unit = point + pairs
    return unit > this.text.length ? null : unit
  }
}
