import type { Line } from './line'
import { accountWords } from './words'

/**
 * Compares the letters and digits of a source with those of the text that was made of it and with the lines that its
 * reader wrote. Gives a line for every word that neither of them has, for those that were joined or parted, and for
 * those that the source does not have. The words' order is not compared.
 */
export function unaccounted(source: string, text: string, lines: readonly Line[]): Line[] {
  if (lines.every(({ took, put }) => !took && !put) && spaced(source) === spaced(text)) return []
  const given = accountWords(source)
  const made = accountWords(text)
  const count = new Map<string, number>()
  const add = (words: readonly string[], times: 1 | -1) => {
    for (const word of words) count.set(word, (count.get(word) ?? 0) + times)
  }
  add(given, 1)
  add(made, -1)
  for (const { took, put } of lines) {
    if (took) add(accountWords(took), -1)
    if (put) add(accountWords(put), 1)
  }
  const joined = [...takeJoined(count, made, given, 1), ...takeJoined(count, given, made, -1)]
  return [
    ...linesOf('joined', joined, given),
    ...linesOf('missing', remaining(count, 1), given),
    ...linesOf('added', remaining(count, -1), made),
  ]
}

/** A text with one space wherever there is any: most plain texts are then what was made of them. */
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Of so many words each length is looked for apart. */
const FEW = 100

/** The most words that are looked at as parts of one. */
const MOST_PARTS = 8

/** Takes out of the count the words of one side that are several words of the other written together. */
function takeJoined(
  count: Map<string, number>,
  whole: readonly string[],
  parts: readonly string[],
  sign: 1 | -1,
): string[] {
  const left = (word: string) => -sign * (count.get(word) ?? 0)
  const wanted = new Set(whole.filter((word) => left(word) > 0))
  if (wanted.size === 0) return []
  const lengths = [...new Set([...wanted].slice(0, 10_000).map(({ length }) => length))]
  lengths.sort((a, b) => b - a)
  const longest = lengths[0] ?? 0
  // The longest are found first, as a short one may be made of any of several parts.
  const passes =
    wanted.size > FEW
      ? [{ least: 1, most: longest }]
      : lengths.map((only) => ({ least: only, most: only }))
  const found: string[] = []
  for (const { least, most } of passes) {
    for (let at = 0; at < parts.length; at++) {
      const together: string[] = []
      let word = ''
      for (let to = at; to < Math.min(parts.length, at + MOST_PARTS); to++) {
        const part = parts[to] ?? ''
        // What was left out in between has been told of.
        if (left(part) >= 0 && to > at) continue
        if (left(part) >= 0) break
        together.push(part)
        word += part
        if (word.length > most) break
        const isOne = word.length >= least && left(word) > 0 && wanted.has(word)
        if (together.length === 1 || !isOne) continue
        found.push(word)
        count.set(word, (count.get(word) ?? 0) + sign)
        for (const one of together) count.set(one, (count.get(one) ?? 0) - sign)
        at = to
        break
      }
    }
  }
  return found
}

function remaining(count: ReadonlyMap<string, number>, sign: 1 | -1): string[] {
  return [...count].flatMap(([word, times]) =>
    times * sign > 0 ? Array<string>(times * sign).fill(word) : [],
  )
}

function linesOf(
  kind: 'joined' | 'missing' | 'added',
  words: readonly string[],
  order: readonly string[],
): Line[] {
  if (words.length === 0) return []
  const places = new Map(order.map((word, at) => [word, at]))
  const sorted = [...words].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
  return sorted.map((word, number) => {
    const at = places.get(word) ?? 0
    return {
      kind,
      number,
      words: word,
      before: kind === 'joined' ? '' : order.slice(Math.max(0, at - 4), at).join(' '),
      option: null,
      took: kind === 'missing' ? word : '',
      put: kind === 'added' ? word : '',
    }
  })
}
