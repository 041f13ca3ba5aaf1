import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Command } from 'commander'
import type { FileStore } from '../../evidence/files/file-store'
import type { DatabaseUrls } from '../../server/schema/grants'
import { databaseOf, outputOf } from './output'

/** `stet backup` and `stet restore`. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('writes all that Stet holds into one archive, while it runs')
    .argument('<file>', 'where to, as in stet-2026-11-30.tar.gz; nothing is overwritten')
    .option('--recipient <age1…>', 'encrypt it for whoever has this key; may be given again', more)
    .addHelpText('after', KEYS)
    .action(async (file: string, { recipient }: { recipient?: string[] }, command: Command) => {
      const output = outputOf(command)
      const { backUp } = await import('../../backup/back-up')
      await within(command, async ({ urls, store }) => {
        const made = await backUp({
          ...{ owner: urls.owner, store, to: path.resolve(file) },
          ...{ recipients: recipient ?? [], report: output.progress },
        })
        const rows = made.tables.reduce((sum, table) => sum + table.rows, 0)
        const gone = made.missing.length
        const lost =
          gone > 0 ? `\n${gone} kept files are gone or altered; the archive names them.` : ''
        output.done({ file, ...made }, `${file} holds ${rows} rows as of ${made.madeAt}.${lost}`)
      })
    })

  program
    .command('restore')
    .description('puts a backup into an empty place, all or nothing')
    .argument('<file>', 'the archive')
    .option('--identity <file>', 'the file with the age identity that opens it')
    .addHelpText('after', KEYS)
    .action(async (file: string, { identity }: { identity?: string }, command: Command) => {
      const output = outputOf(command)
      const { restore } = await import('../../backup/restore')
      await within(command, async ({ urls, store }) => {
        const manifest = await restore({
          ...{ urls, store, from: path.resolve(file) },
          ...(identity && { identity: await readFile(identity, 'utf8') }),
          report: output.progress,
        })
        const ends = manifest.heads.map(({ seq, hash }) => `${seq}:${hash}`)
        output.done(
          { file, ...manifest },
          `Restored as of ${manifest.madeAt}. Each newsroom's log ends at ${ends.join(', ')}: hold that against a checkpoint that was kept elsewhere.`,
        )
      })
    })
}

const KEYS =
  '\nThe keys of the installation are not in a backup: keep signing-key.pem of the data folder apart from it.'

const more = (value: string, before: string[] = []) => [...before, value]

/** Does something with the installation, and the store of files that its settings name. */
async function within(
  command: Command,
  work: (place: { urls: DatabaseUrls; store: FileStore }) => Promise<void>,
): Promise<void> {
  const { openStore } = await import('../../evidence/files/open-store')
  const { openInstallation } = await import('../../server/launch/installation')
  const { urls, folder, close } = await openInstallation(databaseOf(command))
  try {
    await work({ urls, store: openStore({ ...process.env, STET_DATA: folder.path }) })
  } finally {
    await close()
  }
}
