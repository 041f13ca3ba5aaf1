import { makeZip, type Packed } from '../evidence/make-zip'

/** The parts of an OpenDocument text as markup; `body` is what stands in `office:text`. */
export interface OdtParts {
  body: string
  /** Automatic styles, of the text alone. */
  automatic?: string
  /** Styles with names. */
  styles?: string
  /** What stands at the head of its pages. */
  header?: string
  /** Further files, put in as they are. */
  files?: Packed[]
}

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns'
const NAMESPACES = [
  ...['office', 'text', 'table', 'style', 'meta'].map((one) => [one, `${OASIS}:${one}:1.0`]),
  ['draw', `${OASIS}:drawing:1.0`],
  ['svg', `${OASIS}:svg-compatible:1.0`],
  ['loext', 'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')

const ODT = 'application/vnd.oasis.opendocument.text'

/** An OpenDocument text of these parts (ODF 1.3 part 2), whole enough for every word processor to open. */
export function makeOdt({ body, automatic = '', styles = '', header, files = [] }: OdtParts) {
  const master =
    header === undefined
      ? ''
      : `<office:master-styles><style:master-page style:name="Standard"><style:header>${header}</style:header></style:master-page></office:master-styles>`
  const all = `<office:styles>${STYLES}${styles}</office:styles>${master}`
  return makeZip([
    { name: 'mimetype', content: ODT, stored: true },
    { name: 'content.xml', content: contentOf(body, automatic) },
    { name: 'styles.xml', content: part('document-styles', all) },
    {
      name: 'META-INF/manifest.xml',
      content: manifestOf(['/', 'content.xml', 'styles.xml'].map((path) => entry(path))),
    },
    ...files,
  ])
}

export const contentOf = (body: string, automatic = '') =>
  part(
    'document-content',
    `<office:automatic-styles>${AUTOMATIC}${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
  )

export const manifestOf = (entries: readonly string[]) =>
  `<?xml version="1.0"?><manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0">${entries.join('')}</manifest:manifest>`

/** A file's line in the manifest; one with a password says how its bytes are in cipher. */
export const entry = (path: string, inner = '') =>
  `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${path === '/' ? ODT : 'text/xml'}">${inner}</manifest:file-entry>`

const part = (name: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:${name} ${NAMESPACES} office:version="1.3">${content}</office:${name}>`

const textStyle = (name: string, properties: string) =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`

/** The styles of text that a test names by what they do. */
const AUTOMATIC = [
  textStyle('hidden', 'text:display="none"'),
  textStyle('struck', 'style:text-line-through-style="solid"'),
  textStyle('raised', 'style:text-position="super 58%"'),
  textStyle('lowered', 'style:text-position="-33% 58%"'),
].join('')

const paragraphStyle = (name: string, parent = 'Standard') =>
  `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}"/>`

const level = (at: number, format: string, more = '') =>
  `<text:list-level-style-number text:level="${at}" style:num-format="${format}" style:num-suffix="." ${more}/>`

/** What every word processor's document has: paragraphs of some kinds, a list with numbers, one without. */
const STYLES = [
  '<style:style style:name="Standard" style:family="paragraph"/>',
  ...['Title', 'Subtitle', 'Quotations', 'Caption', 'Heading_20_2'].map((one) =>
    paragraphStyle(one),
  ),
  paragraphStyle('Illustration', 'Caption'),
  `<text:list-style style:name="Numbers">${level(1, '1')}${level(2, 'a', 'text:display-levels="2"')}</text:list-style>`,
  '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>',
].join('')

/** A paragraph of this markup or of words, in a style if one is named. */
export const p = (inner: string, style = '') =>
  `<text:p${style && ` text:style-name="${style}"`}>${inner}</text:p>`

export const span = (words: string, style: string) =>
  `<text:span text:style-name="${style}">${words}</text:span>`

/** A tracked change as the list at the head of the text has it; what was taken out stands there. */
export const region = (id: string, kind: 'insertion' | 'deletion', content = '', by = 'Desk') =>
  `<text:changed-region text:id="${id}" xml:id="${id}"><text:${kind}><office:change-info><dc:creator>${by}</dc:creator><dc:date>2026-11-30T09:00:00</dc:date></office:change-info>${content}</text:${kind}></text:changed-region>`

export const tracked = (regions: string) =>
  `<text:tracked-changes>${regions}</text:tracked-changes>`
export const from = (id: string) => `<text:change-start text:change-id="${id}"/>`
export const to = (id: string) => `<text:change-end text:change-id="${id}"/>`
export const gone = (id: string) => `<text:change text:change-id="${id}"/>`

export const note = (words: string, kind: 'footnote' | 'endnote' = 'footnote') =>
  `<text:note text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body>${p(words)}</text:note-body></text:note>`

/** A comment that begins here; it ends where its name comes again. */
export const comment = (name: string, words: string, more = '', by = 'Ines') =>
  `<office:annotation office:name="${name}" ${more}><dc:creator>${by}</dc:creator><dc:date>2026-11-30T09:00:00</dc:date>${p(words)}</office:annotation>`

export const ends = (name: string) => `<office:annotation-end office:name="${name}"/>`
