import type { Report } from '@/lib/domain/report/schema'
import { codePoints } from '@/lib/domain/text/invisible-characters'
import { dossier } from '../view/report-view'
import { typeset } from './compile-typst'

/**
 * A report as a tagged PDF (PDF/UA-1) with bookmarks, dated with the report's own time, so that the
 * same report gives the same bytes. A character that no font has is printed as its code point.
 */
export async function reportPdf(report: Report): Promise<Uint8Array> {
  const missing = new Set<string>()
  for (;;) {
    const known = missing.size
    const set = await typeset('report.typ', printable(report, missing))
    if ('pdf' in set) return set.pdf
    for (const characters of set.missing) for (const each of characters) missing.add(each)
    if (missing.size === known) throw new Error(`No font prints ${[...missing].join(' ')}`)
  }
}

function printable(report: Report, missing: ReadonlySet<string>): string {
  const data = {
    ...dossier(report),
    ...languageOf(report.article.language),
    date: dateOf(report.generatedAt),
    note: missing.size > 0 ? NO_FONT : null,
  }
  return JSON.stringify(data, (_, value) => {
    if (typeof value !== 'string') return value
    return breakable(missing.size > 0 ? written(value, missing) : value)
  })
}

const NO_FONT =
  'Some characters have no font on the machine that made this file and are printed as their code points, ⟦U+…⟧. The HTML report has them as they are.'

function written(text: string, missing: ReadonlySet<string>): string {
  return Array.from(text, (each) => (missing.has(each) ? codePoints(each) : each)).join('')
}

/**
 * Longer than any word or hash. Typst itself breaks scripts without spaces, and addresses where they
 * have a mark; only an address's own endless words are left to break.
 */
const UNBROKEN = /(?<!\S)(?!https?:\/\/|[0-9a-f]{64}(?!\S))[^\s\p{Lo}]{40,}|[a-z0-9]{65,}/giu

/** Lets what has no spaces break, with a zero-width space after every twentieth character. */
function breakable(text: string): string {
  return text.replace(UNBROKEN, (long) => {
    const pieces = Array.from(long).map((each, index) =>
      index % 20 === 19 ? `${each}\u200B` : each,
    )
    return pieces.join('')
  })
}

/** A BCP 47 tag as Typst takes it: two or three letters, and a region of two. */
function languageOf(tag: string): { lang: string; region: string | null } {
  const [lang = '', ...subtags] = tag.split('-')
  const region = subtags.find((subtag) => /^[a-z]{2}$/i.test(subtag))
  return {
    lang: /^[a-z]{2,3}$/i.test(lang) ? lang.toLowerCase() : 'en',
    region: region?.toUpperCase() ?? null,
  }
}

function dateOf(instant: string) {
  const at = new Date(instant)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  }
}
