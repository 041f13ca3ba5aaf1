import { textOf } from '../json/values'
import type { PackageParts } from '../word/markup/package-parts'
import { readEvents } from './part-events'

/** Those of a workbook's texts that are wanted, by their place in its table (ECMA-376 part 1, §18.4.9). */
export async function readStrings(
  parts: PackageParts,
  part: string,
  wanted: ReadonlySet<number>,
): Promise<Map<number, string>> {
  const texts = new Map<number, string>()
  const run = new RunText()
  let at = -1
  await readEvents(parts, part, {
    open(name) {
      if (name === 'si') at++
      run.open(name)
    },
    close(name) {
      run.close(name)
      if (name !== 'si') return
      if (wanted.has(at)) texts.set(at, textOf(run.text))
      run.text = ''
    },
    text: (words) => run.add(words),
  })
  return texts
}

/** The words of a rich text: those of its runs, without how they are to be read aloud (§18.4.6). */
export class RunText {
  text = ''
  #isText = false
  #aside = 0

  open(name: string): void {
    if (name === 'rPh') this.#aside++
    if (name === 't') this.#isText = true
  }

  close(name: string): void {
    if (name === 'rPh') this.#aside--
    if (name === 't') this.#isText = false
  }

  add(words: string): void {
    // Characters that XML cannot hold are written as _x000D_ (§22.9.2.19).
    if (this.#isText && this.#aside === 0) this.text += words.replace(ESCAPED, unescaped)
  }
}

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g

const unescaped = (_: string, code: string) =>
  String.fromCharCode(Number.parseInt(code, 16)).replace('\r', '')
