/** The narrowest and the widest line, in UTF-16 units, at which mail and text programs break. */
const NARROWEST = 50
const WIDEST = 100

/** The share of lines that must be as full as their width allows: hand-made line breaks stay far below. */
const NEARLY_ALL = 0.85

type Lines = readonly string[]

/** The width at which a program broke a text's paragraphs into lines, or null where a person broke them. */
export function wrapWidth(paragraphs: readonly Lines[]): number | null {
  const broken = paragraphs.flatMap((lines) => lines.slice(0, -1))
  const width = broken.reduce((widest, { length }) => Math.max(widest, length), 0)
  if (broken.length < 2 || width < NARROWEST || width > WIDEST) return null
  const full = paragraphs.reduce((sum, lines) => sum + fullLines(lines, width), 0)
  return full >= broken.length * NEARLY_ALL ? width : null
}

/** Whether a program broke a paragraph's lines at that width. */
export function isWrapped(lines: Lines, width: number | null): boolean {
  return width !== null && fullLines(lines, width) >= (lines.length - 1) * NEARLY_ALL
}

/** A line is full when the next line's first word would not have fitted on it. */
function fullLines(lines: Lines, width: number): number {
  return lines.filter((line, index) => {
    const next = lines[index + 1]
    return next !== undefined && line.trimEnd().length + 1 + firstWord(next).length > width
  }).length
}

const firstWord = (line: string) => /^\s*(\S*)/.exec(line)?.[1] ?? ''
