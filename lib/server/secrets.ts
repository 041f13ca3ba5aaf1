import { randomBytes } from 'node:crypto'
import { type DataFolder, keep } from './data-folder'

/** What log-ins are signed with: made once and kept, so that a restart signs nobody out. */
export async function keepSecret(folder: DataFolder): Promise<string> {
  const make = () => `${randomBytes(32).toString('base64url')}\n`
  return process.env.NEXTAUTH_SECRET || (await keep(folder, 'nextauth-secret', make)).trim()
}
