/** Statements that are prepared under a name at most; beyond them, each is planned anew. */
const MOST = 500

/** The protocol's own unnamed statement. */
const UNNAMED = ''

const names = new Map<string, string>()

/**
 * The name under which a statement is prepared, so that the database plans it once for each
 * connection and not at every call. Statements whose shape varies without end get none.
 */
export function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql)
  if (known || names.size >= MOST) return known ?? UNNAMED
  const name = `stet_${names.size}`
  names.set(sql, name)
  return name
}
