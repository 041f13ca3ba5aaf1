import type { Comment } from '../notes/document-notes'

/** The comments of a document as they are met: what they hang on, who wrote them, and what answers what. */
export class RtfComments {
  readonly all = new Map<string, Comment>()
  #author = ''
  readonly #order: string[] = []

  /** Whose the comment is that comes next. */
  by(author: string): void {
    this.#author = author
  }

  /** Takes a comment, and gives its id, which is that of its range where it has one. */
  add(said: {
    range: string | null
    at: number | null
    answers: number | null
    text: string
  }): string {
    const { range, at, answers, text } = said
    const id = range !== null && !this.all.has(range) ? range : `alone ${this.#order.length}`
    // It names the one that it answers by how many comments that is before it.
    const parent = answers !== null && answers < 0 ? this.#order.at(answers) : undefined
    this.all.set(id, {
      ...{ id, author: this.#author, at: at === null ? '' : timeOf(at), text },
      ...{ answers: parent ?? null, resolved: false },
    })
    this.#order.push(id)
    this.#author = ''
    return id
  }
}

/** A time as Word packs it into 32 bits (DTTM, MS-DOC §2.9.73), in ISO 8601; empty for none. */
function timeOf(packed: number): string {
  const bits = (from: number, count: number) => (packed >>> from) & ((1 << count) - 1)
  const [minute, hour, day, month, year] = [
    bits(0, 6),
    bits(6, 5),
    bits(11, 5),
    bits(16, 4),
    bits(20, 9),
  ]
  if (day === 0 || month === 0) return ''
  const two = (number: number) => String(number).padStart(2, '0')
  return `${1900 + year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00`
}
