import { Refusal } from '@/lib/domain/refusal'
import type { ReadSheet } from '@/lib/domain/sheets/sheet'
import { PackageParts } from '../word/markup/package-parts'
import { childOf, childrenOf, readXml, type XmlElement } from '../word/markup/xml'
import { dateStyles } from './dates'
import { readStrings } from './shared-strings'
import { asRows } from './sheet-rows'
import type { SheetWishes } from './sheet-wishes'
import { readWorksheet } from './worksheet'

/** Reads one worksheet of an Excel workbook: as wished, else the first that is not hidden. */
export async function readWorkbook(bytes: Buffer, wishes: SheetWishes): Promise<ReadSheet> {
  const parts = await PackageParts.open(bytes, NO_WORKBOOK)
  const root = await workbookOf(parts)
  const relationships = await parts.relationships(root.part)
  const sheets = childrenOf(childOf(root.xml, 'x:sheets') ?? root.xml, 'x:sheet').flatMap(
    ({ attributes }) => {
      const leads = relationships.get(attributes.get('r:id') ?? '')
      // A sheet may be a chart or a dialog, which has no cells.
      if (leads?.type !== 'worksheet' || !parts.has(leads.target)) return []
      const isHidden = /hidden/i.test(attributes.get('state') ?? '')
      return [{ part: leads.target, name: attributes.get('name') ?? '', isHidden }]
    },
  )
  const usual = Math.max(
    0,
    sheets.findIndex(({ isHidden }) => !isHidden),
  )
  const worksheet = wishes.worksheet ?? usual
  const sheet = sheets[worksheet]
  if (!sheet) throw refused('There is no worksheet in this workbook.')

  const related = async (type: string): Promise<string | null> => {
    const found = [...relationships.values()].find((one) => one.type === type && !one.isOutside)
    return found && parts.has(found.target) ? found.target : null
  }
  const styles = await related('styles')
  const dates = dateStyles(styles ? readXml(styles, await parts.text(styles)) : null)
  const about = {
    worksheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    ...{ worksheet, separator: null, encoding: null },
  }
  const read = await readWorksheet(parts, sheet.part).catch((error: unknown) => {
    if (!(error instanceof Refusal) || sheets.length === 1) throw error
    return error
  })
  if (read instanceof Refusal) return { ...about, rows: [], told: [read.message] }
  const wanted = new Set(
    read.cells.flatMap(({ type, value }) => (type === 's' ? [Number(value)] : [])),
  )
  const strings = await related('sharedStrings')
  const texts = strings ? await readStrings(parts, strings, wanted) : new Map<number, string>()
  const counted = childOf(root.xml, 'x:workbookPr')?.attributes.get('date1904') ?? ''
  const is1904 = /^(?:1|true|on)$/.test(counted)
  const links = await parts.relationships(sheet.part)
  return { ...about, ...asRows(read, { texts, dates, is1904, links }) }
}

const NO_WORKBOOK = {
  old: 'This is a file of an old Office program (.xls or .doc), whatever its name says. Save it as .xlsx or .csv and bring that.',
  cut: 'This is no Excel workbook, or one that was cut off: the list of its parts is missing.',
}

/** The part that the workbook is (ECMA-376 part 1, §12.3.23). */
async function workbookOf(parts: PackageParts): Promise<{ part: string; xml: XmlElement }> {
  const all = [...(await parts.relationships('')).values()]
  const opened = await openDocumentName(parts)
  if (opened) throw refused(`This is an ${opened}. Save it as .xlsx or .csv and bring that.`)
  const part = all.find(({ type, isOutside }) => type === 'officeDocument' && !isOutside)?.target
  if (part && /\.bin$/i.test(part)) {
    throw refused('This is a binary workbook (.xlsb). Save it as .xlsx or .csv and bring that.')
  }
  const xml = part && parts.has(part) ? readXml(part, await parts.text(part)) : null
  if (part && xml?.name === 'x:workbook') return { part, xml }
  throw refused(
    xml?.name === 'w:document'
      ? 'This is a Word document, whatever its name says. Save its table as a sheet (.xlsx or .csv).'
      : 'This is no Excel workbook, whatever its name says: there is no worksheet in it. Save the sheet as .xlsx or .csv.',
  )
}

/** What an OpenDocument calls itself (ODF 1.3 part 2, §3.3); null for what is none. */
async function openDocumentName(parts: PackageParts): Promise<string | null> {
  if (!parts.has('mimetype')) return null
  const type = (await parts.text('mimetype')).trim()
  if (!type.startsWith('application/vnd.oasis.opendocument.')) return null
  return type.includes('spreadsheet') ? 'OpenDocument sheet (.ods)' : 'OpenDocument, and no sheet'
}

const refused = (message: string) => new Refusal('invalid', message, { file: message })
