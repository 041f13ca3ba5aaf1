import type { XmlElement } from '../word/markup/xml'
import { RtfTable } from './tables'

/** Puts paragraphs where they stand: in the text, in a cell, or in a cell of a table in a cell. */
export class Blocks {
  readonly #text: XmlElement[] = []
  readonly #tables: RtfTable[] = []

  /** A paragraph that stands in so many tables. Those that it does not stand in have ended. */
  add(paragraph: XmlElement, depth: number): void {
    this.#endTables(depth)
    while (this.#tables.length < depth) this.#tables.push(new RtfTable())
    this.#within(depth).push(paragraph)
  }

  endCell(depth: number): void {
    this.#tables[depth - 1]?.endCell()
  }

  endRow(depth: number): void {
    this.#endTables(depth)
    this.#tables[depth - 1]?.endRow()
  }

  /** A table that a row's columns are told of before anything stands in it. */
  table(depth: number): RtfTable {
    while (this.#tables.length < depth) this.#tables.push(new RtfTable())
    return this.#tables[depth - 1] ?? new RtfTable()
  }

  all(): XmlElement[] {
    this.#endTables(0)
    return this.#text
  }

  #endTables(depth: number): void {
    while (this.#tables.length > depth) {
      const table = this.#tables.pop()?.end()
      if (table) this.#within(this.#tables.length).push(table)
    }
  }

  #within(depth: number): XmlElement[] {
    return this.#tables[depth - 1]?.cell ?? this.#text
  }
}
