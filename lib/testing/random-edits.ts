import fc from 'fast-check'
import { layOut, type PlacedBlock, type Span } from '@/lib/domain/text/blocks'

/** A word, a mark or white space of the first text, and what became of it. */
interface Atom {
  text: string
  /** Its index in the first text; -1 for one that was put in or changed. */
  id: number
  /** Made by duplicating. */
  copy?: true
}

export interface EditedText {
  text: string
  blocks: PlacedBlock[]
}

/** A text, what an editor made of it, and the truth about where each part went. */
export interface Edited {
  old: EditedText
  now: EditedText
  claims: Span[]
  edits: string[]
  /** For each claim where its own words stand, if they stand there unchanged but for their form. */
  truth: (Span | null)[]
  /** The same, with every place where a copy is all that is left of a word: it is what was moved, no text tells them apart. */
  rightful: Span[][]
  /** Whether any of them were duplicated. */
  copied: boolean[]
}

/**
 * Texts with up to so many edits of every kind: `alike` of few words, with many sentences that are nearly or wholly
 * the same, or `ordinary`; with sentences and paragraphs duplicated, or not.
 */
export function editedTexts(
  words: 'alike' | 'ordinary',
  maxEdits: number,
  copies: 'copies' | 'no copies' = 'copies',
): fc.Arbitrary<Edited> {
  return fc
    .record({
      paragraphs: fc.array(
        fc.array(words === 'alike' ? alike : ordinary, { minLength: 1, maxLength: 5 }),
        {
          minLength: 1,
          maxLength: 9,
        },
      ),
      edits: fc.array(
        copies === 'copies' ? edit : edit.filter(({ kind }) => !kind.startsWith('duplicate')),
        { maxLength: maxEdits, size: 'max' },
      ),
      claims: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat({ max: 9 })), {
        minLength: 1,
        maxLength: 8,
      }),
    })
    .map(({ paragraphs, edits, claims }) => {
      const text = paragraphs.map((sentences) => sentences.join(' ')).join('\n\n')
      const first = atomsOf(text)
      const ranges = claims.map(([at, length, kind]) => rangeOf(first, at, length, kind))
      const last = edits.reduce((atoms, one) => edited(atoms, one), first)
      return {
        old: laidOut(first),
        now: laidOut(last),
        edits: edits.map(({ kind }) => kind),
        claims: ranges.map(({ from, to }) => ({
          start: offsetOf(first, from),
          end: offsetOf(first, to),
        })),
        truth: ranges.map((range) => placesOf(first, last, range, ({ copy }) => !copy)[0] ?? null),
        rightful: ranges.map((range) => placesOf(first, last, range, isLeft(last))),
        copied: ranges.map(({ from, to }) =>
          last.some(({ id, copy }) => copy && id >= from && id < to),
        ),
      }
    })
}

const pick = (...words: string[]) => fc.constantFrom(...words)
const NOUNS = ['mayor', 'harbour office', 'ministry', 'bridge', 'ferry', 'council', 'port']
const VERBS = ['rose', 'fell', 'closed', 'paid', 'carried', 'signed']
const PLACES = ['Ankara', 'Izmir', 'the north', 'the strait', 'Köln']
const NUMBERS = ['400', '1,014', '35', '2017', '3.5', '12']
const WORDS = [...NOUNS, ...VERBS, ...PLACES, ...NUMBERS, 'the', 'of', 'in', 'and', 'was']

const alike = fc.oneof(
  fc
    .tuple(
      pick(...NOUNS),
      pick(...VERBS),
      pick(...NUMBERS),
      pick('tonnes', 'km', 'million euros'),
      pick(...PLACES),
    )
    .map(
      ([noun, verb, number, unit, place]) => `The ${noun} ${verb} ${number} ${unit} in ${place}.`,
    ),
  fc
    .tuple(pick(...PLACES), pick(...NUMBERS), pick(...VERBS), pick(...NOUNS))
    .map(
      ([place, number, verb, noun]) =>
        `In ${place}, “${number} people ${verb},” the ${noun} said...`,
    ),
  fc
    .tuple(pick(...NOUNS), pick(...NOUNS), pick(...NUMBERS))
    .map(
      ([one, other, number]) =>
        `It’s the ${one} — not the ${other} — that had ${number}–${number} days.`,
    ),
  fc.constant('Nobody knew.'),
)

