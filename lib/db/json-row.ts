import { Prisma } from './generated/client'

/** A row as JSON that the database made of it: moments are strings. */
export type JsonRow<Row> = Row extends Date
  ? string
  : Row extends readonly (infer Each)[]
    ? JsonRow<Each>[]
    : Row extends object
      ? { [Column in keyof Row]: JsonRow<Row[Column]> }
      : Row

/** The selected columns of a table or its alias. */
export function columns(select: Readonly<Record<string, true>>, alias: string): Prisma.Sql {
  return Prisma.raw(
    Object.keys(select)
      .map((column) => `${alias}."${column}"`)
      .join(', '),
  )
}
