/**
 * Whom a note calls by name: `@Tom Okafor`, written as a person sees it, before anything but a letter or
 * figure that would go on with the name. The longest name wins; people of one name are all meant.
 */
export function mentionedIn<Person extends { name: string }>(
  text: string,
  people: readonly Person[],
): Person[] {
  const said = nameAsSeen(text)
  const known = people.map((person) => ({ person, name: nameAsSeen(person.name) }))
  const longestFirst = [...known].sort((a, b) => b.name.length - a.name.length)
  const mentioned = new Set<Person>()
  for (const { index } of said.matchAll(CALL)) {
    const rest = said.slice(index + 1)
    const called = longestFirst.find(({ name }) => begins(rest, name))
    if (!called) continue
    for (const { person, name } of known) if (name === called.name) mentioned.add(person)
  }
  return people.filter((person) => mentioned.has(person))
}

/**
 * A name as it is told from others by eye: without regard to case (the dotted and the dotless i of Turkish are
 * one letter, as ß and SS are), to the form of apostrophes, hyphens and spaces, to width, and to what is
 * invisible. An accent is seen.
 */
export function nameAsSeen(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/i\u0307|ı/g, 'i')
    .replaceAll('ς', 'σ')
    .replace(/[‘’‛ʼʻ′`´]/g, "'")
    .replace(/[‐‑–−]/g, '-')
    .replace(/\s+/g, ' ')
}

/** The name that is being typed at this place in a text, after its `@`; null where none is. */
export function nameBeingTyped(text: string, caret: number): { at: number; begun: string } | null {
  const typed = BEING_TYPED.exec(text.slice(0, caret))
  return typed ? { at: typed.index, begun: typed[1] ?? '' } : null
}

/** Scripts that put no space between words, and Korean, which joins particles to a name. */
const UNSPACED =
  '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Hang}'
const SPACED = `(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])`

/** An `@` within a word is that of an address. */
const CALL = new RegExp(`(?<!${SPACED})@`, 'gu')
const IN_NAME = "[\\p{L}\\p{N}\\p{M}‘’ʼ'.-]*"
const BEING_TYPED = new RegExp(`(?<!${SPACED})[@＠﹫](${IN_NAME}(?: ${IN_NAME})?)$`, 'u')

const begins = (rest: string, name: string) =>
  name !== '' && rest.startsWith(name) && !GOES_ON.test(`${lastOf(name)}${rest.slice(name.length)}`)

const GOES_ON = new RegExp(`^(?:${SPACED}{2}|[^\\p{L}]${SPACED})`, 'u')
const lastOf = (name: string) => [...name].at(-1) ?? ''
