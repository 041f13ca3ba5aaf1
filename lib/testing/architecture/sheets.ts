/** A sheet that is longer than this many lines dresses more than one thing. */
export const MOST_LINES = 300

/** The classes that a sheet owns: those of what it styles, not of what stands around that or says how it is now. */
export function ownedClasses(sheet: string): string[] {
  return [...new Set(selectorsIn(sheet).flatMap(subject))]
}

/** Every class that a sheet names. */
export function namedClasses(sheet: string): string[] {
  return [...new Set(selectorsIn(sheet).flatMap((selector) => classesIn(selector)))]
}

/** Every word that the code says as a class could be said: in quotation marks, among others or alone, or as a key. */
export function saidWords(code: string): Set<string> {
  const words = code.matchAll(/(?<=['"`\s])[a-z][\w-]*(?=['"`\s])|(?<=^\s*)[a-z]\w*(?=:)/gm)
  return new Set([...words].map(([word]) => word))
}

function selectorsIn(sheet: string): string[] {
  const plain = sheet.replace(/\/\*[\s\S]*?\*\//g, '').replace(/"[^"]*"/g, '""')
  const preludes = [...plain.matchAll(/([^{};]+)\{/g)].map(([, prelude = '']) => prelude.trim())
  return preludes.filter((prelude) => !prelude.startsWith('@')).flatMap((one) => split(one, ','))
}

/**
 * Of `.panel .button.small:hover` that is `button`: the last part that has a class says what is styled, and its first
 * class what that is. `:is(.a, .b)` is both.
 */
function subject(selector: string): string[] {
  const parts = split(withoutConditions(selector), ' >+~').reverse()
  const styled = parts.find((part) => /\./.test(part)) ?? ''
  const [alternatives] = styled.match(/(?<=^[^.]*:(is|where)\().*(?=\))/) ?? []
  if (alternatives !== undefined) return split(alternatives, ',').flatMap(subject)
  return classesIn(styled).slice(0, 1)
}

const withoutConditions = (selector: string) =>
  selector.replace(/:(not|has)\((\([^()]*\)|[^()])*\)/g, '')

const classesIn = (selector: string) =>
  [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name)

/** The pieces between these characters, where they stand outside of brackets. */
function split(text: string, at: string): string[] {
  const pieces = ['']
  let depth = 0
  for (const character of text) {
    if (/[([]/.test(character)) depth++
    if (/[)\]]/.test(character)) depth--
    if (depth === 0 && at.includes(character)) pieces.push('')
    else pieces.push(`${pieces.pop()}${character}`)
  }
  return pieces.map((piece) => piece.trim()).filter(Boolean)
}
