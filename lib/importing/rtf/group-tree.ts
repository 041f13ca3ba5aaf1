import { Refusal } from '@/lib/domain/refusal'

/** A control word, with its number where it has one. Signs as `\~` and `\*` are words of one sign. */
export interface ControlWord {
  word: string
  value: number | null
}

/** What stands between two braces: control words, groups, and bytes that are letters, as Latin 1. */
export interface Group {
  children: (ControlWord | Group | string)[]
}

export const isGroup = (child: Group['children'][number]): child is Group =>
  typeof child === 'object' && 'children' in child

/** The most parts and the deepest that a document may have. A book of 1,000 pages has some 1,000,000. */
const MOST_PARTS = 2_000_000
const DEEPEST = 250

/**
 * Reads a rich text (Rich Text Format 1.9.1) as groups in groups. The bytes of pictures and of embedded files are left
 * out. Refuses what is no rich text, what ends before its groups do, and what is too large or too deep to be a document.
 */
export function readGroups(source: string): Group {
  const root: Group = { children: [] }
  const open = [root]
  let parts = 0
  const pattern = new RegExp(TOKEN)
  pattern.lastIndex = /^[\s\0]*(?:\u00ef\u00bb\u00bf)?/.exec(source)?.[0].length ?? 0
  if (!source.startsWith('{\\rtf', pattern.lastIndex)) throw refused(NO_RICH_TEXT)
  while (pattern.lastIndex < source.length) {
    const at = pattern.lastIndex
    const found = pattern.exec(source)
    if (!found) {
      pattern.lastIndex = at + 1
      continue
    }
    const [, word, number, byte, sign, brace, text] = found
    const group = open.at(-1) ?? root
    if (++parts > MOST_PARTS)
      throw stopped(`This document has more than ${MOST_PARTS.toLocaleString('en')} parts.`, at)
    if (brace === '{') {
      const inner: Group = { children: [] }
      group.children.push(inner)
      open.push(inner)
      if (open.length > DEEPEST)
        throw stopped(`This document is nested deeper than ${DEEPEST} levels.`, at)
    } else if (brace === '}') {
      open.pop()
      if (open.length === 1) return ended(root, source.slice(pattern.lastIndex))
    } else if (word !== undefined) {
      const value = number === undefined ? null : Number(number)
      if (word === 'bin') pattern.lastIndex += Math.max(0, value ?? 0)
      else group.children.push({ word, value })
    } else if (sign !== undefined) group.children.push({ word: sign, value: null })
    else if (byte !== undefined) addText(group, String.fromCharCode(Number.parseInt(byte, 16)))
    else if (text !== undefined && !holdsBytes(group)) addText(group, text)
  }
  throw stopped('This document was cut off: it ends before its text does.', source.length)
}

/** A word with its number, a byte, a sign, a brace, letters; ends of lines in the file say nothing. */
const TOKEN =
  /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([\da-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)/y

const NO_RICH_TEXT =
  'This is no rich text (.rtf), whatever its name says, or one whose beginning is damaged.'

/** Bytes are kept apart from each other only by what is no byte. */
function addText(group: Group, text: string): void {
  const last = group.children.length - 1
  const before = group.children[last]
  if (typeof before === 'string') group.children[last] = before + text
  else group.children.push(text)
}

function holdsBytes({ children }: Group): boolean {
  return children
    .slice(0, 2)
    .some((one) => typeof one !== 'string' && 'word' in one && BYTES.has(one.word))
}

/** Groups whose letters are the bytes of something else, written as figures. */
const BYTES = new Set([
  'pict',
  'objdata',
  'blipuid',
  'themedata',
  'colorschememapping',
  'datastore',
  'fontemb',
])

/** What comes after the last brace has to be nothing. */
function ended(root: Group, rest: string): Group {
  if (/[^\s\0}]/.test(rest.slice(0, 10_000)))
    throw refused(
      'This document is damaged: more of its groups end than begin, so what comes after belongs nowhere.',
    )
  return root
}

const refused = (message: string) => new Refusal('invalid', message)
const stopped = (why: string, at: number) =>
  refused(`${why} Reading stopped at byte ${at.toLocaleString('en')}.`)

/** The word that says what a group is, and whether a reader that does not know it may leave it out. */
export function nameOf({ children }: Group): { name: string; isOptional: boolean } {
  const words = children
    .slice(0, 2)
    .map((one) => (typeof one !== 'string' && 'word' in one ? one.word : ''))
  return words[0] === '*'
    ? { name: words[1] ?? '', isOptional: true }
    : { name: words[0] ?? '', isOptional: false }
}

/** The groups right within another that are called so. */
export const groupsOf = (group: Group, name: string): Group[] =>
  group.children.filter(isGroup).filter((one) => nameOf(one).name === name)

/** The number of a control word right within a group; null where it is not there or has none. */
export function numberAt({ children }: Group, word: string): number | null {
  for (const one of children)
    if (typeof one !== 'string' && 'word' in one && one.word === word) return one.value ?? 0
  return null
}
