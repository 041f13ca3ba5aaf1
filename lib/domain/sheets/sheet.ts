import { z } from 'zod'
import { keysOf } from '../vocabulary'

/** What parts the cells of a text file, and what it is called. */
export const SEPARATORS = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Bar',
} as const

export type Separator = keyof typeof SEPARATORS

/** The most that is read of a sheet of checks: rows with anything in them, and columns. */
export const MOST_ROWS = 5_000
export const MOST_COLUMNS = 100

/** The largest file of a sheet, in bytes. */
export const LARGEST_SHEET = 5_000_000

const row = z.object({
  /** As a spreadsheet counts it, from 1. */
  number: z.int().positive(),
  isHidden: z.boolean(),
  /** By column, from the first to the last that has anything. */
  cells: z.array(z.string()),
  /** The addresses that cells lead to, by column. */
  links: z.record(z.string(), z.string()),
})

export type SheetRow = z.infer<typeof row>

/** A sheet as it was read: the rows that have anything in them, and what a reader should know of how they were read. */
export const readSheet = z.object({
  worksheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
  /** Which of them was read. */
  worksheet: z.int().nonnegative(),
  rows: z.array(row),
  /** Null for a workbook, which has none. */
  separator: z.enum(keysOf(SEPARATORS)).nullable(),
  encoding: z
    .object({
      name: z.string(),
      from: z.enum(['chosen', 'mark', 'declared', 'bytes', 'guessed']),
    })
    .nullable(),
  /** What is not as it looks in a spreadsheet, a sentence each. */
  told: z.array(z.string()),
})

export type ReadSheet = z.infer<typeof readSheet>

/** How a spreadsheet calls a column, from 0: A … Z, AA …. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** How many columns the rows have. */
export const columnsIn = (rows: readonly Pick<SheetRow, 'cells'>[]) =>
  rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
