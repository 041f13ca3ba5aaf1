import { describe, expect } from 'vitest'
import { db } from '@/lib/db/client'
import { listDuplicates } from '@/lib/db/sources/duplicates'
import { countSources, listSources } from '@/lib/db/sources/source-list'
import { findSource } from '@/lib/db/sources/sources'
import { test } from '@/lib/testing/database/rollback'
import { keptFile } from '@/lib/testing/fixtures/captures'
import { aNewsroom, type TestClaim } from '@/lib/testing/fixtures/newsroom'
import { giveVerdict } from '../claims/verdicts'
import { attachEvidence } from './evidence'
import { dropSource } from './falls'
import { mergeSource, undoMerge } from './merges'
import { addSource, editSource } from './sources'

describe('a source that was merged into another', () => {
  test('leaves its evidence and its copies there, and stays as a trace', async () => {
    const { editor, one, other, claim } = await twoOnClaims()
    const { captureId } = await keptFile(editor, one)
    await attachCopy(claim, one, captureId)
    expect(await mergeSource(editor, { sourceId: one, intoId: other })).toMatchObject({
      evidence: 2,
      captures: 1,
    })
    expect(await sourcesOfClaim(claim.claimId)).toEqual([other, other])
    expect(await db().capture.findUnique({ where: { id: captureId } })).toMatchObject({
      sourceId: other,
    })
    expect(await findSource(editor, one)).toMatchObject({ mergedIntoId: other })
    expect((await listSources(editor)).sources.map(({ id }) => id)).toEqual([other])
    expect(await countSources(editor, '')).toBe(1)
    const found = await db().searchEntry.findMany({ where: { kind: 'source' } })
    expect(found.map(({ id }) => id)).not.toContain(one)
  })

  test('is attached as the one that it became', async () => {
    const { newsroom, editor, one, other, claim } = await twoOnClaims()
    await mergeSource(editor, { sourceId: one, intoId: other })
    expect(await newsroom.evidence(claim, { sourceId: one })).toMatchObject({ sourceId: other })
  })

  test('is named as the one that it became to whoever adds it again', async () => {
    const { editor, other } = await twoOnClaims()
    const url = 'https://example.org/tides'
    const { sourceId } = await addSource(editor, { kind: 'book', title: 'Tides', url })
    await mergeSource(editor, { sourceId, intoId: other })
    const { title } = await db().source.findUniqueOrThrow({ where: { id: other } })
    await expect(addSource(editor, { kind: 'book', title: 'Tides', url })).rejects.toThrow(title)
  })

  test('is seen as that one by the writer who added it, and by those of its articles', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor')
    const writer = await newsroom.member('writer')
    const other = await newsroom.member('writer')
    const article = await newsroom.article({ by: writer, writers: [writer, other] })
    const claim = await newsroom.claim({ ...article, by: editor }, 'in 1932')
    const mine = await addSource(writer, { kind: 'book', title: 'Winds' })
    const cited = await newsroom.evidence(claim)
    const into = await addSource(editor, { kind: 'book', title: 'The winds' })
    expect(await findSource(writer, into.sourceId)).toBeNull()
    await mergeSource(editor, { sourceId: mine.sourceId, intoId: into.sourceId })
    expect(await findSource(writer, into.sourceId)).not.toBeNull()
    expect((await listSources(writer)).sources.map(({ id }) => id)).toContain(into.sourceId)
    expect(await findSource(other, into.sourceId)).toBeNull()
    await mergeSource(editor, { sourceId: cited.sourceId, intoId: into.sourceId })
    expect(await findSource(other, into.sourceId)).not.toBeNull()
  })

  test('takes along what was merged into it before, and each merge can be taken back alone', async () => {
    const { newsroom, editor, one, other, claim } = await twoOnClaims()
    const third = (await newsroom.evidence(claim)).sourceId
    await mergeSource(editor, { sourceId: one, intoId: other })
    await mergeSource(editor, { sourceId: other, intoId: third })
    expect(await findSource(editor, one)).toMatchObject({ mergedIntoId: third })
    await undoMerge(editor, { sourceId: other })
    expect(await findSource(editor, one)).toMatchObject({ mergedIntoId: other })
    expect(await sourcesOfClaim(claim.claimId)).toEqual([other, third].sort())
    await undoMerge(editor, { sourceId: one })
    expect(await sourcesOfClaim(claim.claimId)).toEqual([one, third].sort())
    await expect(undoMerge(editor, { sourceId: one })).rejects.toMatchObject({ reason: 'conflict' })
  })

  test('gets back what was attached to one of its copies since', async () => {
    const { editor, one, other, claim } = await twoOnClaims()
    const { captureId } = await keptFile(editor, one)
    await mergeSource(editor, { sourceId: one, intoId: other })
    await attachCopy(claim, other, captureId)
    await undoMerge(editor, { sourceId: one })
    expect(await sourcesOfClaim(claim.claimId)).toEqual([one, one])
  })

  test('is edited no more', async () => {
    const { editor, one, other } = await twoOnClaims()
    await mergeSource(editor, { sourceId: one, intoId: other })
    await expect(
      editSource(editor, { sourceId: one, kind: 'book', title: 'X', version: 2 }),
    ).rejects.toThrow('merged into another')
  })
})

