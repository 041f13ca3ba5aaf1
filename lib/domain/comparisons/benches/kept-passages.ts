import type { Span } from '../../text/blocks'

/** A source of so few UTF-16 units is kept whole. */
const WHOLE = 2_000

/** So much is kept on either side of a passage, in UTF-16 units, up to the next white space. */
const AROUND = 160

const GAP = ' […] '

/** The passages of a source with the words around them, and a mark where more was left out; all of a short source. */
export function keptPassages(source: string, passages: readonly Span[]): string {
  if (source.length <= WHOLE) return source
  const spans = passages.length > 0 ? passages : [{ start: 0, end: WHOLE - 2 * AROUND }]
  const kept: Span[] = []
  for (const { start, end } of spans) {
    const wide = { start: before(source, start - AROUND), end: behind(source, end + AROUND) }
    const last = kept.at(-1)
    if (!last || wide.start > last.end) kept.push(wide)
    else last.end = Math.max(last.end, wide.end)
  }
  const words = kept.map(({ start, end }) => source.slice(start, end).trim()).join(GAP)
  const [from, to] = [kept[0]?.start ?? 0, kept.at(-1)?.end ?? 0]
  return `${from > 0 ? GAP.trimStart() : ''}${words}${to < source.length ? GAP.trimEnd() : ''}`
}

function before(source: string, at: number): number {
  if (at <= 0) return 0
  return source.slice(0, at).search(/\S{0,60}$/u)
}

function behind(source: string, at: number): number {
  if (at >= source.length) return source.length
  return at + (/^\S{0,60}/u.exec(source.slice(at, at + 60))?.[0].length ?? 0)
}
