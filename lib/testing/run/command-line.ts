import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, vi } from 'vitest'
import { main } from '@/lib/cli/main'
import { disconnect } from '@/lib/db/client'
import { databaseUrls } from '../database/isolated-database'

interface Said {
  status: number
  stdout: string
  stderr: string
}

/**
 * The command line of Stet, on the database of the test: `stet` does one as its process would, and `at` names a file in a
 * folder that is gone after the tests of this file.
 */
export function aCommandLine() {
  const folder = mkdtempSync(path.join(tmpdir(), 'stet-cli-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const at = (name: string) => path.join(folder, name)

  /** What its process has in its environment. */
  const variables = (env: Record<string, string> = {}) => {
    const { app, owner } = databaseUrls()
    return {
      ...{ DATABASE_URL: app, MIGRATION_DATABASE_URL: owner, STET_DATA: at('data') },
      ...{ NEXTAUTH_URL: '', ...env },
    }
  }

  async function stet(args: readonly string[], env: Record<string, string> = {}): Promise<Said> {
    const said = { stdout: '', stderr: '' }
    const log = vi.spyOn(console, 'log').mockImplementation((text) => {
      said.stdout += `${text}\n`
    })
    const error = vi.spyOn(console, 'error').mockImplementation((text) => {
      said.stderr += `${text}\n`
    })
    for (const [name, value] of Object.entries(variables(env))) vi.stubEnv(name, value)
    try {
      return { status: await main(['node', 'stet', ...args]), ...said }
    } finally {
      vi.unstubAllEnvs()
      log.mockRestore()
      error.mockRestore()
      await disconnect()
    }
  }

  return { stet, at, variables }
}
