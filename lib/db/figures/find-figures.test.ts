import { describe, expect } from 'vitest'
import { cutClaim } from '@/lib/commands/claims/claims'
import { settleClaim } from '@/lib/commands/claims/place-claims'
import { askSecondCheck } from '@/lib/commands/claims/second-checks'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { applyAccepted } from '@/lib/commands/discussion/apply-suggestions'
import { acceptSuggestion, suggestChange } from '@/lib/commands/discussion/suggestions'
import { showPersonFigures } from '@/lib/commands/newsroom/person-figures'
import { correctArticle } from '@/lib/commands/publication/correct'
import { publishArticle } from '@/lib/commands/publication/publish'
import { reviseArticle } from '@/lib/commands/revisions/revise'
import type { FigureKey } from '@/lib/domain/figures/figure'
import { periodOf } from '@/lib/domain/figures/period'
import type { Actor } from '@/lib/domain/policy'
import { figureCsv } from '@/lib/reports/table/figure-csv'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { db } from '../client'
import { findFigures } from './find-figures'

describe('the figures', () => {
  test('of a newsroom without articles are empty, each with a sentence', async () => {
    const editor = await (await aNewsroom()).member('editor')
    const figures = await allOf(editor)
    expect(figures.map(({ key }) => key)).toEqual([
      ...['states', 'deadlines', 'load', 'durations', 'verdicts', 'caught', 'corrections'],
    ])
    for (const { says } of figures) expect(says).toMatch(/^(There are no|No|Nothing)/)
  })

  test('count what stands, is due and is open, as far as somebody sees it', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor')
    const checker = await newsroom.member('checker')
    const soon = new Date(Date.now() + 3_600_000)
    const article = await newsroom.article({ by: editor, deadline: soon, checkers: [checker] })
    await newsroom.article({ by: editor, deadline: new Date(Date.now() - 3_600_000) })
    await newsroom.claim(article, 'in 1932', { assigneeId: checker.userId })
    await newsroom.claim(article, 'in May')
    expect(await rowsOf(editor, 'states')).toEqual([['Draft', 2]])
    const due = await rowsOf(editor, 'deadlines')
    expect([due?.[0], due?.length]).toEqual([['Late', 1], 2])
    expect(await rowsOf(editor, 'load')).toEqual([
      ['Somebody’s', 1, 0, 0],
      ['Nobody’s', 1, 0, 0],
    ])
    expect(await rowsOf(checker, 'states')).toEqual([['Draft', 1]])
    const other = await newsroom.member('checker')
    expect(await rowsOf(other, 'load')).toEqual([])
  })

  test('name persons only where an admin lets them', async () => {
    const { newsroom, editor, claim } = await aChecked('incorrect')
    const admin = await newsroom.member('admin')
    await reviseArticle(editor, {
      ...{ articleId: claim.articleId, base: 1 },
      blocks: [{ kind: 'paragraph', text: 'The bridge opened in 1933.' }],
    })
    const keys = async () => (await allOf(editor)).map(({ key }) => key)
    expect(await keys()).not.toContain('caught-by-desk')
    await expect(showPersonFigures(editor, { shown: 'yes' })).rejects.toMatchObject({
      reason: 'not-allowed',
    })
    await showPersonFigures(admin, { shown: 'yes' })
    expect(await keys()).toContain('caught-by-desk')
    await expect(showPersonFigures(admin, { shown: 'yes' })).rejects.toMatchObject({
      reason: 'conflict',
    })
    await showPersonFigures(admin, {})
    expect(await keys()).not.toContain('caught-by-desk')
  })

  test('count first verdicts, verdicts by type, and nothing of another period', async () => {
    const { editor } = await aChecked('incorrect')
    expect(await rowsOf(editor, 'durations')).toEqual([['Under an hour', 1]])
    expect(await rowsOf(editor, 'verdicts')).toEqual([['Event', 0, 0, 1, 0, 0, 0, 0, 0]])
    const past = { from: '2020-01-01', to: '2020-12-31' }
    expect(await rowsOf(editor, 'verdicts', past)).toEqual([])
    expect(await rowsOf(editor, 'durations', past)).toEqual([])
  })

  test('leave out what is hidden from who gives the second check', async () => {
    const newsroom = await aNewsroom()
    const [editor, second] = [await newsroom.member('editor'), await newsroom.member('checker')]
    const article = await newsroom.article({ by: editor, checkers: [second] })
    const claim = await newsroom.claim(article, 'in 1932', { assigneeId: second.userId })
    await newsroom.evidence(claim)
    await giveVerdict(editor, { claimId: claim.claimId, verdict: 'confirmed' })
    expect(await rowsOf(second, 'verdicts')).toHaveLength(1)
    await askSecondCheck(editor, { claimId: claim.claimId })
    expect(await rowsOf(second, 'verdicts')).toEqual([])
    expect(await rowsOf(second, 'durations')).toEqual([])
    expect(await rowsOf(second, 'load')).toEqual([['Somebody’s', 1, 0, 0]])
    expect(await rowsOf(editor, 'verdicts')).toHaveLength(1)
  })
})

