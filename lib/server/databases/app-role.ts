import { withClient } from '../postgres/access'
import type { DatabaseUrls } from '../schema/grants'

const NAME = 'stet_app'

/** Both addresses of one of our own server's databases; the role that serves is made, or given its password again. */
export async function withAppRole(owner: string, password: string): Promise<DatabaseUrls> {
  await withClient(owner, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [NAME])
    await client.query(
      `${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${NAME} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE
       NOREPLICATION NOBYPASSRLS NOINHERIT PASSWORD ${client.escapeLiteral(password)}`,
    )
  })
  const app = new URL(owner)
  app.username = NAME
  app.password = password
  return { app: app.href, owner }
}