const SYLLABLES = ['ka', 'ro', 'min', 'ste', 'ul', 'par', 'den', 'o', 'vi', 'tra']
const SMALL = ['the', 'of', 'in', 'and', 'to', 'a', 'that', 'was', 'for', 'on']
const ordinaryWord = fc.oneof(
  { weight: 4, arbitrary: pick(...SMALL) },
  {
    weight: 6,
    arbitrary: fc
      .array(pick(...SYLLABLES), { minLength: 2, maxLength: 3 })
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.nat({ max: 3_000 }).map(String) },
)
const ordinary = fc
  .array(ordinaryWord, { minLength: 5, maxLength: 18, size: 'max' })
  .map((words) => words.join(' '))
  .map((words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`)

const KINDS = [
  ...[
    'insert',
    'delete',
    'replace',
    'digit',
    'not',
    'capital',
    'join',
    'space',
    'quotes',
    'dashes',
    'ellipsis',
  ],
  ...[
    'swap paragraphs',
    'move sentence',
    'move paragraph',
    'duplicate sentence',
    'duplicate paragraph',
  ],
  ...['delete sentence', 'delete paragraph', 'split', 'merge'],
] as const

const edit = fc.record({
  kind: fc.constantFrom(...KINDS),
  at: fc.nat(),
  to: fc.nat(),
  size: fc.nat({ max: 7 }),
  word: pick(...WORDS),
})
type Edit = { kind: (typeof KINDS)[number]; at: number; to: number; size: number; word: string }

function atomsOf(text: string): Atom[] {
  return (
    text.match(/\n\n|\s|[\p{L}\p{N}]+(?:[.,’](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*|\.\.\.|./gu) ?? []
  ).map((text, id) => ({ text, id }))
}

const textOf = (atoms: readonly Atom[]) => atoms.map(({ text }) => text).join('')
const offsetOf = (atoms: readonly Atom[], index: number) => textOf(atoms.slice(0, index)).length
const isSpace = ({ text }: Atom) => text.trim() === ''
const isBreak = (atom: Atom | undefined) => atom?.text === '\n\n'
const isWord = ({ text }: Atom) => /[\p{L}\p{N}]/u.test(text)

function laidOut(atoms: readonly Atom[]): EditedText {
  return layOut(
    textOf(atoms)
      .split('\n\n')
      .map((text) => ({ kind: 'paragraph', text })),
  )
}

/** Some atoms in a row, a sentence or a paragraph, from a word to a word or mark. */
function rangeOf(atoms: readonly Atom[], at: number, length: number, kind: number) {
  const words = atoms.flatMap((atom, index) => (isWord(atom) ? [index] : []))
  const start = words[at % words.length] ?? 0
  if (kind === 0) return around(atoms, start, isBreak)
  if (kind < 4) return sentenceAround(atoms, start)
  let to = Math.min(atoms.length, start + 1 + (length % 14))
  while (isSpace(atoms[to - 1] ?? { text: 'x', id: 0 })) to--
  return { from: start, to }
}

function around(atoms: readonly Atom[], at: number, ends: (atom: Atom | undefined) => boolean) {
  let [from, to] = [at, at]
  while (from > 0 && !ends(atoms[from - 1])) from--
  while (to < atoms.length && !ends(atoms[to])) to++
  return { from, to }
}

function sentenceAround(atoms: readonly Atom[], at: number) {
  let { from, to } = around(
    atoms,
    at,
    (atom) => isBreak(atom) || atom?.text === '.' || atom?.text === '...' || atom?.text === '…',
  )
  if (!isBreak(atoms[to]) && to < atoms.length) to++
  while (from < to && isSpace(atoms[from] ?? { text: 'x', id: 0 })) from++
  return { from, to: Math.max(to, from + 1) }
}

/** The atoms that are originals, or copies of those that are gone. */
function isLeft(last: readonly Atom[]): (atom: Atom) => boolean {
  const originals = new Set(last.flatMap(({ id, copy }) => (copy ? [] : [id])))
  return ({ id, copy }) => !copy || !originals.has(id)
}

/** The spans where such atoms stand in a row as they stood, with nothing between them but white space. */
function placesOf(
  first: readonly Atom[],
  last: readonly Atom[],
  { from, to }: { from: number; to: number },
  isOwn: (atom: Atom) => boolean,
): Span[] {
  return last.flatMap((atom, start) => {
    if (atom.id !== from) return []
    let at = start
    for (let id = from; id < to; id++) {
      const wanted = first[id]
      if (wanted && isSpace(wanted)) {
        const before = at
        while (at < last.length && isSpace(last[at] ?? { text: 'x', id: 0 })) at++
        if (at === before) return []
        continue
      }
      const found = last[at]
      if (found?.id !== id || !isOwn(found)) return []
      at++
    }
    return [{ start: offsetOf(last, start), end: offsetOf(last, at) }]
  })
}

const put = (text: string): Atom => ({ text, id: -1 })

function edited(atoms: readonly Atom[], { kind, at: seed, to: toSeed, size, word }: Edit): Atom[] {
  const all = [...atoms]
  const words = all.flatMap((atom, index) => (isWord(atom) ? [index] : []))
  const at = words[seed % Math.max(1, words.length)]
  if (at === undefined) return all
  const one = all[at]
  if (!one) return all
  const changed = (text: string) => all.map((atom, index) => (index === at ? put(text) : atom))
  const restyled = (how: (text: string) => string) => {
    const { from, to } = around(all, at, isBreak)
    return all.map((atom, index) =>
      index < from || index >= to ? atom : { ...atom, text: how(atom.text) },
    )
  }
  switch (kind) {
    case 'insert':
      return all.toSpliced(
        at,
        0,
        ...Array.from({ length: 1 + (size % 4) }, (_, n) => [
          put(WORDS[(toSeed + n * 7) % WORDS.length] ?? word),
          put(' '),
        ]).flat(),
      )
    case 'not':
      return all.toSpliced(at, 0, put('not'), put(' '))
    case 'delete':
      return all.toSpliced(at, 1 + size)
    case 'replace':
      return word.includes(one.text) ? all : changed(word)
    case 'digit':
      return /\d/.test(one.text)
        ? changed(one.text.replace(/\d/, (digit) => String((Number(digit) + 1 + size) % 10)))
        : all
    case 'capital':
      return changed(
        /^\p{Lu}/u.test(one.text)
          ? one.text.toLowerCase()
          : one.text.charAt(0).toUpperCase() + one.text.slice(1),
      ).map((atom, index) => (index === at && atom.text === one.text ? one : atom))
    case 'join': {
      const next = all[at + 1]
      const after = all[at + 2]
      return next && after && isSpace(next) && isWord(after) ? all.toSpliced(at + 1, 1) : all
    }
    case 'space': {
      const spaces = ['\u00a0', '\u2009', '  ', '\n', ' ']
      return all.map((atom, index) =>
        index > at && index < at + 8 && isSpace(atom) && !isBreak(atom)
          ? { ...atom, text: spaces[(size + index) % 5] ?? ' ' }
          : atom,
      )
    }
    case 'quotes':
      return restyled((text) =>
        size % 2
          ? text.replace(/[“”«»]/g, '"').replace(/’/g, "'")
          : text.replace(/["“]/g, '„').replace(/'/g, '’'),
      )
    case 'dashes':
      return restyled((text) => text.replace(/[—–-]/g, ['-', '–', '—'][size % 3] ?? '-'))
    case 'ellipsis':
      return restyled((text) => (text === '...' ? '…' : text === '…' ? '...' : text))
    case 'split':
      return all.map((atom, index) =>
        index === at + 1 && isSpace(atom) ? { ...atom, text: '\n\n' } : atom,
      )
    case 'merge': {
      const { to } = around(all, at, isBreak)
      return all.map((atom, index) => (index === to ? { ...atom, text: ' ' } : atom))
    }
    default:
      return rearranged(all, kind, at, words[toSeed % words.length] ?? 0)
  }
}

function rearranged(all: Atom[], kind: Edit['kind'], at: number, to: number): Atom[] {
  const isParagraph = kind.endsWith('paragraph') || kind.endsWith('paragraphs')
  const unit = (index: number) =>
    isParagraph ? around(all, index, isBreak) : sentenceAround(all, index)
  const glue = put(isParagraph ? '\n\n' : ' ')
  const [one, other] = [unit(at), unit(to)]
  const piece = all.slice(one.from, one.to)
  if (kind.startsWith('delete'))
    return all.toSpliced(
      one.from,
      one.to - one.from + (one.to < all.length && !isParagraph && isBreak(all[one.to]) ? 0 : 1),
    )
  if (kind.startsWith('duplicate'))
    return all.toSpliced(other.to, 0, glue, ...piece.map((atom): Atom => ({ ...atom, copy: true })))
  if (one.from < other.to && other.from < one.to) return all
  if (kind.startsWith('swap')) {
    const [left, right] = one.from < other.from ? [one, other] : [other, one]
    return [
      ...all.slice(0, left.from),
      ...all.slice(right.from, right.to),
      ...all.slice(left.to, right.from),
      ...all.slice(left.from, left.to),
      ...all.slice(right.to),
    ]
  }
  const gone = new Set(piece)
  const without = all.filter((atom) => !gone.has(atom))
  const anchor = all[other.to - 1]
  const place = anchor ? without.indexOf(anchor) + 1 : without.length
  return without.toSpliced(place, 0, glue, ...piece)
}
