import { describe, expect } from 'vitest'
import { findClaim } from '@/lib/db/claims/claims'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { test, testEach } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { giveVerdict, waiveSecondary } from './verdicts'

describe('giving a verdict', () => {
  test('binds it to the exact words, the person and the log together', async () => {
    const { newsroom, claim, checker } = await aClaim()
    await newsroom.evidence(claim)
    await giveVerdict(checker, { claimId: claim.claimId, verdict: 'confirmed' })
    expect(await findClaim(checker, { id: claim.claimId })).toMatchObject({
      status: 'checked',
      soVerdict: 'confirmed',
      verdicts: [{ words: 'opened in 1932', givenById: checker.userId }],
    })
    const entries = await db().auditEvent.findMany({ where: { claimId: claim.claimId } })
    expect(entries.at(-1)).toMatchObject({
      type: 'verdict.given',
      data: { verdict: 'confirmed', instead: null, words: 'opened in 1932' },
    })
  })

  testEach(
    [
      { verdict: 'confirmed', lacks: 'verdict' },
      { verdict: 'incorrect', lacks: 'verdict' },
      { verdict: 'misleading', lacks: 'verdict' },
      { verdict: 'cannot_be_stood_up', lacks: 'searched' },
      { verdict: 'ok_with_change', lacks: 'change' },
      { verdict: 'on_author', lacks: 'writersWord' },
      { verdict: 'disputed', lacks: 'rationale' },
      { verdict: 'not_checkable', lacks: 'rationale' },
    ],
    ({ verdict, lacks }) => `${verdict} is refused without its ${lacks}`,
    async ({ verdict, lacks }) => {
      const { claim, checker } = await aClaim()
      await expect(giveVerdict(checker, { claimId: claim.claimId, verdict })).rejects.toMatchObject(
        { reason: 'invalid', fields: { [lacks]: expect.any(String) } },
      )
      expect(await db().verdict.count({ where: { claimId: claim.claimId } })).toBe(0)
    },
  )

  testEach(
    [
      { verdict: 'cannot_be_stood_up', searched: 'The city archive, 1930 to 1935.' },
      { verdict: 'on_author', writersWord: 'I stood there.' },
      { verdict: 'not_checkable', rationale: 'A forecast.' },
      { verdict: 'disputed', rationale: 'Two ledgers, two years.' },
    ],
    ({ verdict }) => `${verdict} needs its note and no evidence`,
    async (given) => {
      const { claim, checker } = await aClaim()
      await giveVerdict(checker, { claimId: claim.claimId, ...given })
      expect(await findClaim(checker, { id: claim.claimId })).toMatchObject({
        status: 'checked',
        soVerdict: given.verdict,
      })
    },
  )

  test('incorrect takes evidence against, and a reason', async () => {
    const { newsroom, claim, checker } = await aClaim()
    await newsroom.evidence(claim)
    const given = { claimId: claim.claimId, verdict: 'incorrect', rationale: 'It was 1933.' }
    await expect(giveVerdict(checker, given)).rejects.toMatchObject({ reason: 'invalid' })
    await newsroom.evidence(claim, { stance: 'contradicts' })
    await giveVerdict(checker, given)
  })

  test('evidence for said is none for so', async () => {
    const { newsroom, claim, checker } = await aClaim({ claimant: 'The mayor' })
    const { claimId } = claim
    await newsroom.evidence(claim, { aspect: 'said' })
    await expect(
      giveVerdict(checker, { claimId, aspect: 'so', verdict: 'confirmed' }),
    ).rejects.toMatchObject({ reason: 'invalid' })

    expect(
      await giveVerdict(checker, { claimId, aspect: 'said', verdict: 'confirmed' }),
    ).toMatchObject({ status: 'in_progress' })
    await newsroom.evidence(claim, { aspect: 'both' })
    expect(
      await giveVerdict(checker, { claimId, aspect: 'so', verdict: 'confirmed' }),
    ).toMatchObject({
      status: 'checked',
    })
  })

  test('on said is refused where nobody said anything', async () => {
    const { claim, checker } = await aClaim()
    await expect(
      giveVerdict(checker, { ...claim, aspect: 'said', verdict: 'on_author', writersWord: 'Yes.' }),
    ).rejects.toMatchObject({ fields: { aspect: expect.any(String) } })
  })

  test('is refused to its writer, whatever their role, unless the newsroom checks itself', async () => {
    for (const selfCheck of [false, true]) {
      const newsroom = await aNewsroom({ selfCheck })
      const editor = await newsroom.member('editor')
      for (const role of ['writer', 'checker', 'editor', 'admin'] as const) {
        const writer = await newsroom.member(role)
        const article = await newsroom.article({ by: editor, writers: [writer] })
        const { claimId } = await newsroom.claim(article, 'in 1932')
        const given = giveVerdict(writer, { claimId, verdict: 'disputed', rationale: 'So.' })
        if (selfCheck) await given
        else await expect(given).rejects.toMatchObject({ reason: 'not-allowed' })
      }
    }
  })

  test('keeps the earlier ones on record, the newest first', async () => {
    const { claim, checker } = await aClaim()
    const { claimId } = claim
    let over = ''
    for (const rationale of ['One.', 'Two.', 'Three.']) {
      await giveVerdict(checker, { claimId, verdict: 'disputed', rationale, over })
      over = (await findClaim(checker, { id: claimId }))?.verdicts[0]?.id ?? ''
    }
    const { verdicts } = (await findClaim(checker, { id: claimId })) ?? {}
    expect(verdicts?.map(({ rationale }) => rationale)).toEqual(['Three.', 'Two.', 'One.'])
  })
})

