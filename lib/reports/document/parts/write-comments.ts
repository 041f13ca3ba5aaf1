import type { XmlElement } from '@/lib/importing/word/markup/xml'
import { commentMarkup, extendedMarkup, type NumberedRemark } from './comments-part'
import { COMPATIBILITY, namingIn, WORD, WORD_2010, WORD_2012 } from './naming'
import type { OpenPackage, OpenPart } from './open-package'
import { appending, type Splice } from './splices'

const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const EXTENDED = 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended'

/** What the document has of comments already. */
export interface KnownComments {
  comments: OpenPart | null
  extended: OpenPart | null
}

/** Adds comments to those that a document has, which stay as they are, or gives it the parts for them. */
export async function writeComments(
  file: OpenPackage,
  remarks: readonly NumberedRemark[],
  {
    comments,
    extended,
    isStrict,
    styles,
  }: KnownComments & {
    isStrict: boolean
    styles: ReadonlyMap<string, string>
  },
): Promise<void> {
  const own = { prefix: 'w', declared: '' }
  if (comments) {
    const { text, root } = comments
    const word = namingIn(text, root, WORD, 'w')
    const word2010 = namingIn(text, root, WORD_2010, 'w14')
    const look = { word, word2010: { ...word2010, declared: '' }, styles }
    const markup = remarks.map((one) => commentMarkup(one, look)).join('')
    await file.put(comments, [...ignoring(text, root, word2010), appending(text, root, markup)])
  } else {
    const look = { word: own, word2010: { prefix: 'w14', declared: '' }, styles }
    const markup = remarks.map((one) => commentMarkup(one, look)).join('')
    await file.add({
      file: 'comments.xml',
      text: `${HEAD}<w:comments xmlns:w="${WORD[isStrict ? 1 : 0]}" ${OPEN}>${markup}</w:comments>`,
      type: `${TYPES}.comments+xml`,
      relationship: `${isStrict ? STRICT : TRANSITIONAL}/comments`,
    })
  }
  await writeExtended(file, remarks, extended)
}

async function writeExtended(
  file: OpenPackage,
  remarks: readonly NumberedRemark[],
  extended: OpenPart | null,
): Promise<void> {
  if (extended) {
    const naming = namingIn(extended.text, extended.root, WORD_2012, 'w15')
    const markup = remarks.map((one) => extendedMarkup(one, naming)).join('')
    await file.put(extended, [appending(extended.text, extended.root, markup)])
    return
  }
  const naming = { prefix: 'w15', declared: '' }
  const markup = remarks.map((one) => extendedMarkup(one, naming)).join('')
  await file.add({
    file: 'commentsExtended.xml',
    text: `${HEAD}<w15:commentsEx xmlns:w15="${WORD_2012[0]}">${markup}</w15:commentsEx>`,
    type: `${TYPES}.commentsExtended+xml`,
    relationship: EXTENDED,
  })
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OPEN = `xmlns:w14="${WORD_2010[0]}" xmlns:mc="${COMPATIBILITY[0]}" mc:Ignorable="w14"`
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships'

/** Has a part's root declare a namespace, and say that a program may pass over it (ECMA-376 part 3 §7.2). */
function ignoring(
  text: string,
  root: XmlElement,
  { prefix, declared }: { prefix: string; declared: string },
): Splice[] {
  const mc = namingIn(text, root, COMPATIBILITY, 'mc')
  const ignored = root.attributes.get('mc:Ignorable')
  const at = text.slice(root.start, root.innerStart).search(/\s*\/?>$/) + root.start
  const put = (markup: string): Splice[] => (markup === '' ? [] : [{ at, until: at, text: markup }])
  if (ignored?.split(/\s+/).includes(prefix)) return put(declared)
  if (ignored === undefined)
    return put(`${declared}${mc.declared} ${mc.prefix}:Ignorable="${prefix}"`)
  const value = new RegExp(`\\s${mc.prefix}:Ignorable\\s*=\\s*["']`).exec(
    text.slice(root.start, root.innerStart),
  )
  const start = root.start + (value?.index ?? 0) + (value?.[0].length ?? 0)
  return [...put(declared), { at: start, until: start, text: `${prefix} ` }]
}
