import type { Command } from 'commander'
import { databaseOf } from './output'

/** Does something with the installation that the settings name, with its database, its kept files and its key at hand. */
export async function within(command: Command, work: () => Promise<void>): Promise<void> {
  const { disconnect } = await import('./connection')
  const { openInstallation } = await import('../../server/launch/installation')
  const { keepSigningKey } = await import('../../server/launch/secrets')
  const installation = await openInstallation(databaseOf(command))
  const { folder, urls } = installation
  try {
    process.env.DATABASE_URL = urls.app
    process.env.STET_DATA = folder.path
    process.env.STET_SIGNING_KEY = await keepSigningKey(folder)
    await work()
  } finally {
    await disconnect()
    await installation.close()
  }
}

/** Where people reach this installation in their browsers, as far as the settings tell. */
export const addressOfStet = () =>
  process.env.STET_URL || `http://localhost:${process.env.PORT || 3000}`
