import type { Warning } from '../../parser-kinds'
import { type Bytes, piecesOf } from './foreign-file'

/** What in a page or an SVG would act if a browser opened it. It stays as it is, and Stet never opens it so. */
export async function markupWarnings(file: Bytes): Promise<Warning[]> {
  const found = new Set<Warning>()
  for await (const piece of piecesOf(file, { piece: 4 * 1024 * 1024, overlap: 512 })) {
    const text = piece.toString(isWide(piece) ? 'utf16le' : 'latin1')
    for (const { pattern, warning } of SIGNS) if (pattern.test(text)) found.add(warning)
  }
  return [...found]
}

const SIGNS: { pattern: RegExp; warning: Warning }[] = [
  {
    pattern: /<(?:\w+:)?script\b|\bon[a-z]{3,30}\s*=\s*["'\w]|javascript\s*:/i,
    warning: {
      kind: 'script',
      sentence: 'It holds script. Stet shows it without; a browser that opens the file runs it.',
    },
  },
  {
    pattern: /<!ENTITY\b|<(?:\w+:)?foreignObject\b|<iframe\b|<(?:object|embed)\b/i,
    warning: {
      kind: 'outside',
      sentence: 'It draws in other content, which may change what a browser shows.',
    },
  },
]

const isWide = (piece: Buffer) => piece.subarray(0, 64).includes(0)
