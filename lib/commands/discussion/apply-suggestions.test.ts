import { describe, expect, test as vitest } from 'vitest'
import { listEvents } from '@/lib/db/audit/log-events'
import { listLastPlaces } from '@/lib/db/claims/anchors'
import { db } from '@/lib/db/client'
import { listQueries } from '@/lib/db/discussion/queries'
import { listSuggestions } from '@/lib/db/discussion/suggestions'
import { findRevision } from '@/lib/db/revisions/revisions'
import type { Actor } from '@/lib/domain/policy'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom, spanOf } from '@/lib/testing/fixtures/newsroom'
import { unsettleClaim } from '../claims/place-claims'
import { giveVerdict } from '../claims/verdicts'
import { reviseArticle } from '../revisions/revise'
import { applyAccepted } from './apply-suggestions'
import { askQuery } from './queries'
import { acceptSuggestion, stetSuggestion, suggestChange } from './suggestions'

const TEXT = `The old bridge opened in 1932 and cost four million crowns, the mayor said on Friday.

It was the first in the country to be welded throughout. It opened in 1932, and Engineers will close it in May.`

const LINE = 'The bridge is closed in May.'

describe('accepted suggestions', () => {
  test('make one new text, and are applied; each is recorded', async () => {
    const desk = await aDesk()
    const one = await desk.accepted('four million', 'five million')
    const other = await desk.accepted('first in the country', 'first in the north')
    const left = await desk.accepted('on Friday', 'on Thursday')
    await desk.apply([one, other])

    const newest = await findRevision(desk.ines, desk.articleId)
    expect(newest).toMatchObject({ number: 2, createdById: desk.ines.userId })
    expect(newest?.text).toBe(
      TEXT.replace('four million', 'five million').replace('in the country', 'in the north'),
    )
    const states = await listSuggestions(desk.ines, desk.articleId)
    expect(states.map(({ state }) => state)).toEqual(['applied', 'applied', 'accepted'])
    const rows = await db().suggestion.findMany({ where: { appliedIn: newest?.id } })
    expect(rows.map(({ id }) => id).sort()).toEqual([one, other].map((s) => s.suggestionId).sort())

    const events = await listEvents(desk.ines, { articleId: desk.articleId, take: 3 })
    expect(events.map(({ event }) => event)).toMatchObject([
      { type: 'suggestion.applied', before: 'first in the country', after: 'first in the north' },
      { type: 'suggestion.applied', before: 'four million', revision: 2 },
      { type: 'revision.brought', revision: 2 },
    ])
    await desk.apply([left], 2)
    expect((await findRevision(desk.ines, desk.articleId))?.text).toContain('on Thursday')
  })

  test('place a claim on what is in its place now, which has to be checked again', async () => {
    const desk = await aDesk()
    const cost = await desk.checkedClaim('cost four million crowns')
    const first = await desk.checkedClaim('the first in the country')
    const second = await desk.claimAt('opened in 1932', TEXT.lastIndexOf('opened in 1932'))
    await desk.apply([
      await desk.accepted('four million', 'some five million', cost.claimId),
      await desk.accepted('old bridge', 'older of the two bridges'),
    ])

    expect(await desk.standing()).toEqual({
      [cost.number]: ['recheck', 'cost some five million crowns', 2],
      [first.number]: ['checked', 'the first in the country', 2],
      [second.number]: ['unchecked', 'opened in 1932', 2],
    })
    const revised = await findRevision(desk.ines, desk.articleId)
    const [, , there] = await listLastPlaces(desk.ines, { articleId: desk.articleId })
    expect(there?.anchor.start).toBe(revised?.text.lastIndexOf('opened in 1932'))
    const placed = await listEvents(desk.ines, { types: ['claim.placed'], take: 9 })
    expect(placed.map(({ event }) => event)).toMatchObject([
      { number: cost.number, from: 'cost four million crowns', how: 'applied' },
    ])
    const [brought] = await listEvents(desk.ines, { types: ['revision.brought'], take: 1 })
    expect(brought?.event).toMatchObject({
      claims: { changed: [cost.number], missing: [] },
      recheck: [cost.number],
    })

    // A person may still say otherwise.
    await unsettleClaim(desk.ines, { claimId: cost.claimId })
    expect((await desk.standing())[cost.number]).toEqual(['recheck', 'cost four million crowns', 1])
  })

  test('leave a claim to a person that a change cuts through, or nothing is left of', async () => {
    const desk = await aDesk()
    const through = await desk.checkedClaim('cost four million')
    const gone = await desk.checkedClaim('on Friday')
    await desk.apply([
      await desk.accepted('million crowns', 'thousand crowns'),
      await desk.accepted('on Friday', ''),
    ])
    expect(await desk.standing()).toEqual({
      [through.number]: ['recheck', 'cost four million', 1],
      [gone.number]: ['recheck', 'on Friday', 1],
    })
    expect((await findRevision(desk.ines, desk.articleId))?.text).toContain('the mayor said.')
  })

  test('leave what is asked and suggested on its own of two places that are alike', async () => {
    const desk = await aDesk(`${LINE}\n\n${LINE}`)
    const start = LINE.length + 2 + LINE.indexOf('closed')
    const words = { articleId: desk.articleId, revision: 1, start, end: start + 'closed'.length }
    await askQuery(desk.ines, { ...words, to: 'editor', question: 'Is it?' })
    await suggestChange(desk.ines, { ...words, after: 'shut', reason: 'number' })
    await desk.apply([await desk.accepted('The bridge', 'The old bridge by the mill')])

    const text = (await findRevision(desk.ines, desk.articleId))?.text ?? ''
    const [suggestion] = await listSuggestions(desk.ines, desk.articleId)
    expect(suggestion?.place?.start).toBe(text.lastIndexOf('closed'))
    const [query] = await listQueries(desk.ines, { articleId: desk.articleId })
    expect(query?.around).toEqual({ before: 'The bridge is ', words: 'closed', after: ' in May.' })
  })

  test('in another typographic form keep the verdict', async () => {
    const desk = await aDesk()
    const claim = await desk.checkedClaim('four million crowns')
    await desk.apply([await desk.accepted('four million', 'four\u00a0million')])
    expect(await desk.standing()).toEqual({
      [claim.number]: ['checked', 'four\u00a0million crowns', 2],
    })
  })

  test('are refused together where they overlap, and none is applied', async () => {
    const desk = await aDesk()
    const one = await desk.accepted('four million', 'five million')
    const other = await desk.accepted('million crowns', 'thousand crowns')
    await desk.refuses([one, other], /“four million” and “million crowns” overlap/)
    await desk.refuses([one, one], /overlap/)
    await desk.refuses([], /another look/)
    await desk.refuses([{ ...one, over: other.over }], /You accepted this/)
    await desk.refuses([{ suggestionId: 'nothing', over: 'x' }], /is not here/)
  })

  test('that were decided otherwise meanwhile are refused by name', async () => {
    const desk = await aDesk()
    const one = await desk.accepted('four million', 'five million')
    const other = await desk.accepted('on Friday', 'on Thursday')
    const ada = await desk.newsroom.member('admin', 'Ada')
    await stetSuggestion(ada, { ...other, reason: 'It was Friday.' })
    await desk.refuses([one, other], /^“on Friday”: Ada let the words stand .*“It was Friday.”/)

    await acceptSuggestion(ada, { ...one, after: 'six million' })
    await desk.refuses([one], /^“four million”: Ada accepted this .*“six million”/)
  })

  test('are not applied over a revision that came in between, nor once their words are gone', async () => {
    const desk = await aDesk()
    const one = await desk.accepted('four million', 'five million')
    const lena = await desk.newsroom.member('editor', 'Lena')
    await desk.revise(lena, TEXT.replace('four million', 'seven million'))
    await desk.refuses([one], /^Lena brought in revision 2 .*still chosen/)
    await desk.refuses([one], /“four million” does not stand in the newest text any more/, 2)
  })
})

