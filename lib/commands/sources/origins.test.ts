import { describe, expect } from 'vitest'
import { db } from '@/lib/db/client'
import { findToldApart } from '@/lib/db/sources/origins'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { giveVerdict } from '../claims/verdicts'
import type { attachEvidence } from './evidence'
import { groupOrigins, keepOriginsApart, partOrigin } from './origins'

describe('sources put together as one origin', () => {
  test('count as one report', async () => {
    const { checker, claim, ids, confirm } = await threeReports()
    await groupOrigins(checker, { sourceIds: ids.slice(0, 2) })
    await expect(confirm()).rejects.toThrow('Only two independent secondary sources')
    await groupOrigins(checker, { sourceIds: ids.slice(1) })
    await expect(confirm()).rejects.toThrow('Only one secondary source')
    expect(claim.number).toBe(1)
  })

  test('bring with them what they were put together with before', async () => {
    const { checker, ids } = await threeReports()
    const others = await threeReports()
    await groupOrigins(checker, { sourceIds: ids.slice(0, 2) })
    await groupOrigins(checker, { sourceIds: ids.slice(1) })
    expect(new Set(await groupsOf(ids)).size).toBe(1)
    expect(await groupsOf(others.ids)).toEqual([null, null, null])
  })

  test('can be taken out again, and the last one is then alone', async () => {
    const { checker, ids, confirm } = await threeReports()
    const [first = '', second = '', third = ''] = ids
    await groupOrigins(checker, { sourceIds: ids })
    await partOrigin(checker, { sourceId: first })
    expect(await groupsOf(ids)).toEqual([null, expect.any(String), expect.any(String)])
    await partOrigin(checker, { sourceId: second })
    expect(await groupsOf(ids)).toEqual([null, null, null])
    await confirm()
    const isToldApart = await findToldApart(checker, ids)
    expect([isToldApart(first, third), isToldApart(third, second)]).toEqual([true, true])
    await expect(partOrigin(checker, { sourceId: third })).rejects.toMatchObject({
      reason: 'conflict',
    })
  })

  test('are not, while a verdict counts them as independent', async () => {
    const { checker, ids, confirm } = await threeReports()
    await confirm()
    await expect(groupOrigins(checker, { sourceIds: ids.slice(1) })).rejects.toMatchObject({
      reason: 'invalid',
      fields: { sourceIds: expect.stringContaining('C-001') },
    })
    expect(await groupsOf(ids)).toEqual([null, null, null])
  })

  test('are not, where one that was put together before is counted elsewhere', async () => {
    const { newsroom, checker, ids, confirm } = await threeReports()
    const { sourceId } = await newsroom.evidence(
      await newsroom.claim(...(await aClaim(newsroom, checker))),
    )
    await groupOrigins(checker, { sourceIds: [sourceId, ids[0]] })
    await confirm()
    await expect(groupOrigins(checker, { sourceIds: [sourceId, ids[1]] })).rejects.toThrow('C-001')
  })
})

describe('a judgement is refused', () => {
  test('over one source, or the same one twice', async () => {
    const { checker, ids } = await threeReports()
    for (const sourceIds of [[ids[0]], [ids[0], ids[0]], []]) {
      await expect(groupOrigins(checker, { sourceIds })).rejects.toMatchObject({
        fields: { sourceIds: 'Name at least two sources.' },
      })
    }
  })

  test('over sources that are one origin already', async () => {
    const { checker, ids } = await threeReports()
    await groupOrigins(checker, { sourceIds: ids })
    for (const judge of [groupOrigins, keepOriginsApart]) {
      await expect(judge(checker, { sourceIds: ids })).rejects.toMatchObject({ reason: 'conflict' })
    }
  })

  test('to a writer, whose own check it would be', async () => {
    const { newsroom, ids } = await threeReports()
    const writer = await newsroom.member('writer')
    await expect(groupOrigins(writer, { sourceIds: ids })).rejects.toMatchObject({
      reason: 'not-found',
    })
  })
})

test('what was told apart stays so until somebody says otherwise', async () => {
  const { checker, ids } = await threeReports()
  const [first = '', second = '', third = ''] = ids
  await keepOriginsApart(checker, { sourceIds: [first, second] })
  const judged = async () => {
    const isToldApart = await findToldApart(checker, ids)
    return [isToldApart(first, second), isToldApart(second, first), isToldApart(first, third)]
  }
  expect(await judged()).toEqual([true, true, false])
  await groupOrigins(checker, { sourceIds: [second, first] })
  expect(await judged()).toEqual([false, false, false])
})

test('of two that were put together, a third can be told apart', async () => {
  const { checker, ids } = await threeReports()
  await groupOrigins(checker, { sourceIds: ids.slice(0, 2) })
  await keepOriginsApart(checker, { sourceIds: ids })
  const isToldApart = await findToldApart(checker, ids)
  const [first = '', second = '', third = ''] = ids
  expect([isToldApart(first, third), isToldApart(second, third)]).toEqual([true, true])
  expect(isToldApart(first, second)).toBe(false)
})

async function threeReports() {
  const newsroom = await aNewsroom()
  const checker = await newsroom.member('editor')
  const claim = await newsroom.claim(...(await aClaim(newsroom, checker)))
  const ids: string[] = []
  for (const publisher of ['Herald', 'Courier', 'Post']) {
    const report = { directness: 'secondary', publisher, title: publisher } as const
    ids.push((await newsroom.evidence(claim, report)).sourceId)
  }
  const confirm = () => giveVerdict(checker, { claimId: claim.claimId, verdict: 'confirmed' })
  return { newsroom, checker, claim, ids, confirm }
}

async function aClaim(
  newsroom: Awaited<ReturnType<typeof aNewsroom>>,
  by: Parameters<typeof attachEvidence>[0],
) {
  return [await newsroom.article({ by }), 'in 1932'] as const
}

async function groupsOf(ids: readonly string[]) {
  const rows = await db().source.findMany({ where: { id: { in: [...ids] } } })
  return ids.map((id) => rows.find((row) => row.id === id)?.originGroupId)
}
