import { Prisma } from './generated/client'

/** A row as JSON that the database made of it: moments are strings. */
export type JsonRow<Row> = Row extends Date
  ? string
  : Row extends readonly (infer Each)[]
    ? JsonRow<Each>[]
    : Row extends object
      ? { [Column in keyof Row]: JsonRow<Row[Column]> }
      : Row

/** The selected columns of a table or its alias as pairs of `json_build_object`. */
export function jsonPairs(select: Readonly<Record<string, true>>, alias: string): Prisma.Sql {
  const pairs = Object.keys(select).map((column) => `'${column}', ${alias}."${column}"`)
  return Prisma.raw(pairs.join(', '))
}
