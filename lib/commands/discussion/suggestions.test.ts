import { describe, expect } from 'vitest'
import { listSuggestions, updateSuggestionsApplied } from '@/lib/db/discussion/suggestions'
import { findRevision } from '@/lib/db/revisions/revisions'
import { applySuggestions } from '@/lib/domain/text/apply-edits'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import {
  acceptSuggestion,
  dissent,
  stetSuggestion,
  suggestChange,
  withdrawSuggestion,
} from './suggestions'

describe('a suggestion', () => {
  test('is accepted as it is, or with the editor’s own words', async () => {
    const { ines, articleId, suggest } = await aDesk()
    const one = await suggest({})
    const other = await suggest({ claimId: '', start: 0, end: 14, after: 'The new bridge' })
    await acceptSuggestion(ines, { ...one, after: 'opened in 1933' })
    await acceptSuggestion(ines, { ...other, after: 'The bridge' })

    expect(await listSuggestions(ines, articleId)).toMatchObject([
      { state: 'accepted', before: 'opened in 1932', decision: { after: 'opened in 1933' } },
      { state: 'accepted', after: 'The new bridge', decision: { after: 'The bridge', by: 'Ines' } },
    ])
  })

  test('is let stand with a reason only, and the checker’s dissent stays on file', async () => {
    const { ines, tom, articleId, suggest } = await aDesk()
    const one = await suggest({})
    await expect(dissent(tom, { ...one, text: 'No.' })).rejects.toMatchObject({
      reason: 'conflict',
    })
    await expect(stetSuggestion(ines, { ...one, reason: ' ' })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    })
    await stetSuggestion(ines, { ...one, reason: 'The ledger is right.' })
    await dissent(tom, { ...one, text: 'The ledger is a copy.' })
    expect(await listSuggestions(tom, articleId)).toMatchObject([
      {
        state: 'stet',
        decision: { kind: 'stet', reason: 'The ledger is right.' },
        dissents: [{ by: 'Tom', text: 'The ledger is a copy.' }],
      },
    ])
  })

  test('that two editors decide at once shows the second what the first decided', async () => {
    const { ines, ada, articleId, suggest } = await aDesk()
    const one = await suggest({})
    await acceptSuggestion(ines, { ...one, after: 'opened in 1933' })
    const before = await everythingOf(ada)
    const refusal = await stetSuggestion(ada, { ...one, reason: 'It is right.' }).catch((e) => e)
    expect(refusal).toMatchObject({
      reason: 'conflict',
      message: expect.stringMatching(/^Ines accepted this.*“opened in 1933”/),
      fields: { reason: expect.stringContaining('Stored now: accepted') },
    })
    expect(await everythingOf(ada)).toEqual(before)

    await stetSuggestion(ada, { ...one, reason: 'It is right.', ...refusal.resend })
    const [stored] = await listSuggestions(ada, articleId)
    expect(stored).toMatchObject({ state: 'stet', decision: { by: 'Ada' } })
  })

  test('is withdrawn by whoever made it, until it is decided', async () => {
    const { ines, tom, suggest } = await aDesk()
    const one = await suggest({})
    await expect(withdrawSuggestion(ines, one)).rejects.toMatchObject({ reason: 'not-allowed' })
    await withdrawSuggestion(tom, one)
    await expect(acceptSuggestion(ines, { ...one, after: 'x' })).rejects.toThrow('Tom withdrew')

    const other = await suggest({})
    await stetSuggestion(ines, { ...other, reason: 'It is right.' })
    await expect(withdrawSuggestion(tom, other)).rejects.toThrow('Ines let the words stand')
  })

  test('that is no change, or none that the text can take, is refused at its field', async () => {
    const { suggest } = await aDesk()
    for (const [after, why] of [
      ['opened in 1932', 'already'],
      ['opened\n\nin 1932', 'two paragraphs'],
    ]) {
      await expect(suggest({ after })).rejects.toMatchObject({
        fields: { after: expect.stringContaining(why ?? '') },
      })
    }
    await expect(suggest({ reason: '' })).rejects.toMatchObject({
      fields: { reason: 'Choose why.' },
    })
    await expect(suggest({ revision: 2 })).rejects.toMatchObject({ reason: 'conflict' })
  })

  test('overlaps another and both may stand; what is accepted makes a new text', async () => {
    const { ines, articleId, suggest } = await aDesk()
    const one = await suggest({})
    await suggest({ after: 'was opened in 1932' })
    await acceptSuggestion(ines, { ...one, after: 'opened in 1933' })

    const revision = await findRevision(ines, articleId)
    const accepted = (await listSuggestions(ines, articleId)).flatMap(
      ({ state, place, before, decision }) =>
        state === 'accepted' && place && decision
          ? { ...place, before, after: decision.after }
          : [],
    )
    const blocks = applySuggestions(revision?.text ?? '', revision?.blocks ?? [], accepted)
    expect(blocks[0]?.text).toContain('The old bridge opened in 1933 and cost')

    await updateSuggestionsApplied(ines, [one.suggestionId], revision?.id ?? '')
    const states = (await listSuggestions(ines, articleId)).map(({ state }) => state)
    expect(states).toEqual(['applied', 'undecided'])
    await expect(stetSuggestion(ines, { ...one, reason: 'No.' })).rejects.toThrow(
      'was made with it',
    )
  })
})

async function aDesk() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const ada = await newsroom.member('admin', 'Ada')
  const tom = await newsroom.member('checker', 'Tom')
  const article = await newsroom.article({ by: ines, checkers: [tom] })
  const { claimId, articleId } = await newsroom.claim({ ...article, by: tom }, 'opened in 1932')
  const suggest = (raw: object) =>
    suggestChange(tom, {
      ...{ articleId, claimId, revision: 1, after: 'opened in 1933', reason: 'date' },
      ...raw,
    })
  return { ines, ada, tom, articleId, claimId, suggest }
}
