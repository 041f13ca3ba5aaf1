import { expect } from 'vitest'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { test, testEach } from '@/lib/testing/database/rollback'
import { aNewsroom, spanOf } from '@/lib/testing/fixtures/newsroom'
import { cutClaim } from './claims/claims'
import { settleClaim } from './claims/place-claims'
import type { Command } from './command'
import { answerQuery, askQuery, closeQuery } from './discussion/queries'
import { suggestChange } from './discussion/suggestions'
import { reviseArticle } from './revisions/revise'
import { attachEvidence, editEvidence } from './sources/evidence'

const TEXT = 'The old bridge opened in 1932, the mayor said.'
const CHANGED = 'The old bridge opened in 1933, the mayor said.'

const EVIDENCE = { stance: 'supports', directness: 'primary', locator: 'page 5' }

testEach<[what: string, command: Command, values: object]>(
  [
    ['other words are suggested', suggestChange, { after: 'opened in 1931', reason: 'date' }],
    ['something is asked', askQuery, { to: 'editor', question: 'Which ledger says so?' }],
    ['the claim is cut', cutClaim, { reason: 'It is common knowledge.' }],
    ['a source is attached', attachEvidence, EVIDENCE],
    ['evidence is changed', editEvidence, { ...EVIDENCE, version: 1 }],
  ],
  ([what]) => `where ${what} over words that changed since they were read, that is asked about`,
  async ([, command, values]) => {
    const { by, ids } = await aClaimOnOtherWords()
    const before = await everythingOf(by)
    const sent = { ...ids, ...values, revision: 2 }
    const refusal = await command(by, { ...sent, overWords: 'opened in 1932' }).then(
      () => ({ resend: {} }),
      (error) => error,
    )
    expect(refusal).toMatchObject({
      reason: 'conflict',
      message: expect.stringContaining('“opened in 1932” became “opened in 1933”'),
      resend: { overWords: 'opened in 1933' },
    })
    expect(await everythingOf(by)).toEqual(before)
    await command(by, { ...sent, ...refusal.resend })
  },
)

test('words that differ in their typography alone are the words that were read', async () => {
  const { by, ids } = await aClaimOnOtherWords()
  const overWords = 'opened\u00a0in\r\n1933'
  await attachEvidence(by, { ...ids, ...EVIDENCE, overWords })
  await cutClaim(by, { ...ids, reason: 'It is common knowledge.', overWords })
})

test('a query is not closed over what was said to it meanwhile', async () => {
  const { by, lena, ids } = await aClaimOnOtherWords()
  const question = { to: 'writer', question: 'Which ledger says so?', revision: 2 }
  const { queryId } = (await askQuery(by, { ...ids, ...question })) as { queryId: string }
  await answerQuery(lena, { queryId, text: 'The city’s.' })
  const before = await everythingOf(by)
  const close = { queryId, text: 'Nobody knows.' }
  const refusal = await closeQuery(by, { ...close, over: '' }).catch((e) => e)
  expect(refusal).toMatchObject({
    reason: 'conflict',
    message: expect.stringMatching(/^Lena answered while you had this open: “The city’s.”/),
  })
  expect(await everythingOf(by)).toEqual(before)

  await answerQuery(lena, { queryId, text: 'No: the county’s.' })
  await expect(closeQuery(by, { ...close, ...refusal.resend })).rejects.toThrow('the county’s')
  const again = await closeQuery(by, { ...close, ...refusal.resend }).catch((e) => e)
  await closeQuery(by, { ...close, ...again.resend })
})

/** A claim that was read on “1932”, and stands on “1933” now. */
async function aClaimOnOtherWords() {
  const newsroom = await aNewsroom()
  const by = await newsroom.member('editor', 'Ines')
  const lena = await newsroom.member('writer', 'Lena')
  const article = await newsroom.article({ by, text: TEXT, writers: [lena] })
  const { articleId } = article
  const claim = await newsroom.claim(article, 'opened in 1932')
  const { claimId } = claim
  const { evidenceId, sourceId } = await newsroom.evidence(claim)
  await reviseArticle(by, { articleId, base: 1, blocks: [{ kind: 'paragraph', text: CHANGED }] })
  await settleClaim(by, { claimId, revision: 2, ...spanOf(CHANGED, 'opened in 1933') })
  return { by, lena, ids: { articleId, claimId, evidenceId, sourceId } }
}
