import { makeZip, type Packed } from '../evidence/make-zip'

/** The parts of a Word document as markup; `body` is what stands in `w:body`. */
export interface WordParts {
  body: string
  comments?: string
  commentsExtended?: string
  footnotes?: string
  endnotes?: string
  styles?: string
  numbering?: string
  header?: string
  /** Addresses outside, by the ids that links name. */
  links?: Record<string, string>
  /** Further files, put in as they are. */
  files?: Packed[]
}

const NAMESPACES = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
  ['w15', 'http://schemas.microsoft.com/office/word/2012/wordml'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MICROSOFT = 'http://schemas.microsoft.com/office/2011/relationships'

const PARTS = {
  comments: ['w:comments', 'comments', OFFICE],
  commentsExtended: ['w15:commentsEx', 'commentsExtended', MICROSOFT],
  footnotes: ['w:footnotes', 'footnotes', OFFICE],
  endnotes: ['w:endnotes', 'endnotes', OFFICE],
  styles: ['w:styles', 'styles', OFFICE],
  numbering: ['w:numbering', 'numbering', OFFICE],
  header: ['w:hdr', 'header', OFFICE],
} as const

/** A Word document of these parts (ECMA-376 parts 1 and 2), whole enough for every word processor to open. */
export function makeWord({ body, links = {}, files = [], ...parts }: WordParts): Buffer {
  const used = Object.entries(PARTS).flatMap(([key, [root, type, base]]) => {
    const content = parts[key as keyof typeof PARTS]
    return content === undefined
      ? []
      : [{ file: `${type}.xml`, root, type: `${base}/${type}`, content }]
  })
  const relationships = [
    ...used.map(
      ({ file, type }, at) => `<Relationship Id="p${at}" Type="${type}" Target="${file}"/>`,
    ),
    ...Object.entries(links).map(
      ([id, to]) =>
        `<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${escaped(to)}" TargetMode="External"/>`,
    ),
  ]
  return makeZip([
    { name: '[Content_Types].xml', content: typesOf(used.map(({ file, type }) => [file, type])) },
    {
      name: '_rels/.rels',
      content: related([
        `<Relationship Id="d" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
      ]),
    },
    { name: 'word/document.xml', content: part('w:document', `<w:body>${body}</w:body>`) },
    { name: 'word/_rels/document.xml.rels', content: related(relationships) },
    ...used.map(({ file, root, content }) => ({
      name: `word/${file}`,
      content: part(root, content),
    })),
    ...files,
  ])
}

/** A paragraph of these runs or words, in a style if one is named. */
export const paragraph = (inner: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${/^\s*</.test(inner) ? inner : run(inner)}</w:p>`

/** A run of words, with properties if there are any. */
export const run = (words: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`

const part = (root: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root} ${NAMESPACES}>${content}</${root}>`

const related = (relationships: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join('')}</Relationships>`

function typesOf(parts: readonly (readonly [file: string, type: string])[]): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const overrides = [
    ['document.xml', 'document.main'],
    ...parts.map(([file]) => [file, file.replace('.xml', '')]),
  ]
  const listed = overrides.map(
    ([file, type]) => `<Override PartName="/word/${file}" ContentType="${word}.${type}+xml"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${listed.join('')}</Types>`
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
