import { Refusal } from '../../refusal'
import type { SheetRow } from '../../sheets/sheet'
import {
  MOST_PUBLISHED,
  type PublishedCheck,
  type ReadCheck,
  readCheck,
  withoutRepeats,
} from './published-check'

type Column = keyof PublishedCheck

/** Headings as lists of fact-checks have them, by what the column says. */
const HEADINGS: Record<Column, string> = {
  claim:
    'claim|claim reviewed|claimreviewed|claim text|statement|quote|text|behauptung|affirmation|afirmación|iddia|утверждение|ادعاء',
  claimant:
    'claimant|author|claim author|speaker|claimed by|who said it|source|urheber|auteur|autor|sahibi|автор',
  rating:
    'rating|verdict|textual rating|textualrating|conclusion|label|ruling|alternate name|bewertung|urteil|verdikt|évaluation|calificación|sonuç|вердикт|оценка|التقييم',
  url: 'url|link|address|review url|claim review url|fact-check url|fact check url|web address|adresse|lien|enlace|bağlantı|ссылка|رابط',
  publisher:
    'publisher|fact-checker|factchecker|fact checker|organization|organisation|site|review publisher|herausgeber|éditeur|medio|yayıncı|издатель|الناشر',
  published:
    'date|review date|published|date published|datepublished|reviewed on|datum|fecha|tarih|дата|التاريخ',
  title: 'title|headline|review title|titel|titre|título|başlık|заголовок|عنوان',
  language: 'language|lang|language code|languagecode|inlanguage|sprache|langue|idioma|dil|язык',
}

const COLUMNS = new Map(
  (Object.keys(HEADINGS) as Column[]).flatMap((column) =>
    HEADINGS[column].split('|').map((heading) => [heading, column] as const),
  ),
)

/** The rows of a list of fact-checks, by the headings of its columns. Refuses a list whose headings do not say what is needed. */
export function checksInSheet(rows: readonly SheetRow[]): ReadCheck[] {
  const header = rows.slice(0, FAR).find(({ cells }) => columnsOf(cells).has('claim'))
  const columns = columnsOf(header?.cells ?? [])
  const missing = (['claim', 'rating', 'url'] as const).filter((one) => !columns.has(one))
  if (!header || missing.length > 0) {
    throw refused(
      `No column is headed ${missing.map((one) => `“${one}”`).join(' or ')}. The columns are told by their headings: claim, claimant, rating, url, publisher, date, title, language.`,
    )
  }
  const listed = rows.filter(({ number }) => number > header.number)
  if (listed.length === 0) throw refused('There is no row under the headings.')
  if (listed.length > MOST_PUBLISHED) {
    throw refused(
      `There are ${listed.length.toLocaleString('en')} rows; ${MOST_PUBLISHED.toLocaleString('en')} are brought at once. Bring it in parts.`,
    )
  }
  return withoutRepeats(
    listed.map(({ number, cells, links }) => {
      const said = [...columns].map(([name, column]) => {
        const isLinked = name === 'url' && !/^https?:/i.test(cells[column] ?? '')
        return [name, (isLinked && links[column]) || cells[column] || ''] as const
      })
      return readCheck(Object.fromEntries(said), `Row ${number}`)
    }),
  )
}

/** How far down the headings may stand. */
const FAR = 10

/** Which column says what; the first of several is taken. */
function columnsOf(cells: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>()
  cells.forEach((cell, at) => {
    const column = COLUMNS.get(plain(cell))
    if (column && !found.has(column)) found.set(column, at)
  })
  return found
}

const plain = (heading: string) =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
    .replace(/^[\s*#:\uFEFF]+|[\s*:?]+$/g, '')

const refused = (message: string) => new Refusal('invalid', message, { file: message })
