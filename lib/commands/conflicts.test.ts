import { describe, expect } from 'vitest'
import { findChainHead } from '@/lib/db/audit/log'
import { findClaim } from '@/lib/db/claims/claims'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { editArticle, moveArticle } from './articles/articles'
import { editClaim, setStatus } from './claims/claims'
import { giveVerdict } from './claims/verdicts'
import type { Command } from './command'
import { editEvidence } from './sources/evidence'
import { editSource } from './sources/sources'

describe('two people who save at once both see it: the second', () => {
  test('editing an article', async () => {
    const { articleId, ines, ada } = await aDesk()
    await clash(editArticle, {
      first: [ines, { articleId, version: 1, headline: 'Hers', worry: 'Dates.' }],
      second: [ada, { articleId, version: 1, headline: 'His', worry: 'Dates.' }],
      shows: { headline: 'Stored now: Hers' },
    })
  })

  test('editing an article on which a third worked meanwhile', async () => {
    const { newsroom, article, articleId, ines, ada, tom } = await aDesk()
    await editArticle(ines, { articleId, version: 1, headline: 'Hers', checkerIds: tom.userId })
    await newsroom.claim({ ...article, by: tom }, 'on Friday')
    await expect(
      editArticle(ada, { articleId, version: 1, headline: 'His' }),
    ).rejects.toMatchObject({ reason: 'conflict', message: expect.stringMatching(/^Ines/) })
  })

  test('editing a claim', async () => {
    const { claimId, tom, ines } = await aDesk()
    await clash(editClaim, {
      first: [ines, { claimId, version: 1, type: 'number', claimant: 'The mayor' }],
      second: [tom, { claimId, version: 1, type: 'money', claimant: '' }],
      shows: { type: 'Stored now: Number', claimant: 'Stored now: The mayor' },
    })
  })

  test('editing a claim to which a third attached evidence meanwhile', async () => {
    const { newsroom, claim, claimId, tom, ines, ada } = await aDesk()
    await editClaim(ines, { claimId, version: 1, type: 'number' })
    await newsroom.evidence({ ...claim, by: ada })
    await expect(editClaim(tom, { claimId, version: 1, type: 'money' })).rejects.toMatchObject({
      message: expect.stringMatching(/^Ines/),
    })
  })

  test('editing a claim, but only where one of its details was changed', async () => {
    const { claimId, tom, ines } = await aDesk()
    const details = { type: 'event', risks: [], claimant: '', assigneeId: '' }
    const seen = { version: 1, was: JSON.stringify(details), overWords: 'opened in 1932' }
    await setStatus(ines, { claimId, from: 'unchecked', status: 'in_progress' })
    await editClaim(tom, { claimId, ...seen, type: 'money', claimant: 'The mayor' })

    await clash(editClaim, {
      first: [ines, { claimId, version: 3, type: 'number', claimant: 'The mayor' }],
      second: [tom, { claimId, ...seen, type: 'age', claimant: '' }],
      shows: { type: 'Stored now: Number', claimant: 'Stored now: The mayor' },
    })
  })

  test('editing evidence', async () => {
    const { newsroom, claim, claimId, tom, ines, ada } = await aDesk()
    const { evidenceId } = await newsroom.evidence(claim)
    await newsroom.evidence({ ...claim, by: ada })
    const evidence = { claimId, evidenceId, version: 1, stance: 'supports', directness: 'primary' }
    await clash(editEvidence, {
      first: [ines, { ...evidence, locator: 'page 5' }],
      second: [tom, { ...evidence, locator: 'page 6' }],
      shows: { locator: 'Stored now: page 5' },
    })
  })

  test('editing a source', async () => {
    const { newsroom, claim, tom, ines } = await aDesk()
    const { sourceId } = await newsroom.evidence({ ...claim, by: tom })
    await clash(editSource, {
      first: [ines, { sourceId, version: 1, kind: 'book', title: 'A', publisher: 'City' }],
      second: [tom, { sourceId, version: 1, kind: 'book', title: 'A', publisher: 'Town' }],
      shows: { publisher: 'Stored now: City' },
    })
  })

  test('setting where the work stands', async () => {
    const { claimId, tom, ines } = await aDesk()
    await clash(setStatus, {
      first: [ines, { claimId, from: 'unchecked', status: 'in_progress' }],
      second: [tom, { claimId, from: 'unchecked', status: 'waiting_source' }],
      shows: { status: 'Stored now: In progress' },
    })
  })

  test('giving a verdict, over which both then stay on record', async () => {
    const { claimId, tom, ines } = await aDesk()
    await clash(giveVerdict, {
      first: [ines, { claimId, verdict: 'disputed', rationale: 'Two ledgers.' }],
      second: [tom, { claimId, verdict: 'not_checkable', rationale: 'A view.' }],
      shows: { verdict: 'Stored now: Disputed' },
    })
    const { verdicts } = (await findClaim(tom, { id: claimId })) ?? {}
    expect(verdicts?.map(({ verdict }) => verdict)).toEqual(['not_checkable', 'disputed'])
  })

  test('moving an article', async () => {
    const { articleId, ines, ada } = await aDesk()
    await moveArticle(ines, { articleId, from: 'draft', to: 'in_check' })
    await expect(
      moveArticle(ada, { articleId, from: 'draft', to: 'with_editor' }),
    ).rejects.toMatchObject({ reason: 'conflict', message: expect.stringContaining('In check') })
  })
})

test('whoever sent an older form themselves is told so', async () => {
  const { articleId, ines } = await aDesk()
  await editArticle(ines, { articleId, version: 1, headline: 'One' })
  await expect(editArticle(ines, { articleId, version: 1, headline: 'Two' })).rejects.toMatchObject(
    {
      message: expect.stringMatching(/^You changed this/),
    },
  )
})

type Attempt = [Parameters<Command>[0], Record<string, unknown>]

/** The second is refused, told who was quicker and what is stored, nothing changes, and sending it again works. */
async function clash(
  command: Command,
  { first, second, shows }: { first: Attempt; second: Attempt; shows: Record<string, string> },
): Promise<void> {
  await command(...first)
  const [actor, raw] = second
  const before = await everythingOf(actor)

  const refusal = await command(actor, raw).then(
    () => ({ resend: {} }),
    (error) => error,
  )
  expect(refusal).toMatchObject({ name: 'Refusal', reason: 'conflict', fields: shows })
  expect(refusal.message).toMatch(new RegExp(`^${first[0].name} `))
  expect(await everythingOf(actor)).toEqual(before)

  await command(actor, { ...raw, ...refusal.resend })
  expect((await findChainHead(actor)).seq).toBe(before.auditSeq + 1)
}

async function aDesk() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const ada = await newsroom.member('admin', 'Ada')
  const tom = await newsroom.member('checker', 'Tom')
  const article = await newsroom.article({ by: ines, checkers: [tom] })
  const claim = await newsroom.claim({ ...article, by: tom }, 'opened in 1932')
  const { articleId } = article
  return { newsroom, ines, ada, tom, article, articleId, claim, claimId: claim.claimId }
}