describe('an error is caught before print', () => {
  test('where words are changed that a check found wrong', async () => {
    const { editor, claim } = await aChecked('incorrect')
    expect(await rowsOf(editor, 'caught')).toEqual([])
    await reviseArticle(editor, {
      ...{ articleId: claim.articleId, base: 1 },
      blocks: [
        { kind: 'paragraph', text: 'The old bridge opened in 1933 and cost four million crowns.' },
      ],
    })
    // The claim is placed on its new words by a person.
    await settleClaim(editor, { claimId: claim.claimId, revision: 2, start: 15, end: 29 })
    expect(await rowsOf(editor, 'caught')).toEqual([['Wrong', 1]])
  })

  test('where they are cut', async () => {
    const { editor, claim } = await aChecked('misleading')
    await cutClaim(editor, { claimId: claim.claimId, reason: 'Out.' })
    expect(await rowsOf(editor, 'caught')).toEqual([['Misleading', 1]])
  })

  test('where a suggestion is carried out', async () => {
    const { editor, article, claim } = await aChecked(null)
    const { suggestionId } = await suggestChange(editor, {
      ...{ articleId: article.articleId, claimId: claim.claimId, revision: 1 },
      ...{ after: 'opened in 1933', reason: 'quotation' },
    })
    await acceptSuggestion(editor, { suggestionId, after: 'opened in 1933' })
    expect(await rowsOf(editor, 'caught')).toEqual([])
    const { id: over } = await db().suggestionDecision.findFirstOrThrow({ where: { suggestionId } })
    const suggestions = [{ suggestionId, over }]
    await applyAccepted(editor, { articleId: article.articleId, base: 1, suggestions })
    expect(await rowsOf(editor, 'caught')).toEqual([['Misquoted', 1]])
  })

  test('and what was printed is a correction after', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor')
    const { articleId } = await newsroom.signed({ by: editor })
    await publishArticle(editor, { articleId })
    await correctArticle(editor, {
      ...{ articleId, base: 1, start: 0, end: 4, after: 'Bad', cause: 'writer', notice: 'It was.' },
    })
    expect(await rowsOf(editor, 'caught')).toEqual([])
    expect(await rowsOf(editor, 'corrections')).toEqual([['Writer', 1]])
  })
})

test('a name that a spreadsheet would run is kept as words', async () => {
  const csv = figureCsv({
    ...{ key: 'load', says: '', of: 'Who', series: [{ name: 'To check', colour: '--s-open' }] },
    rows: [{ name: '=cmd()', values: [3] }],
  })
  expect(csv).toBe("\uFEFFWho,To check\r\n'=cmd(),3\r\n")
})

async function aChecked(verdict: 'incorrect' | 'misleading' | null) {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor')
  const article = await newsroom.article({ by: editor })
  const claim = await newsroom.claim(article, 'opened in 1932')
  await newsroom.evidence(claim, { stance: 'contradicts' })
  const given = { claimId: claim.claimId, rationale: 'The ledger says 1933.' }
  if (verdict) await giveVerdict(editor, { ...given, verdict })
  return { newsroom, editor, article, claim }
}

function allOf(actor: Actor, asked = {}) {
  const now = new Date()
  return findFigures(actor, periodOf(asked, actor.timeZone, now), now)
}

/** The rows of a figure in which there is something. */
async function rowsOf(actor: Actor, key: FigureKey, asked = {}) {
  const figure = (await allOf(actor, asked)).find((one) => one.key === key)
  return figure?.rows
    .filter(({ values }) => values.some((value) => value > 0))
    .map(({ name, values }) => [name, ...values])
}
