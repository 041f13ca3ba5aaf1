import { createHash } from 'node:crypto'
import { describe, expect } from 'vitest'
import { listCaptures } from '@/lib/db/captures/captures'
import {
  findLastFileCheck,
  listProblemPlaces,
  listSourceProblems,
} from '@/lib/db/captures/file-checks'
import { findFileRoom } from '@/lib/db/captures/files'
import { test, testEach } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { addSource } from '../sources/sources'
import { recordFileCheck, setFileQuota } from './file-checks'
import { keepFile, receiveFile } from './files'

const sha256 = createHash('sha256').update('minutes').digest('hex')
const nothing = { files: 1, gone: [], altered: [], unclaimed: [] }

test('a capture whose file is gone or altered is known by it, until a check finds it as it was', async () => {
  const { admin, sourceId } = await aKeptFile()
  const [capture] = await listCaptures(admin, [sourceId])
  const problems = async () => [...(await listSourceProblems(admin, sourceId))]
  expect(await problems()).toEqual([])
  for (const problem of ['gone', 'altered'] as const) {
    await recordFileCheck(admin, { ...nothing, [problem]: [sha256] })
    expect(await problems()).toEqual([[capture?.id, problem]])
  }
  expect(await listProblemPlaces(admin, [sha256])).toMatchObject([
    { sha256, name: 'minutes.txt', capture: { source: { id: sourceId, title: 'The minutes' } } },
  ])
  await recordFileCheck(admin, nothing)
  expect(await problems()).toEqual([])
})

test('what is found in one newsroom is not told in another', async () => {
  const { admin } = await aKeptFile()
  const other = await aKeptFile()
  await recordFileCheck(other.admin, { ...nothing, gone: [sha256] })
  expect(await findLastFileCheck(admin)).toBeNull()
})

describe('the room for files', () => {
  test('is what an admin says, and no more is taken', async () => {
    const { admin, receive } = await aKeptFile()
    await setFileQuota(admin, { gigabytes: '1', wasGigabytes: '21' })
    expect(await findFileRoom(admin)).toEqual({ kept: 7, quota: 1e9 })
    await expect(receive({ sha256: 'a'.repeat(64), bytes: 1e9 })).rejects.toThrow('no room')
    await setFileQuota(admin, { gigabytes: '2', wasGigabytes: '1' })
    await receive({ sha256: 'a'.repeat(64), bytes: 1e9 })
  })

  testEach(
    ['', '0', '-4', '1.5', 'much', '100001'],
    (gigabytes) => `is refused as “${gigabytes}”`,
    async (gigabytes) => {
      const { admin } = await aKeptFile()
      await expect(setFileQuota(admin, { gigabytes })).rejects.toMatchObject({
        fields: { gigabytes: expect.stringContaining('gigabytes') },
      })
    },
  )

  test('that another admin changed meanwhile is not overwritten unseen', async () => {
    const { admin } = await aKeptFile()
    await setFileQuota(admin, { gigabytes: '50' })
    await expect(
      setFileQuota(admin, { gigabytes: '30', wasGigabytes: '21' }),
    ).rejects.toMatchObject({ reason: 'conflict', fields: { gigabytes: 'Stored now: 50 GB' } })
  })
})

async function aKeptFile() {
  const newsroom = await aNewsroom()
  const admin = await newsroom.member('admin')
  const receive = (file: { sha256: string; bytes: number }) =>
    receiveFile(admin, {
      ...{ file, text: null, mediaType: 'text/plain', name: 'minutes.txt', warnings: [] },
      facts: { title: '', byline: '', publisher: '', published: '', language: '' },
    })
  const { arrivalId } = await receive({ sha256, bytes: 7 })
  const { sourceId } = await addSource(admin, { kind: 'official_document', title: 'The minutes' })
  await keepFile(admin, { sourceId, arrivalId })
  return { admin, sourceId, receive }
}
