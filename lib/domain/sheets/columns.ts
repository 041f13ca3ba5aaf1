import { columnName, columnsIn, type SheetRow } from './sheet'

/** What a column of a sheet of checks can say. */
export const COLUMN_ROLES = {
  quote: 'Words of the article',
  title: 'Title of the source',
  link: 'Link of the source',
  locator: 'Where in the source',
  status: 'Status of the check',
  note: 'Note or reason',
} as const

export type ColumnRole = keyof typeof COLUMN_ROLES

/** Which column says what; null where none does. */
export type Columns = Record<ColumnRole, number | null>

/** Headings as people write them, by what the column says: those that say it for sure first. */
const HEADINGS: Record<ColumnRole, string> = {
  quote: `quote|quotation|claim|claims|statement|words|text|sentence|passage|printed words|words of the article|fact|excerpt from article|assertion
    |zitat|behauptung|aussage|satz|textstelle|wortlaut|citation|affirmation|phrase|énoncé|cita|afirmación|frase|texto|citazione|affermazione|testo
    |citação|afirmação|citaat|bewering|uitspraak|zin|alıntı|iddia|ifade|cümle|цитата|утверждение|фраза|текст|твердження|cytat|twierdzenie|zdanie|اقتباس|ادعاء`,
  title: `source|source title|title of the source|title|source name|sources|reference|document|evidence|quelle|titel|beleg|dokument|titre|référence
    |fuente|título|referencia|documento|fonte|titolo|riferimento|bron|kaynak|başlık|belge|источник|название|документ|джерело|назва|źródło|tytuł|dokument źródłowy|مصدر|المصدر`,
  link: `link|url|source link|source url|link of the source|web address|address|website|href|hyperlink|weblink|adresse|internetadresse|lien|adresse web|enlace|vínculo|dirección
    |collegamento|indirizzo|ligação|endereço|koppeling|bağlantı|adres|ссылка|адрес|посилання|odnośnik|رابط`,
  locator: `locator|where in the source|page|pages|page number|place|section|paragraph|timecode|position|cell|p.|pp.|seite|seiten|stelle|fundstelle|abschnitt|absatz
    |emplacement|página|sección|ubicación|pagina|sezione|posizione|seção|plaats|vindplaats|sayfa|bölüm|yer|страница|стр.|место|раздел|сторінка|strona|miejsce|صفحة`,
  status: `status|verdict|rating|result|outcome|check|checked|verified|finding|conclusion|status of the check|ergebnis|bewertung|urteil|befund|geprüft|prüfergebnis|statut
    |résultat|évaluation|vérifié|estado|veredicto|resultado|calificación|verificado|stato|esito|risultato|verdetto|veredito|oordeel|resultaat|durum|sonuç|статус|вердикт|результат|оценка|оцінка|wynik|ocena|الحالة|النتيجة`,
  note: `note|notes|comment|comments|rationale|reason|reasoning|explanation|remarks|remark|why|note or reason|notiz|notizen|anmerkung|anmerkungen|bemerkung|kommentar|begründung
    |remarque|commentaire|raison|explication|nota|notas|comentario|motivo|explicación|commento|spiegazione|comentário|observação|justificativa|opmerking|toelichting|not|açıklama|yorum|gerekçe
    |примечание|комментарий|пояснение|обоснование|примітка|коментар|uwagi|komentarz|uzasadnienie|ملاحظة|ملاحظات`,
}

const KNOWN = new Map(
  (Object.keys(HEADINGS) as ColumnRole[]).flatMap((role) =>
    HEADINGS[role].split(/\s*\|\s*/).map((heading) => [heading, role] as const),
  ),
)

/**
 * Which column says what, as its heading has it: by the whole heading, else by a word in it. The first of several is
 * taken. It is a proposal; whoever brings the sheet says what holds.
 */
export function proposedColumns(headings: readonly string[]): Columns {
  const columns: Columns = {
    ...{ quote: null, title: null, link: null, locator: null, status: null, note: null },
  }
  const plain = headings.map(plainHeading)
  const taken = new Set<number>()
  const take = (column: number, role: ColumnRole | undefined) => {
    if (!role || taken.has(column) || columns[role] !== null) return
    columns[role] = column
    taken.add(column)
  }
  plain.forEach((heading, column) => {
    take(column, KNOWN.get(heading))
  })
  plain.forEach((heading, column) => {
    const roles = heading.split(/[^\p{L}\p{M}]+/u).flatMap((word) => KNOWN.get(word) ?? [])
    // “Source link” is a link, and “Claim status” a status: the last word says what it is, if no column has it yet.
    take(
      column,
      roles.findLast((role) => columns[role] === null),
    )
  })
  return columns
}

const plainHeading = (heading: string) =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s*#:]+|[\s*:?]+$/g, '')

/** How far down a row of headings is looked for: above it stand titles and dates. */
const FAR = 10

/** The longest heading, in UTF-16 units. */
const LONGEST_HEADING = 60

/** The number of the row that has the headings; 0 where none has. It is a proposal like that of the columns. */
export function proposedHeader(rows: readonly SheetRow[]): number {
  const beginning = rows.slice(0, FAR)
  const known = beginning.map(({ cells }) => cells.filter((cell) => KNOWN.has(plainHeading(cell))))
  const most = Math.max(0, ...known.map(({ length }) => length))
  const best = beginning[known.findIndex(({ length }) => length === most)]
  if (most >= 2 || (most === 1 && best && looksLikeHeadings(best))) return best?.number ?? 0
  const first = beginning[0]
  return first && rows.length > 1 && looksLikeHeadings(first) ? first.number : 0
}

/** Several short cells, none of them a number, an address or a sentence. */
function looksLikeHeadings({ cells }: SheetRow): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return (
    filled.length >= Math.min(2, cells.length) &&
    filled.every(
      (cell) =>
        cell.length <= LONGEST_HEADING && /\p{L}/u.test(cell) && !/[.!”"]$|\d{3}|:\/\//.test(cell),
    )
  )
}

/** What each column is called where one is chosen: its letter, with its heading if it has one, so that no two are alike. */
export function columnLabels(rows: readonly SheetRow[], header: number): string[] {
  const headings = rows.find(({ number }) => number === header)?.cells ?? []
  return Array.from({ length: columnsIn(rows) }, (_, column) => {
    const heading = (headings[column] ?? '').replace(/\s+/g, ' ').trim()
    const name = columnName(column)
    return heading ? `${name}: ${heading.slice(0, LONGEST_HEADING)}` : `Column ${name}`
  })
}