describe('a merge is refused', () => {
  test('of a source into itself, into a trace, and of a trace', async () => {
    const { newsroom, editor, one, other, claim } = await twoOnClaims()
    const third = (await newsroom.evidence(claim)).sourceId
    await mergeSource(editor, { sourceId: one, intoId: other })
    for (const [sourceId, intoId] of [
      [other, other],
      [third, one],
      [one, third],
    ]) {
      await expect(mergeSource(editor, { sourceId, intoId })).rejects.toMatchObject({
        fields: { intoId: expect.any(String) },
      })
    }
  })

  test('where only one of the two fell', async () => {
    const { editor, one, other } = await twoOnClaims()
    await dropSource(editor, { sourceId: one, reason: 'Forged.' })
    await expect(mergeSource(editor, { sourceId: one, intoId: other })).rejects.toThrow('fell')
  })

  test('while a verdict counts both as independent', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor')
    const claim = await newsroom.claim(await newsroom.article({ by: editor }), 'in 1932')
    const ids: string[] = []
    for (const title of ['Herald', 'Courier', 'Post']) {
      ids.push((await newsroom.evidence(claim, { directness: 'secondary', title })).sourceId)
    }
    await giveVerdict(editor, { claimId: claim.claimId, verdict: 'confirmed' })
    const merge = mergeSource(editor, { sourceId: ids[0], intoId: ids[1] })
    await expect(merge).rejects.toThrow('C-001')
    expect(await sourcesOfClaim(claim.claimId)).toEqual([...ids].sort())
  })
})

test('duplicates are found by address, file and title, and by nothing that was told apart', async () => {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor')
  const add = async (facts: object) => {
    const { sourceId } = await addSource(editor, { kind: 'web_page', ...facts })
    const source = await findSource(editor, sourceId)
    if (!source) throw new Error('it is not there')
    return source
  }
  const of = { publisher: 'City', published: '2020-12-07' }
  const one = await add({ title: 'The city ledger', url: 'https://example.org/a', ...of })
  const same = await add({ title: 'Another', url: 'http://www.example.org/a/?utm_source=x' })
  const named = await add({ title: 'The City Ledger!', ...of })
  const filed = await add({ title: 'A scan' })
  await add({ title: 'Harbour dues', ...of })
  await keptFile(editor, one.id)
  await keptFile(editor, filed.id)
  const signs = async () =>
    new Map((await listDuplicates(editor, one)).map((found) => [found.source.id, found.signs]))
  expect(await signs()).toEqual(
    new Map([
      [same.id, ['address']],
      [named.id, ['title']],
      [filed.id, ['file']],
    ]),
  )
  await mergeSource(editor, { sourceId: same.id, intoId: one.id })
  expect((await signs()).has(same.id)).toBe(false)
})

async function twoOnClaims() {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor')
  const article = await newsroom.article({ by: editor })
  const claim = await newsroom.claim(article, 'in 1932')
  const { sourceId: one } = await newsroom.evidence(claim)
  const { sourceId: other } = await addSource(editor, { kind: 'book', title: 'The other' })
  return { newsroom, editor, article, claim, one, other }
}

function attachCopy({ claimId, by }: TestClaim, sourceId: string, captureId: string) {
  const said = { stance: 'supports', directness: 'primary', locator: 'page 4' }
  return attachEvidence(by, { ...said, claimId, sourceId, captureId })
}

async function sourcesOfClaim(claimId: string) {
  const rows = await db().evidence.findMany({ where: { claimId } })
  return rows.map(({ sourceId }) => sourceId).sort()
}
