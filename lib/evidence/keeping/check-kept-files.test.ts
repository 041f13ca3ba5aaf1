import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { folderStore } from '../files/folder-store'
import type { KeptFile } from '../files/kept-file'
import { checkKeptFiles } from './check-kept-files'

const folder = mkdtempSync(path.join(tmpdir(), 'stet-check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const store = folderStore(folder)
const keep = (words: string, newsroomId = 'herald') =>
  store.put(Readable.from([Buffer.from(words)]), { newsroomId })

async function* rows(...files: KeptFile[]) {
  yield* files
}

test('files that are gone or altered are found, and none of another newsroom', async () => {
  const [fine, lost, changed] = [await keep('fine'), await keep('lost'), await keep('same')]
  await keep('of another newsroom', 'courier')
  await store.remove(lost)
  const [place = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(changed.sha256),
  )
  chmodSync(path.join(folder, place), 0o600)
  writeFileSync(path.join(folder, place), 'some')

  const read: number[] = []
  const found = await checkKeptFiles(store, {
    ...{ newsroomId: 'herald', rows: rows(fine, lost, changed) },
    onRead: (count) => read.push(count),
  })
  expect(found).toEqual({ files: 3, gone: [lost.sha256], altered: [changed.sha256], unclaimed: [] })
  expect(read).toEqual([0, 1, 2])
})

test('a check that nobody waits for ends', async () => {
  const gone = new AbortController()
  const files = [await keep('one'), await keep('two'), await keep('three')]
  const read: number[] = []
  const checking = checkKeptFiles(store, {
    ...{ newsroomId: 'herald', rows: rows(...files), signal: gone.signal },
    onRead(count) {
      read.push(count)
      if (count === 1) gone.abort()
    },
  })
  await expect(checking).rejects.toThrow('aborted')
  expect(read).toEqual([0, 1])
})
