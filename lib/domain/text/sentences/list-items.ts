/**
 * Where the items of a list inside one block begin, in UTF-16 units: “1. … 2. …”, “a) … b) …”. A list
 * opens where a sentence can, and each item’s mark has the form of the last one and comes next to it.
 */
export function itemStarts(block: string): number[] {
  const starts: number[] = []
  const open = new Map<string, { at: number; next: string[] }>()
  for (const match of block.matchAll(MARK)) {
    const { form, ordinal, length } = markOf(match.groups)
    const index = match.index + 1 - length
    const list = open.get(form)
    const next = followers(ordinal)
    if (list?.next.includes(ordinal)) {
      starts.push(list.at, index)
      open.set(form, { at: index, next })
    } else if (OPENS.test(block.slice(Math.max(0, index - 8), index))) {
      open.set(form, { at: index, next })
    }
  }
  return [...new Set(starts)].sort((a, b) => a - b)
}

/** A mark, found from its end, since stops are rarer than the beginnings of words. */
const MARK =
  /[.)](?=\s+\S)(?<=(?<!\S)(?<bullet>[•⁃‣▪*–-]\s?)?(?<opening>\(?)(?<ordinal>\d{1,3}|[ivx]{1,5}|[a-zA-Z])(?<closing>\.\)|[.)]))/gu

/** What stands before the first item: nothing, or the end of a line or a sentence. */
const OPENS = /(?:^|[\n\r]|[.!?…]["”’)\]]*)\s*$/u

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

function markOf(groups: Record<string, string> | undefined) {
  const { bullet = '', opening = '', ordinal = '', closing = '' } = groups ?? {}
  const kind = /\d/.test(ordinal) ? '1' : /[A-Z]/.test(ordinal) ? 'A' : 'a'
  const { length } = bullet + opening + ordinal + closing
  return { form: bullet.trim() + opening + kind + closing, ordinal, length }
}

/** The ordinals that can come next: after “i” both “ii” and “j”. */
function followers(ordinal: string): string[] {
  if (/\d/.test(ordinal)) return [String(Number(ordinal) + 1)]
  const roman = ROMAN[ROMAN.indexOf(ordinal) + 1]
  const letter = String.fromCharCode(ordinal.charCodeAt(0) + 1)
  return [...(ordinal.length === 1 ? [letter] : []), ...(roman ? [roman] : [])]
}
