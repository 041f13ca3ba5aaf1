/**
 * Whom a note calls by name: `@Tom Okafor`, in any case, before anything but a letter or figure. The
 * longest name wins; people of one name are all meant.
 */
export function mentionedIn<Person extends { name: string }>(
  text: string,
  people: readonly Person[],
): Person[] {
  const said = fold(text)
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length)
  const mentioned = new Set<Person>()
  for (const { index } of said.matchAll(/(?<![\p{L}\p{N}])@/gu)) {
    const rest = said.slice(index + 1)
    const called = longestFirst.find(({ name }) => begins(rest, fold(name)))
    if (!called) continue
    for (const person of people) if (fold(person.name) === fold(called.name)) mentioned.add(person)
  }
  return people.filter((person) => mentioned.has(person))
}

const begins = (rest: string, name: string) =>
  name !== '' && rest.startsWith(name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length))

const fold = (text: string) => text.normalize('NFC').toLowerCase()

/** The name that is being typed at this place in a text, after its `@`; null where none is. */
export function nameBeingTyped(text: string, caret: number): { at: number; begun: string } | null {
  const typed = /(?<![\p{L}\p{N}])@([\p{L}\p{N}\p{M}’'.-]*(?: [\p{L}\p{N}\p{M}’'.-]*)?)$/u.exec(
    text.slice(0, caret),
  )
  return typed ? { at: typed.index, begun: typed[1] ?? '' } : null
}
