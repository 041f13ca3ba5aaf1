import { describe, expect } from 'vitest'
import { listAuthorities } from '@/lib/db/captures/authorities'
import { findTimeStamp, listTimeStamps } from '@/lib/db/captures/time-stamps'
import { db } from '@/lib/db/client'
import { enqueue } from '@/lib/db/jobs/queue'
import { test } from '@/lib/testing/database/rollback'
import { keptFile } from '@/lib/testing/fixtures/captures'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { certificateFor, pemOf } from '@/lib/testing/fixtures/time-stamp-authority'
import { addAuthority, dateCaptures, removeAuthority } from './authorities'
import { failTimeStamp, keepTimeStamp, stampCapture } from './time-stamps'

const CLOCK = { name: 'The Clock', address: 'https://clock.example/tsa' }
const GRANTED = { response: new Uint8Array([48, 3]), datedAt: new Date('2026-03-01T12:00:00Z') }

describe('an authority', () => {
  test('is named with certificates, and each of them has to be one', async () => {
    const { ada } = await aDesk()
    const certificates = pemOf(await certificateFor('Root of Trust'))
    await addAuthority(ada, { ...CLOCK, certificates })
    expect(await listAuthorities(ada)).toMatchObject([
      { ...CLOCK, certificates: certificates.trim() },
    ])
    for (const [wrong, field] of [
      [{ certificates: certificates.replace('MII', 'MIJ') }, 'certificates'],
      [{ certificates: 'the root' }, 'certificates'],
      [{ address: 'clock' }, 'address'],
      [{ address: '' }, 'address'],
      [{ address: 'ftp://clock.example/' }, 'address'],
      [{ name: '' }, 'name'],
    ] as const) {
      const other = { name: 'Other', address: 'https://other.example/', ...wrong }
      await expect(addAuthority(ada, other)).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      })
    }
  })

  test('is on the list once, by name and by address', async () => {
    const { ada } = await aDesk()
    await addAuthority(ada, CLOCK)
    await expect(addAuthority(ada, { ...CLOCK, name: 'the clock' })).rejects.toMatchObject({
      fields: { name: expect.any(String) },
    })
    await expect(addAuthority(ada, { ...CLOCK, name: 'Another' })).rejects.toMatchObject({
      fields: { address: expect.stringContaining('as “The Clock”') },
    })
  })
})

