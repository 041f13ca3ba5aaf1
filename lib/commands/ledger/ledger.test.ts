import { expect, test } from 'vitest'
import { findDifferences } from '@/lib/db/ledger/differences'
import { findFact, listFacts } from '@/lib/db/ledger/facts'
import { findOrigin } from '@/lib/db/ledger/origin'
import { listRulings } from '@/lib/db/ledger/rulings'
import { ledgerStanding } from '@/lib/domain/ledger/rulings'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { askSecondCheck } from '../claims/second-checks'
import { giveVerdict } from '../claims/verdicts'
import { addFact, changeFact, keepFact, restoreFact, retireFact } from './facts'
import { dismissDifference, importFacts, restoreDifference, ruleFacts } from './ledger'

const TEXT = 'Sergei Chemezov opened the bridge in 1932, said Sergey Chemezov.'

async function aDesk() {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor', 'Ines')
  const checker = await newsroom.member('checker', 'Tom')
  const second = await newsroom.member('checker', 'Bo')
  const other = await newsroom.member('checker', 'Mo')
  const writer = await newsroom.member('writer', 'Lena')
  const blocks = [{ kind: 'paragraph' as const, text: TEXT }]
  const article = await newsroom.article({
    ...{ by: editor, blocks, checkers: [checker, second], writers: [writer] },
  })
  const claim = await newsroom.claim({ ...article, by: checker }, 'Sergei Chemezov')
  await newsroom.evidence(claim)
  const NAME = { claimId: claim.claimId, kind: 'name', subject: 'Chemezov, Sergei' }
  return { newsroom, editor, checker, second, other, writer, article, claim, NAME }
}

type Desk = Awaited<ReturnType<typeof aDesk>>

async function kept(desk: Desk) {
  await giveVerdict(desk.checker, { claimId: desk.claim.claimId, verdict: 'confirmed' })
  return (await keepFact(desk.checker, desk.NAME)) as { factId: string }
}

test('a name is kept from a confirmed claim, and the text read against it', async () => {
  const desk = await aDesk()
  await expect(keepFact(desk.checker, desk.NAME)).rejects.toThrow('Only what was confirmed')
  const { factId } = await kept(desk)
  await expect(keepFact(desk.checker, desk.NAME)).rejects.toThrow('already')

  expect(await findFact(desk.writer, factId)).toMatchObject({
    ...{ subject: 'Sergei Chemezov', isFromClaim: true, version: 1 },
  })
  const found = await findDifferences(desk.writer, desk.article.slug)
  expect(found?.differences).toMatchObject([
    { why: 'spelling', says: 'Sergey Chemezov', dismissalId: null },
  ])
})

test('what is not right is refused by its field, and nothing is stored', async () => {
  const { editor } = await aDesk()
  for (const [fields, field] of [
    [{ kind: 'birth', subject: 'A Bee', born: '200', basis: 'x' }, 'born'],
    [{ kind: 'figure', subject: 'A', value: '4', unit: 'flurbs', asOf: '2026-01-01' }, 'unit'],
    [{ kind: 'name', subject: 'A Bee' }, 'basis'],
    [{ kind: 'house', subject: '' }, 'subject'],
  ] as const) {
    await expect(addFact(editor, fields)).rejects.toMatchObject({
      fields: { [field]: expect.any(String) },
    })
  }
  expect(await listFacts(editor)).toEqual([])
})

test('where a fact comes from is told to those alone who may see it', async () => {
  const desk = await aDesk()
  const { factId } = await kept(desk)
  const origin = await findOrigin(desk.checker, factId)
  expect(origin).toMatchObject({ number: 1, words: 'Sergei Chemezov', status: 'confirmed' })
  expect(origin?.evidence).toHaveLength(1)
  // Of another article.
  expect(await findOrigin(desk.other, factId)).toBeNull()
  // Who is to check it without knowing what was found.
  await askSecondCheck(desk.editor, { claimId: desk.claim.claimId })
  expect(await findOrigin(desk.second, factId)).toBeNull()
  expect(await findOrigin(desk.checker, factId)).not.toBeNull()
})

