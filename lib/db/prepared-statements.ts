/** Statements that are prepared under a name at most; beyond them, each is planned anew. */
const MOST = 500

/** The protocol's own unnamed statement. */
const UNNAMED = ''

/**
 * What a statement says, as a comment, whose best plan depends on what is asked: a plan for all of them would read a whole table
 * where an index has a few rows.
 */
export const PLANNED_ANEW = '/* planned anew */'

const names = new Map<string, string>()

/**
 * The name under which a statement is prepared, so that the database plans it once for each
 * connection and not at every call. Statements whose shape varies without end get none, nor do those that ask for it.
 */
export function statementName({ sql }: { sql: string }): string {
  if (sql.includes(PLANNED_ANEW)) return UNNAMED
  const known = names.get(sql)
  if (known || names.size >= MOST) return known ?? UNNAMED
  const name = `stet_${names.size}`
  names.set(sql, name)
  return name
}
