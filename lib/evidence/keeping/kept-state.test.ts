import { randomUUID } from 'node:crypto'
import { chmod, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { aDataFolder } from '@/lib/testing/evidence/data-folder'
import { openStore } from '../files/open-store'
import { readKeptText, stateOf } from './kept-state'

const folder = aDataFolder()

test('a file as it was kept is said to be so, and its text is read', async () => {
  const { store, file } = await kept('It cost four million crowns.')
  expect(await stateOf(store, file)).toEqual({ is: 'whole' })
  expect(await readKeptText(store, file)).toBe('It cost four million crowns.')
})

test.each([
  ['altered in one letter', (place: string) => overwrite(place, 'It cost five million crowns.')],
  ['cut', (place: string) => overwrite(place, 'It cost')],
  ['gone', (place: string) => rm(place)],
])('a file that is %s is said to be so, and its text is not read', async (_, harm) => {
  const { store, file } = await kept('It cost four million crowns.')
  await harm(path.join(folder, 'files', file.newsroomId, file.sha256.slice(0, 2), file.sha256))
  expect(await stateOf(store, file)).toMatchObject({ is: 'problem', says: /kept file is/ })
  await expect(readKeptText(store, file)).rejects.toThrow(/kept file is/)
})

async function kept(text: string) {
  const store = openStore()
  return {
    store,
    file: await store.put(Readable.from([Buffer.from(text)]), { newsroomId: randomUUID() }),
  }
}

async function overwrite(place: string, text: string) {
  await chmod(place, 0o600)
  await writeFile(place, text)
}
