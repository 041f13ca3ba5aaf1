import { statfs } from 'node:fs/promises'
import { openStore } from '../../evidence/files/open-store'
import { problemOf } from '../../evidence/files/verify-files'
import { findBrowser } from '../../evidence/pages/find-browser'
import { type Installation, openInstallation } from '../../server/launch/installation'
import { explain } from '../../server/os/explain-failure'
import { withClient } from '../../server/postgres/access'
import { isGuarded } from '../../server/schema/grants'
import { listMigrations } from '../../server/schema/migrations'

/** One thing that was looked at: how it is, and where something is wrong, how to mend it. */
export interface Finding {
  what: string
  state: 'well' | 'worth knowing' | 'wrong'
  says: string
}

/** Looks at everything that an installation rests on, one thing after the other, and changes nothing. */
export async function* examine({
  files,
  name,
  report,
}: {
  files: boolean
  /** The database's name on Stet's own server. */
  name: string
  report: (said: string) => void
}): AsyncGenerator<Finding> {
  yield { what: 'Node', state: 'well', says: process.version }
  yield { what: 'Settings', state: 'well', says: 'each of them is understood' }
  yield browser()
  let installation: Installation
  try {
    installation = await openInstallation(name)
  } catch (error) {
    yield { what: 'Database', state: 'wrong', says: explain(error) ?? String(error) }
    return
  }
  try {
    yield { what: 'Database', state: 'well', says: installation.description }
    yield await disk(installation)
    yield await schema(installation)
    yield* await rows(installation)
    if (files) yield await keptFiles(installation, report)
  } finally {
    await installation.close()
  }
}

function browser(): Finding {
  const found = findBrowser()
  return found
    ? { what: 'Browser', state: 'well', says: `pages are kept by ${found}` }
    : {
        ...{ what: 'Browser', state: 'worth knowing' as const },
        says: 'none: of a page, text and headers are kept. Install Chromium or set CHROMIUM_PATH.',
      }
}

/** Less than this is soon used up, in bytes. */
const LITTLE = 2 * 1024 ** 3

async function disk({ folder }: Installation): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder.path)
  const free = bavail * bsize
  const says = `${(free / 1024 ** 3).toFixed(1)} GiB free for ${folder.path}`
  return free > LITTLE
    ? { what: 'Disk', state: 'well', says }
    : { what: 'Disk', state: 'wrong', says: `${says}. Make room, or move STET_DATA.` }
}

async function schema({ urls }: Installation): Promise<Finding> {
  const newest = (await listMigrations()).at(-1) ?? ''
  const here = await withClient(urls.owner, async (client) => {
    const { rows } = await client.query<{ made: boolean }>(
      `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS made`,
    )
    if (!rows[0]?.made) return ''
    const found = await client.query<{ name: string }>(
      'SELECT max(migration_name) AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL',
    )
    return found.rows[0]?.name ?? ''
  })
  if (here === newest) return { what: 'Schema', state: 'well', says: `up to date (${here})` }
  return here > newest
    ? {
        ...{ what: 'Schema', state: 'wrong' },
        says: `newer than this checkout (${here}). Start the newer version, or restore a backup.`,
      }
    : {
        ...{ what: 'Schema', state: 'wrong' },
        says: `${here ? `older (${here})` : 'not there yet'}. npm start brings it to ${newest}.`,
      }
}

async function* rows({ urls }: Installation): AsyncGenerator<Finding> {
  const made = await withClient(urls.owner, async (client) => {
    const { rows } = await client.query(`SELECT to_regclass('public."Job"') IS NOT NULL AS made`)
    return rows[0]?.made
  })
  if (!made) return
  yield (await isGuarded(urls.app))
    ? { what: 'Record', state: 'well', says: 'the role that serves can only add to it' }
    : {
        ...{ what: 'Record', state: 'worth knowing' },
        says: 'the role that serves owns its tables. Give MIGRATION_DATABASE_URL a role of its own.',
      }
  const { rows } = await withClient(urls.owner, (client) =>
    client.query<{ newsrooms: number; admins: number; failed: number }>(`
      SELECT (SELECT count(*)::int FROM "Newsroom") AS newsrooms,
        (SELECT count(*)::int FROM "Newsroom" newsroom WHERE NOT EXISTS (
          SELECT 1 FROM "Membership" WHERE "newsroomId" = newsroom.id AND role = 'admin'
            AND "removedAt" IS NULL)) AS admins,
        (SELECT count(*)::int FROM "Job" WHERE state = 'failed') AS failed`),
  )
  const { newsrooms = 0, admins = 0, failed = 0 } = rows[0] ?? {}
  yield newsrooms === 0
    ? {
        ...{ what: 'Newsroom', state: 'worth knowing' },
        says: 'none yet. npm start shows the code that opens the set-up page.',
      }
    : admins > 0
      ? { what: 'Newsroom', state: 'wrong', says: `${admins} of ${newsrooms} have no admin left.` }
      : { what: 'Newsroom', state: 'well', says: `${newsrooms}, each with an admin` }
  yield failed === 0
    ? { what: 'Jobs', state: 'well', says: 'none has failed' }
    : {
        ...{ what: 'Jobs', state: 'worth knowing' },
        says: `${failed} have failed. An admin sees them on the page of jobs, and tries them again.`,
      }
}

async function keptFiles(
  { urls, folder }: Installation,
  report: (said: string) => void,
): Promise<Finding> {
  const store = openStore({ ...process.env, STET_DATA: folder.path })
  const { rows } = await withClient(urls.owner, (client) =>
    client.query<{ newsroomId: string; sha256: string; bytes: string }>(
      'SELECT "newsroomId", sha256, bytes FROM "StoredFile"',
    ),
  )
  const problems: string[] = []
  for (const [index, row] of rows.entries()) {
    report(`File ${index + 1} of ${rows.length}`)
    const problem = await problemOf(store, { ...row, bytes: Number(row.bytes) })
    if (problem) problems.push(`${row.sha256} is ${problem}`)
  }
  return problems.length === 0
    ? { what: 'Files', state: 'well', says: `${rows.length}, each what its hash says` }
    : { what: 'Files', state: 'wrong', says: `${problems.join(', ')}. Restore them from a backup.` }
}
