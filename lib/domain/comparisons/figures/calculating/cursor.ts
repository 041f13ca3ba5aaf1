import type { Refusal } from '../../../refusal'
import { refuse } from './refuse'
import type { Token } from './tokens'

export type Sign = Extract<Token, { kind: 'sign' | 'unit' | 'name' }>

/** How deep brackets may stand in each other. */
const DEEPEST = 30

/** Reads the pieces of a line of arithmetic, one after the other. */
export class Cursor {
  #at = 0
  #depth = 0
  readonly #tokens: readonly Token[]
  readonly #line: number

  /** @param line its number, from 1, for what is refused in it */
  constructor(tokens: readonly Token[], line: number) {
    this.#tokens = tokens
    this.#line = line
  }

  /** The piece that comes next, or one so many places after it; before it, if that is below zero. */
  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead]
  }

  take(): Token | undefined {
    return this.#tokens[this.#at++]
  }

  /** Takes the next piece if it is one of these signs. */
  sign(signs: string): Sign | null {
    const token = this.peek()
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null
    this.#at++
    return token
  }

  isSign(text: string): boolean {
    const token = this.peek()
    return token?.kind === 'sign' && token.text === text
  }

  isUnit(ahead = 0): boolean {
    return this.peek(ahead)?.kind === 'unit'
  }

  /** Reads what stands in a bracket, or behind a sign, that begins at this column. */
  within<T>(column: number, inner: () => T): T {
    if (++this.#depth > DEEPEST) {
      throw this.refuse(column, `more than ${DEEPEST} brackets or signs in each other`)
    }
    const value = inner()
    this.#depth--
    return value
  }

  /** A refusal at this column of the line; at its end where there is no such piece. */
  refuse(column: number | undefined, what: string): Refusal {
    return refuse(this.#line, column ?? (this.#tokens.at(-1)?.column ?? 0) + 1, what)
  }
}

/** A piece as it was written. */
export const textOf = (token: Token) =>
  'text' in token ? token.text : token.kind === 'date' ? token.day : 'a number'
