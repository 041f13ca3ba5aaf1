import { makeZip, type Packed } from '../evidence/make-zip'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface SheetMade {
  name: string
  /** What stands in its `worksheet`. */
  xml: string
  state?: string
  /** Addresses that its cells lead to, by their ids. */
  links?: Record<string, string>
}

/** A workbook as the bytes that some program may have written, with just these parts (ECMA-376 part 1, §12.2). */
export function makeWorkbook(
  sheets: readonly SheetMade[],
  { styles = '', strings = '', date1904 = false, more = [] as Packed[] } = {},
): Buffer {
  const relationship = (id: string, type: string, target: string, mode = '') =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode}/>`
  const relationships = (all: string) => `<Relationships xmlns="${PACKAGE}">${all}</Relationships>`
  const listed = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="s${at}"/>`,
  )
  const leads = sheets.map((_, at) =>
    relationship(`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`),
  )
  return makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: relationships(relationship('w', 'officeDocument', 'xl/workbook.xml')),
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships(
        leads.join('') +
          relationship('t', 'styles', 'styles.xml') +
          relationship('u', 'sharedStrings', 'sharedStrings.xml'),
      ),
    },
    { name: 'xl/styles.xml', content: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${strings}</sst>` },
    ...sheets.flatMap(({ xml, links = {} }, at) => [
      {
        name: `xl/worksheets/sheet${at}.xml`,
        content: `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${xml}</worksheet>`,
      },
      {
        name: `xl/worksheets/_rels/sheet${at}.xml.rels`,
        content: relationships(
          Object.entries(links)
            .map(([id, target]) => relationship(id, 'hyperlink', target, ' TargetMode="External"'))
            .join(''),
        ),
      },
    ]),
    ...more,
  ])
}

/** A row of cells with their words in them, from column A on. */
export const textRow = (number: number, cells: readonly string[], attributes = '') =>
  `<row r="${number}" ${attributes}>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
