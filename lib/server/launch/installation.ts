import { withAppRole } from '../databases/app-role'
import { foreignDatabase, ownDatabase } from '../databases/database'
import { onStop } from '../os/on-exit'
import { ensureDatabase } from '../postgres/access'
import { appPasswordOf, dataOf, passwordOf } from '../postgres/cluster'
import { findPostmaster } from '../postgres/postmaster-file'
import type { DatabaseUrls } from '../schema/grants'
import { type DataFolder, openDataFolder } from './data-folder'
import { takeLaunchLock } from './launch-lock'

/** An installation as somebody looks after it from the command line. */
export interface Installation {
  folder: DataFolder
  urls: DatabaseUrls
  /** Where its database is, in words. */
  description: string
  close: () => Promise<void>
}

/**
 * Reaches the installation that the environment names, whether it runs or not: its own database is used where it runs,
 * and started for the time being where it does not.
 */
export async function openInstallation(name = 'stet'): Promise<Installation> {
  const folder = openDataFolder()
  const { DATABASE_URL, MIGRATION_DATABASE_URL } = process.env
  if (DATABASE_URL) {
    const database = foreignDatabase(DATABASE_URL, MIGRATION_DATABASE_URL || DATABASE_URL)
    return { folder, ...(await database.open()), close: database.stop }
  }
  const running = findPostmaster(dataOf(folder.postgres))
  if (running?.port) {
    const access = { port: running.port, password: passwordOf(folder.postgres) }
    const owner = await ensureDatabase(access, name)
    const urls = await withAppRole(owner, await appPasswordOf(folder.postgres))
    const description = `the database that runs on 127.0.0.1:${running.port}`
    return { folder, urls, description, close: async () => undefined }
  }
  const release = await takeLaunchLock(folder.path, 'the command line')
  const database = ownDatabase(folder.postgres, name)
  const close = async () => {
    await database.stop()
    await release()
  }
  onStop(close)
  return { folder, ...(await database.open()), close }
}
