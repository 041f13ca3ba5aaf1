import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { backUp } from '@/lib/backup/back-up'
import { restore } from '@/lib/backup/restore'
import { folderStore } from '@/lib/evidence/files/folder-store'
import { withClient } from '@/lib/server/postgres/access'
import { makeDatabase, makeEmptyDatabase } from '@/lib/testing/database/isolated-database'
import { line, ratio } from './support/print-measure'

const MIB = 1024 * 1024
const FILES = Number(process.env.BENCH_BACKUP_MIB ?? 1_024) / 4

/** A gigabyte of kept files, which do not get smaller: backed up and restored, against tar with gzip -1 over the same files. */
export async function measureBackup(folder: string): Promise<void> {
  const [files, there] = [path.join(folder, 'kept'), path.join(folder, 'restored')]
  for (const one of [files, there, `${there}-by-tar`]) await mkdir(one)
  const source = await makeDatabase('bench_backup')
  await fill(source.owner, files)
  const [ours, theirs] = [path.join(folder, 'ours.tar.gz'), path.join(folder, 'theirs.tar.gz')]

  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 20)
  const packed = await timed(() =>
    backUp({ owner: source.owner, store: folderStore(files), to: ours }),
  )
  clearInterval(watch)
  const tarred = await timed(() => sh(`tar -C '${files}' -c . | gzip -1 > '${theirs}'`))
  line(
    `A backup of ${(statSync(ours).size / MIB).toFixed(0)} MiB: ${packed.toFixed(1)} s, tar and gzip -1: ${tarred.toFixed(1)} s`,
  )
  ratio('Speed of a backup against tar and gzip -1', tarred / packed, { least: 0.5 })
  ratio('MiB that the process grew by meanwhile', (most - before) / MIB, { most: 128 })

  const place = await makeEmptyDatabase('bench_restore')
  const restored = await timed(() =>
    restore({ urls: place, store: folderStore(there), from: ours }),
  )
  const untarred = await timed(() =>
    sh(`gzip -dc '${theirs}' | tar -C '${there}-by-tar' -x && sync`),
  )
  line(`Restored in ${restored.toFixed(1)} s, by gzip and tar: ${untarred.toFixed(1)} s`)
  ratio('Speed of restoring against gzip and tar', untarred / restored, { least: 0.5 })
  for (const one of [files, there, `${there}-by-tar`, ours, theirs])
    rmSync(one, { recursive: true })
}

async function fill(owner: string, files: string): Promise<void> {
  const store = folderStore(files)
  await withClient(owner, async (client) => {
    await client.query(`
      INSERT INTO "Newsroom" (id, name, slug) VALUES ('bench', 'Bench', 'bench')`)
    for (let n = 0; n < FILES; n++) {
      const { sha256, bytes } = await store.put(Readable.from([randomBytes(4 * MIB)]), {
        newsroomId: 'bench',
      })
      await client.query(
        `INSERT INTO "StoredFile" ("newsroomId", sha256, bytes) VALUES ('bench', $1, $2)`,
        [sha256, bytes],
      )
    }
  })
}

const sh = async (script: string) => void execFileSync('sh', ['-c', script])

/** In seconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1_000
}