describe('secondary support', () => {
  test('is three independently reported sources, and ten copies of one wire are one', async () => {
    const { newsroom, claim, checker } = await aClaim()
    const report = (details: { publisher: string; origin?: string }) =>
      newsroom.evidence(claim, { kind: 'news_article', directness: 'secondary', ...details })
    for (let copy = 1; copy <= 10; copy++) {
      await report({ publisher: `Paper ${copy}`, origin: copy % 2 ? 'Reuters' : ' reuters ' })
    }
    await expect(confirm(checker, claim)).rejects.toMatchObject({
      message: expect.stringContaining('one secondary source'),
    })
    await report({ publisher: 'The Herald' })
    await expect(confirm(checker, claim)).rejects.toMatchObject({
      message: expect.stringContaining('two independent secondary sources'),
    })
    await report({ publisher: 'The Star' })
    await confirm(checker, claim)
  })

  test('of tertiary sources is never enough', async () => {
    const { newsroom, claim, checker } = await aClaim()
    for (const publisher of ['One', 'Two', 'Three', 'Four']) {
      await newsroom.evidence(claim, { directness: 'tertiary', publisher })
    }
    await expect(confirm(checker, claim)).rejects.toMatchObject({ reason: 'invalid' })
  })

  test('is enough where an editor accepts it by name, for that aspect alone', async () => {
    const { newsroom, claim, checker, editor } = await aClaim({ claimant: 'The mayor' })
    const { claimId } = claim
    await newsroom.evidence(claim, { directness: 'secondary' })
    await expect(waiveSecondary(editor, { claimId, reason: '' })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    })
    await waiveSecondary(editor, { claimId, aspect: 'said', reason: 'They were in the room.' })

    await giveVerdict(checker, { claimId, aspect: 'said', verdict: 'confirmed' })
    await expect(confirm(checker, claim)).rejects.toMatchObject({ reason: 'invalid' })
    expect(await findClaim(checker, { id: claimId })).toMatchObject({
      waivers: [{ aspect: 'said', givenById: editor.userId, reason: 'They were in the room.' }],
    })
  })

  test('cannot be waived for what nobody said', async () => {
    const { claim, editor } = await aClaim()
    await expect(
      waiveSecondary(editor, { claimId: claim.claimId, aspect: 'said', reason: 'Well known.' }),
    ).rejects.toMatchObject({ fields: { aspect: expect.any(String) } })
  })

  test('cannot be waived by the writer, even an editor', async () => {
    const newsroom = await aNewsroom({ selfCheck: true })
    const by = await newsroom.member('editor')
    const article = await newsroom.article({ by, writers: [by] })
    const { claimId } = await newsroom.claim(article, 'in 1932')
    await expect(waiveSecondary(by, { claimId, reason: 'Mine.' })).rejects.toMatchObject({
      reason: 'not-allowed',
    })
  })
})

async function aClaim(details: { claimant?: string } = {}) {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor', 'Ines')
  const checker = await newsroom.member('checker', 'Tom')
  const article = await newsroom.article({ by: editor, checkers: [checker] })
  const claim = await newsroom.claim({ ...article, by: checker }, 'opened in 1932', details)
  return { newsroom, editor, checker, claim }
}

function confirm(checker: Actor, { claimId }: { claimId: string }) {
  return giveVerdict(checker, { claimId, verdict: 'confirmed' })
}
