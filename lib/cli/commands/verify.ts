import { spawnSync } from 'node:child_process'
import { mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Command } from 'commander'
import { Refusal } from '@/lib/domain/refusal'
import { inProject } from '../../server/os/project'
import { Findings } from './findings'
import { outputOf } from './output'

/** `stet verify`: an exported log, an evidence bundle or a backup. It needs no server and no database. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('says whether a log, an evidence bundle or a backup is whole')
    .argument('<file>', 'an exported log (.jsonl), a bundle (.zip or its folder), or a backup')
    .option(
      '--checkpoint <text>',
      'of a log: a checkpoint that was kept elsewhere; may be given again',
      more,
    )
    .option(
      '--key <key>',
      'the key that has to have signed it, or its fingerprint; may be given again',
      more,
    )
    .option('--identity <file>', 'of a backup: the file with the age identity that opens it')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: Options, command: Command) => {
      const kind = await kindOf(file)
      if (kind === 'backup') return verifyBackup(file, options, command)
      return kind === 'log'
        ? verifyLog(file, options, command)
        : verifyBundle(file, options, command)
    })
}

const EXAMPLES = `
Which of them it is, the file itself tells. No server and no database are asked.

  npx stet verify bridge.zip --key 3f0c…                       the newsroom's fingerprint, from elsewhere
  npx stet verify log.jsonl --checkpoint 1204:9be1…            as it is printed in a report
  npx stet verify stet-2026-11-30.tar.gz.age --identity stet.key`

interface Options {
  checkpoint?: string[]
  key?: string[]
  identity?: string
}

const more = (value: string, before: string[] = []) => [...before, value]

/** By how it begins; one whose beginning is damaged, by its name. */
async function kindOf(file: string): Promise<'log' | 'bundle' | 'backup'> {
  const found = await stat(file).catch(() => null)
  if (!found) throw new Refusal('not-found', `There is nothing at ${file}.`)
  if (found.isDirectory()) return 'bundle'
  const beginning = await firstBytes(file)
  if (beginning.startsWith('PK') || /\.zip$/i.test(file)) return 'bundle'
  return beginning.startsWith('{') || /\.jsonl?$/i.test(file) ? 'log' : 'backup'
}

async function firstBytes(file: string): Promise<string> {
  const opened = await open(file)
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await opened.close()
  }
}

async function verifyBackup(file: string, { identity }: Options, command: Command) {
  const key = identity ? await readFile(identity, 'utf8') : undefined
  const { checkArchive } = await import('../../backup/archive-reader')
  const manifest = await checkArchive(file, key)
  const { madeAt, entries, missing } = manifest
  outputOf(command).done(
    { file, ...manifest },
    `${file} is a whole backup as of ${madeAt}: ${entries.length} parts, each with its SHA-256${missing.length > 0 ? `; ${missing.length} kept files were gone or altered when it was made` : ''}.`,
  )
}

function verifyLog(file: string, { checkpoint = [], key = [] }: Options, command: Command) {
  const flags = [
    ...checkpoint.flatMap((one) => ['--checkpoint', one]),
    ...key.flatMap((one) => ['--key', one]),
  ]
  return run(inProject('public', 'verify-stet-log.mjs'), [file, ...flags], command)
}

/** By the verifier of this checkout, not by the one that lies in the bundle. */
async function verifyBundle(file: string, { key = [] }: Options, command: Command) {
  const { makeVerifiers } = await import('../../reports/bundle/verifiers')
  const folder = await mkdtemp(path.join(tmpdir(), 'stet-verify-'))
  try {
    const program = path.join(folder, 'verify.mjs')
    await writeFile(program, (await makeVerifiers()).mjs)
    run(program, [path.resolve(file), ...key.flatMap((one) => ['--key', one])], command)
  } finally {
    await rm(folder, { recursive: true })
  }
}

function run(program: string, args: readonly string[], command: Command): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const said = `${stdout}${stderr}`.trim()
  outputOf(command).done({ isWhole: status === 0, said }, said)
  if (status !== 0) throw new Findings()
}
