import { createHash, randomInt } from 'node:crypto'
import { withClient } from '../postgres/access'

/** Without letters and digits that are mistaken for each other. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/**
 * A new one-time code for the set-up page, replacing any earlier one; null once there is a newsroom. The database has
 * only the SHA-256, in hex, of the code as it is printed: four groups of four, in capitals, with hyphens.
 */
export async function offerSetupCode(url: string): Promise<string | null> {
  return withClient(url, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM "Newsroom" LIMIT 1')
    if (rowCount !== 0) return null
    const code = Array.from({ length: 4 }, randomGroup).join('-')
    await client.query(
      `INSERT INTO "SetupCode" (id, "codeHash", "createdAt") VALUES (1, $1, now())
       ON CONFLICT (id) DO UPDATE SET "codeHash" = excluded."codeHash", "createdAt" = now()`,
      [createHash('sha256').update(code).digest('hex')],
    )
    return code
  })
}

function randomGroup() {
  return Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
}
