import pg from 'pg'
import { isErrno } from '../os/processes'

/** What it takes to reach a server on this machine. */
export interface Access {
  port: number
  password: string
}

/** The address of one of the server's databases. */
export function urlOf({ port, password }: Access, database: string) {
  return `postgresql://stet:${password}@127.0.0.1:${port}/${database}`
}

/** Whether a server takes connections on this port. One that is still starting or already stopping does not. */
export async function answers(access: Access): Promise<boolean> {
  try {
    await withClient(urlOf(access, 'postgres'), (client) => client.query('SELECT 1'))
    return true
  } catch (error) {
    // 57P03: it is starting or stopping. 08P01 and the rest: the connection was cut on the way.
    if (isErrno(error, 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', '57P03', '57P01')) return false
    if (error instanceof Error && error.message.startsWith('Connection terminated')) return false
    throw error
  }
}

/** Makes a database unless it is there. The name is ours, never a person's. */
export async function ensureDatabase(access: Access, name: string): Promise<string> {
  await withClient(urlOf(access, 'postgres'), async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  })
  return urlOf(access, name)
}

/** Uses one connection and closes it. */
export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await use(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
