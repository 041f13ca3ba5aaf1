import type pg from 'pg'

/** A table as it is carried over: its columns in their order, those left out that the database makes itself. */
export interface Table {
  name: string
  columns: string[]
}

/** All tables of ours, by name; not the record of migrations, which the place where they go has of its own. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT relname AS name, array_agg(attname::text ORDER BY attnum) AS columns
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'
      AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    GROUP BY relname ORDER BY relname COLLATE "C"`)
  return rows
}

/** A table and its columns, as COPY names them. */
export function copied(client: pg.Client, { name, columns }: Table): string {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  return `public.${client.escapeIdentifier(name)} (${list})`
}

/** The constraints that tie tables to one another, each with the statement that makes it. */
export async function listForeignKeys(client: pg.Client) {
  const { rows } = await client.query<{ on: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS on, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conrelid, conname`)
  return rows
}
