import type { Span } from '../text/blocks'
import { differencesAt, type Tokenised, tokenised } from '../text/typography'

/** Words that somebody quoted from a text elsewhere, with what stood around them, as far as they said (W3C §4.2.4). */
export interface Quotation {
  exact: string
  prefix: string
  suffix: string
  /** Where they stood there, in UTF-16 units of this text; it decides only between places that are alike. */
  start: number | null
}

/** Where a quotation stands in a text. Only `found` is certain; everything else is a person’s to look at. */
export type QuotationFound =
  | { what: 'found'; at: Span }
  /** The words stand in several places, and nothing tells which is meant. */
  | { what: 'ambiguous'; places: readonly Span[] }
  /** The words stand here, but not between the words that are said to stand around them. */
  | { what: 'elsewhere'; places: readonly Span[] }
  | { what: 'missing' }

/**
 * Finds quotations in one text, by the rules that carry claims: the very words, but for their typographic form, in a
 * place that what stands around them tells from all others. Likeness is no place.
 */
export class QuotableText {
  private readonly text: Tokenised
  private readonly byKey = new Map<string, number[]>()
  /** Of the words that were looked for already: a list may name the same ones a thousand times. */
  private readonly known = new Map<string, readonly Span[]>()

  constructor(text: string) {
    this.text = tokenised(text)
    this.text.tokens.forEach(({ key }, at) => {
      const places = this.byKey.get(key)
      if (places) places.push(at)
      else this.byKey.set(key, [at])
    })
  }

  find(quotation: Quotation): QuotationFound {
    const places = this.placesOf(quotation.exact)
    if (places.length === 0) return { what: 'missing' }
    const around = { before: folded(quotation.prefix), after: folded(quotation.suffix) }
    const fitting =
      around.before + around.after === ''
        ? places
        : places.filter((place) => this.stands(place, quotation, around))
    const [only, ...others] = fitting
    if (!only) return { what: 'elsewhere', places }
    if (others.length === 0) return { what: 'found', at: only }
    const said = fitting.find(({ start }) => start === quotation.start)
    return said ? { what: 'found', at: said } : { what: 'ambiguous', places: fitting }
  }

  /** Every place of these words, whole words only, in the order of the text. */
  private placesOf(exact: string): readonly Span[] {
    const known = this.known.get(exact)
    if (known) return known
    const found = this.lookFor(exact)
    this.known.set(exact, found)
    return found
  }

  private lookFor(exact: string): Span[] {
    const quoted = tokenised(exact)
    const first = quoted.tokens[0]
    if (!first) return []
    return (this.byKey.get(first.key) ?? []).flatMap((at) => {
      const last = this.text.tokens[at + quoted.tokens.length - 1]
      const same =
        last && differencesAt({ of: this.text, at }, { of: quoted, at: 0 }, quoted.tokens.length)
      return same ? [{ start: this.startOf(at), end: last.end }] : []
    })
  }

  private startOf(at: number): number {
    return this.text.tokens[at]?.start ?? 0
  }

  private stands(
    { start, end }: Span,
    { prefix, suffix }: Quotation,
    { before, after }: { before: string; after: string },
  ): boolean {
    const { text } = this.text
    const left = text.slice(Math.max(0, start - 2 * prefix.length - SPARE), start)
    // Most places of a frequent word are told by the one letter beside it.
    if (!folded(left.trimEnd().slice(-4)).endsWith(before.slice(-1))) return false
    const right = text.slice(end, end + 2 * suffix.length + SPARE)
    return folded(left).endsWith(before) && folded(right).startsWith(after)
  }
}

/** Surroundings may have more white space here than there, in UTF-16 units. */
const SPARE = 16

/** Words without what typography decides: white space, the shape of quote marks, dashes and ellipses, encoding. */
function folded(words: string): string {
  return words
    .normalize('NFC')
    .replace(/\s+/g, '')
    .replace(/["“”„‟«»'‘’‚‛‹›′″]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replaceAll('…', '...')
}
