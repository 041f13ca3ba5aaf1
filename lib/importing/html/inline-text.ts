import { withMarks, withoutMarks } from '../notes/place-marks'

/** The words of one block while they are being read, with white space collapsed as CSS Text 3 §4.1 has it. */
export class InlineText {
  #parts: string[] = []
  #tail = ''
  #atLineStart = true
  #spacePending = false
  #parting: 'words' | 'all' | null = null

  add(text: string): void {
    const words = text.replace(WIDE_LINE_BREAK, '').replace(/[ \t\n\r\f]+/g, ' ')
    if (words === '') return
    if (words.startsWith(' ')) this.#spacePending = !this.#atLineStart
    if (words === ' ') return
    this.#push(words.slice(words.startsWith(' ') ? 1 : 0, words.endsWith(' ') ? -1 : undefined))
    this.#spacePending = words.endsWith(' ')
    this.#atLineStart = false
  }

  /** Adds text whose white space is kept, as in `pre`. */
  addPreserved(text: string): void {
    if (text === '') return
    this.#push(text.replace(/\r\n?/g, '\n'))
    this.#atLineStart = /[\r\n]$/.test(text)
  }

  /** Adds words that a space parts from the letter or digit before them. */
  addApart(text: string): void {
    if (/[\p{L}\p{N}]$/u.test(this.before)) this.add(' ')
    this.add(text)
  }

  /** Parts what comes from the letter or digit before it, or from `all` that is before it. */
  part(what: 'words' | 'all' = 'words'): void {
    if (what === 'all' || /[\p{L}\p{N}]$/u.test(this.#tail)) this.#parting = what
  }

  /** Puts a sign at this place that is none of the words, and changes nothing of them. */
  sign(sign: string): void {
    if (sign !== '') this.#parts.push(sign)
  }

  /** The end of what was read of the block so far, with a space that is to come. */
  get before(): string {
    return this.#spacePending ? `${this.#tail} ` : this.#tail
  }

  breakLine(): void {
    this.#spacePending = false
    this.#push('\n')
    this.#atLineStart = true
  }

  /** Hands out what was read and begins anew. A blank line parts blocks here too; empty ones are left out. */
  take(): string[] {
    const marked = this.#parts.join('')
    const text = withoutMarks(marked)
    // Signs without words around them wait for those that come.
    this.#parts = text.trim() === '' && marked !== text ? [marked.replace(/\s+/g, '')] : []
    this.#tail = ''
    this.#atLineStart = true
    this.#spacePending = false
    this.#parting = null
    const blocks: { text: string; from: number }[] = []
    let from = 0
    for (const part of text.split(/(\n\s*\n)/)) {
      const words = part.trim()
      if (words !== '') blocks.push({ text: words, from: from + part.indexOf(words) })
      from += part.length
    }
    return marked === text ? blocks.map((block) => block.text) : withMarks(marked, blocks)
  }

  #push(text: string): void {
    const isParted = this.#parting === 'all' ? /^\S/.test(text) : /^[\p{L}\p{N}]/u.test(text)
    if (this.#parting && isParted) this.#spacePending = true
    this.#parting = null
    if (this.#spacePending) {
      this.#parts.push(' ')
      this.#tail += ' '
    }
    this.#spacePending = false
    this.#parts.push(text)
    this.#tail = (this.#tail + text).slice(-LONGEST_TAIL)
  }
}

/** How much of the end of a block is at hand while it is read, in UTF-16 units. */
const LONGEST_TAIL = 60

/** Chinese and Japanese have no spaces, so a line break in the file is none in the text (CSS Text 3 §4.1.3). */
const WIDE = '[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\u3000-\\u303f\\uff01-\\uff60]'
const WIDE_LINE_BREAK = new RegExp(`(?<=${WIDE})[ \\t\\r\\f]*\\n[ \\t\\n\\r\\f]*(?=${WIDE})`, 'gu')
