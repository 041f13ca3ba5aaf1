/** The words of one block while they are being read, with white space collapsed as CSS Text 3 §4.1 has it. */
export class InlineText {
  #parts: string[] = []
  #atLineStart = true
  #spacePending = false

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

  breakLine(): void {
    this.#spacePending = false
    this.#push('\n')
    this.#atLineStart = true
  }

  /** Hands out what was read and begins anew. A blank line parts blocks here too; empty ones are left out. */
  take(): string[] {
    const text = this.#parts.join('')
    this.#parts = []
    this.#atLineStart = true
    this.#spacePending = false
    return text
      .split(/\n\s*\n/)
      .map((block) => block.trim())
      .filter((block) => block !== '')
  }

  #push(text: string): void {
    if (this.#spacePending) this.#parts.push(' ')
    this.#spacePending = false
    this.#parts.push(text)
  }
}

/** Chinese and Japanese have no spaces, so a line break in the file is none in the text (CSS Text 3 §4.1.3). */
const WIDE = '[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\u3000-\\u303f\\uff01-\\uff60]'
const WIDE_LINE_BREAK = new RegExp(`(?<=${WIDE})[ \\t\\r\\f]*\\n[ \\t\\n\\r\\f]*(?=${WIDE})`, 'gu')