test('a confidential source is told to those alone who hear the check', async () => {
  const desk = await aDesk()
  const { factId } = await kept(desk)
  const { db } = await import('@/lib/db/client')
  await db().claim.update({
    where: { id: desk.claim.claimId },
    data: { risks: ['confidential_source'] },
  })
  expect(await findOrigin(desk.writer, factId)).toBeNull()
  expect(await findOrigin(desk.checker, factId)).not.toBeNull()
})

test('nothing is kept while a second check waits', async () => {
  const desk = await aDesk()
  await askSecondCheck(desk.editor, { claimId: desk.claim.claimId })
  await giveVerdict(desk.checker, { claimId: desk.claim.claimId, verdict: 'confirmed' })
  await expect(keepFact(desk.checker, desk.NAME)).rejects.toThrow('second check')
  await expect(keepFact(desk.second, desk.NAME)).rejects.toMatchObject({ reason: 'conflict' })
})

test('words that were let stand are so until the fact is another', async () => {
  const desk = await aDesk()
  const { factId } = await kept(desk)
  const { articleId, slug } = desk.article
  const words = { articleId, factId, factVersion: 1, why: 'spelling', words: 'Sergey Chemezov' }
  const { dismissalId } = (await dismissDifference(desk.checker, words)) as { dismissalId: string }
  await expect(dismissDifference(desk.checker, words)).rejects.toThrow('already')
  const dismissed = async () =>
    (await findDifferences(desk.checker, slug))?.differences.map((one) => one.dismissalId)
  expect(await dismissed()).toEqual([dismissalId])
  await restoreDifference(desk.checker, { dismissalId })
  expect(await dismissed()).toEqual([null])

  await dismissDifference(desk.checker, words)
  const change = { kind: 'name', subject: 'Sergei Chemezov', note: 'As he signs.' }
  await changeFact(desk.checker, { ...change, factId, version: 1 })
  expect(await dismissed()).toEqual([null])
  await expect(changeFact(desk.editor, { ...change, factId, version: 1 })).rejects.toThrow(
    'Somebody changed',
  )
  await expect(dismissDifference(desk.checker, words)).rejects.toThrow('meanwhile')
})

test('two facts that exclude each other are both kept, until a person says which holds', async () => {
  const desk = await aDesk()
  const { factId } = await kept(desk)
  const other = { kind: 'name', subject: 'Sergey Chemezov', basis: 'His passport.' }
  const { factId: otherId } = (await addFact(desk.editor, other)) as { factId: string }
  const standing = async () =>
    ledgerStanding(await listFacts(desk.editor), await listRulings(desk.editor))
  expect((await standing()).open).toHaveLength(1)
  expect((await standing()).holding).toHaveLength(2)
  const ruling = { oneId: factId, oneVersion: 1, otherId, otherVersion: 1, reason: 'As he signs.' }
  await ruleFacts(desk.checker, { ...ruling, holds: 'one' })
  expect((await standing()).open).toEqual([])
  expect((await standing()).holding).toMatchObject([{ id: factId }])
  await retireFact(desk.editor, { factId, reason: 'He left.' })
  expect((await standing()).holding).toMatchObject([{ id: otherId }])
  await expect(ruleFacts(desk.checker, { ...ruling, holds: 'other' })).rejects.toThrow('retired')
  await restoreFact(desk.editor, { factId })
  expect(await listFacts(desk.editor)).toHaveLength(2)
})

test('a house list comes in whole or not at all, and nothing twice', async () => {
  const { editor } = await aDesk()
  const row = (row: number, subject: string, avoid: string) => ({
    ...{ row, fields: { kind: 'house', subject, avoid } },
  })
  const sent = (...rows: object[]) => ({ name: 'house.csv', rows: JSON.stringify(rows) })
  const [good, bad] = [row(2, 'adviser', 'advisor'), row(3, 'email', '')]
  await expect(importFacts(editor, sent(good, bad))).rejects.toThrow(/^Row 3: /)
  expect(await listFacts(editor)).toEqual([])
  const formula = row(4, '=HYPERLINK("http://x.example")', '+1')
  expect(await importFacts(editor, sent(good, good, formula))).toEqual({ kept: 2, left: 1 })
  await expect(importFacts(editor, sent(good))).rejects.toThrow('already')
  expect((await listFacts(editor)).map(({ subject, basis }) => [subject, basis])).toEqual([
    ['=HYPERLINK("http://x.example")', 'Imported from “house.csv”'],
    ['adviser', 'Imported from “house.csv”'],
  ])
})