describe('a capture', () => {
  test('is dated at every authority, and each of them only once', async () => {
    const { ada, sourceId } = await aDesk()
    const { captureId, sha256 } = await keptFile(ada, sourceId)
    await expect(stampCapture(ada, { captureId })).rejects.toThrow(/An admin can name one/)
    await addAuthority(ada, CLOCK)
    await addAuthority(ada, { name: 'Another', address: 'https://another.example/' })
    expect(await stampCapture(ada, { captureId })).toEqual({ asked: 2 })
    const stamps = await listTimeStamps(ada, [captureId])
    expect(stamps).toMatchObject([
      { sha256, state: 'pending' },
      { sha256, state: 'pending' },
    ])
    expect(await jobsOf(captureId)).toMatchObject(stamps.map(({ id }) => ({ stampId: id })))
    for (const { id: stampId } of stamps) await keepTimeStamp(ada, { stampId, ...GRANTED })
    await expect(stampCapture(ada, { captureId })).rejects.toThrow('It is dated already.')
  })

  test('is dated as soon as it is kept, where the newsroom wants that', async () => {
    const { ada, sourceId } = await aDesk()
    await addAuthority(ada, CLOCK)
    const first = await keptFile(ada, sourceId, 'page 1')
    await dateCaptures(ada, { every: 'yes' })
    const second = await keptFile(ada, sourceId, 'page 2')
    expect(await listTimeStamps(ada, [first.captureId])).toEqual([])
    expect(await listTimeStamps(ada, [second.captureId])).toMatchObject([
      { state: 'pending', sha256: second.sha256, authority: { name: 'The Clock' } },
    ])
    await expect(dateCaptures(ada, { every: 'yes' })).rejects.toThrow('every capture is dated')
  })

  test('keeps the authority’s whole answer, which nobody changes from then on', async () => {
    const { ada, stampId, captureId } = await aStamp()
    await keepTimeStamp(ada, { stampId, ...GRANTED })
    const stamp = await findTimeStamp(ada, stampId)
    expect(stamp).toMatchObject({ state: 'granted', datedAt: GRANTED.datedAt, attempts: 1 })
    expect(Buffer.from(stamp?.response ?? [])).toEqual(Buffer.from(GRANTED.response))
    await expect(keepTimeStamp(ada, { stampId, ...GRANTED })).rejects.toThrow('dated already')
    await expect(failTimeStamp(ada, { stampId, says: 'Down.' })).rejects.toThrow('dated already')
    expect(await listTimeStamps(ada, [captureId])).toMatchObject([{ state: 'granted' }])
    await expect(
      db().timeStamp.update({ where: { id: stampId }, data: { sha256: 'other' } }),
    ).rejects.toThrow('append-only')
  })

  test('is asked for six times, longer and longer apart, and then when somebody says so', async () => {
    const { ada, stampId, captureId } = await aStamp()
    for (let tries = 1; tries <= 6; tries++) {
      expect(await findTimeStamp(ada, stampId)).toMatchObject({ state: 'pending' })
      await failTimeStamp(ada, { stampId, says: 'The authority does not answer.' })
      expect(await jobsOf(captureId)).toHaveLength(Math.min(tries, 5) + 1)
    }
    expect(await findTimeStamp(ada, stampId)).toMatchObject({
      ...{ state: 'failed', attempts: 6, says: 'The authority does not answer.' },
    })
    await stampCapture(ada, { captureId })
    expect(await findTimeStamp(ada, stampId)).toMatchObject({ state: 'pending', attempts: 0 })
  })

  test('is asked for at once by the job that waits for later, and by no second one', async () => {
    const { ada, captureId } = await aStamp()
    const later = new Date(Date.now() + 3_600_000)
    const [job] = await db().job.findMany({ where: { captureId } })
    await enqueue(job?.id ?? '', later)
    expect(await runAtOf(job?.id)).toEqual(later)
    await stampCapture(ada, { captureId })
    expect(await jobsOf(captureId)).toHaveLength(1)
    expect((await runAtOf(job?.id))?.getTime()).toBeLessThan(Date.now() + 1_000)
  })

  test('is not asked for again at an authority that was taken off the list', async () => {
    const { ada, stampId, captureId, authorityId } = await aStamp()
    await removeAuthority(ada, { authorityId })
    await failTimeStamp(ada, { stampId, says: 'It was taken off the list.', isFinal: true })
    expect(await findTimeStamp(ada, stampId)).toMatchObject({ state: 'failed' })
    await expect(stampCapture(ada, { captureId, authorityId })).rejects.toThrow('not on the')
  })
})

async function aDesk() {
  const newsroom = await aNewsroom()
  const ada = await newsroom.member('admin', 'Ada')
  const article = await newsroom.article({ by: ada })
  const claim = await newsroom.claim(article, 'opened in 1932')
  return { ada, ...(await newsroom.evidence(claim)) }
}

async function aStamp() {
  const { ada, sourceId } = await aDesk()
  const { authorityId } = await addAuthority(ada, CLOCK)
  const { captureId } = await keptFile(ada, sourceId)
  await stampCapture(ada, { captureId })
  const [stamp] = await listTimeStamps(ada, [captureId])
  return { ada, captureId, authorityId, stampId: stamp?.id ?? '' }
}

async function runAtOf(id = ''): Promise<Date | undefined> {
  const [row] = await db().$queryRaw<{ runAt: Date }[]>`
    SELECT run_at AS "runAt" FROM graphile_worker.jobs WHERE key = ${id}`
  return row?.runAt
}

async function jobsOf(captureId: string) {
  const jobs = await db().job.findMany({ where: { captureId }, orderBy: { askedAt: 'asc' } })
  return jobs.map(({ input }) => input)
}