vitest('of two editors who apply at the same moment one is told of the other', async () => {
  const desk = await aDesk()
  const ada = await desk.newsroom.member('admin', 'Ada')
  const one = await desk.accepted('four million', 'five million')
  const other = await desk.accepted('on Friday', 'on Thursday')
  const answers = await Promise.allSettled([desk.apply([one]), desk.apply([other], 1, ada)])
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? answer.reason : []))
  expect(refused).toMatchObject([{ name: 'Refusal', reason: 'conflict' }])
  expect((await findRevision(desk.ines, desk.articleId))?.number).toBe(2)
  const states = (await listSuggestions(desk.ines, desk.articleId)).map(({ state }) => state)
  expect(states.sort()).toEqual(['accepted', 'applied'])
})

async function aDesk(text = TEXT) {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const article = await newsroom.article({ by: ines, text })
  const { articleId } = article

  async function accepted(words: string, after: string, claimId = '') {
    const made = {
      articleId,
      claimId,
      revision: 1,
      ...spanOf(text, words),
      after,
      reason: 'number',
    }
    const { suggestionId } = await suggestChange(ines, made)
    const { decisionId: over } = await acceptSuggestion(ines, { suggestionId, after })
    return { suggestionId, over }
  }

  const apply = (suggestions: { suggestionId: string; over: string }[], base = 1, by = ines) =>
    applyAccepted(by, { articleId, base, suggestions: JSON.stringify(suggestions) })

  return {
    ...{ newsroom, ines, articleId, accepted, apply },

    async refuses(...[suggestions, why, base]: [Parameters<typeof apply>[0], RegExp, number?]) {
      const before = await everythingOf(ines)
      const refusal = await apply(suggestions, base).catch((error) => error)
      expect(refusal).toMatchObject({ name: 'Refusal', message: expect.stringMatching(why) })
      expect(await everythingOf(ines)).toEqual(before)
    },

    async checkedClaim(words: string) {
      const claim = await newsroom.claim(article, words)
      await newsroom.evidence(claim)
      await giveVerdict(ines, { claimId: claim.claimId, verdict: 'confirmed' })
      return claim
    },

    claimAt: (words: string, start: number) =>
      newsroom.claim({ ...article, text: `${' '.repeat(start)}${words}` }, words),

    revise: (by: Actor, text: string) =>
      reviseArticle(by, {
        articleId,
        base: 1,
        blocks: text.split('\n\n').map((one) => ({ kind: 'paragraph', text: one })),
      }),

    /** Of each claim its status, the words of its last place, and in which revision that is. */
    async standing() {
      const places = await listLastPlaces(ines, { articleId })
      return Object.fromEntries(
        places.map(({ number, status, anchor }) => [
          number,
          [status, anchor.exact, anchor.revision.number],
        ]),
      )
    },
  }
}
