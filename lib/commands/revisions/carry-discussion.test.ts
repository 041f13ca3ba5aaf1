import { describe, expect } from 'vitest'
import { listQueries } from '@/lib/db/discussion/queries'
import { listSuggestions } from '@/lib/db/discussion/suggestions'
import { findRevision } from '@/lib/db/revisions/revisions'
import { listOpenItems } from '@/lib/db/sign-off/open-items'
import type { Actor } from '@/lib/domain/policy'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { answerQuery, askQuery, closeQuery } from '../discussion/queries'
import { acceptSuggestion, suggestChange } from '../discussion/suggestions'
import { reviseArticle } from './revise'

const FIRST =
  'The old bridge opened in 1932, and cost four million crowns, the mayor said on Friday.'
const SECOND = 'The tunnel beside it opened in 1932, and Engineers will close both of them in May.'
const TEXT = `${FIRST}\n\n${SECOND}`
const WORDS = 'opened in 1932'

describe('what is asked and suggested of words that stand twice', () => {
  test('stays on its own of them after words before them changed', async () => {
    const desk = await aDesk()
    await desk.ask(TEXT.lastIndexOf(WORDS))
    await desk.suggest(TEXT.lastIndexOf(WORDS))
    const text = await desk.revise(TEXT.replace('four million', 'some four and a half million'))
    expect(await desk.places()).toEqual({
      query: { before: 'The tunnel beside it ', words: WORDS },
      suggestion: text.lastIndexOf(WORDS),
    })
  })

  test('goes with its paragraph when two are swapped', async () => {
    const desk = await aDesk()
    await desk.ask(TEXT.lastIndexOf(WORDS))
    await desk.suggest(TEXT.lastIndexOf(WORDS))
    const text = await desk.revise(`${SECOND}\n\n${FIRST}`)
    expect(await desk.places()).toEqual({
      query: { before: 'The tunnel beside it ', words: WORDS },
      suggestion: text.indexOf(WORDS),
    })
  })

  test('is never found in the other place, once its own words are others', async () => {
    const desk = await aDesk()
    await desk.ask(TEXT.lastIndexOf(WORDS))
    await desk.suggest(TEXT.lastIndexOf(WORDS))
    await desk.revise(`${FIRST}\n\n${SECOND.replace('1932', '1933')}`)
    expect(await desk.places()).toEqual({ query: null, suggestion: null })
    await desk.revise(FIRST, 2)
    expect(await desk.places()).toEqual({ query: null, suggestion: null })
  })

  test('has no place where nobody can tell which of ten copies is its own', async () => {
    const desk = await aDesk()
    await desk.ask(TEXT.indexOf(WORDS))
    await desk.suggest(TEXT.indexOf(WORDS))
    await desk.revise([...Array(10).fill(FIRST), SECOND].join('\n\n'))
    expect(await desk.places()).toEqual({ query: null, suggestion: null })
  })
})

describe('words that something is said about', () => {
  test('that differ in their typographic form alone are still there', async () => {
    const desk = await aDesk()
    await desk.ask(TEXT.indexOf(WORDS))
    const { suggestionId } = await desk.suggest(TEXT.indexOf(WORDS))
    const text = await desk.revise(TEXT.replaceAll('in 1932', 'in\u00a01932'))
    expect(await desk.places()).toEqual({
      query: { before: 'The old bridge ', words: 'opened in\u00a01932' },
      suggestion: text.indexOf('opened in'),
    })
    await acceptSuggestion(desk.ines, { suggestionId, after: 'opened in 1933' })
  })

  test('are words gone where they say already what was suggested', async () => {
    const desk = await aDesk()
    const { suggestionId } = await desk.suggest(TEXT.indexOf(WORDS), 'opened in\u00a01932')
    await desk.revise(TEXT.replace('in 1932', 'in\u00a01932'))
    expect(await listSuggestions(desk.ines, desk.articleId)).toMatchObject([
      { state: 'words_gone' },
    ])
    await expect(
      acceptSuggestion(desk.ines, { suggestionId, after: 'opened in\u00a01932' }),
    ).rejects.toThrow('stand there already')
  })

  test('are found again when they come back, as long as somebody waits for an answer', async () => {
    const desk = await aDesk()
    await desk.ask(TEXT.indexOf(WORDS))
    const closed = await desk.ask(TEXT.indexOf('the mayor'), 'the mayor')
    await closeQuery(desk.ines, { ...closed, text: 'Done.' })
    await desk.revise(TEXT.replace(FIRST, 'Rain fell on the harbour.'))
    await desk.revise(TEXT, 2)
    const queries = await listQueries(desk.ines, { articleId: desk.articleId })
    expect(queries.map(({ around }) => around?.words)).toEqual([WORDS, undefined])
  })

  test('keep their place when somebody who does not hear of it brings the text in', async () => {
    const desk = await aDesk()
    const { queryId } = await desk.ask(TEXT.indexOf(WORDS), WORDS, { blocking: 'on' })
    const text = await desk.revise(TEXT.replace('The old', 'The very old'), 1, desk.lena)
    expect(await listQueries(desk.lena, { articleId: desk.articleId })).toEqual([])
    expect((await desk.places()).query).toMatchObject({ before: 'The very old bridge ' })

    const open = await listOpenItems(desk.ines, { id: desk.articleId, language: 'en' })
    const start = text.indexOf(WORDS)
    expect(open.filter((item) => item.queryId === queryId)).toMatchObject([
      { kind: 'blocking_query', place: { start, end: start + WORDS.length } },
    ])
    await answerQuery(desk.ines, { queryId, text: 'Yes.' })
  })
})

async function aDesk() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const lena = await newsroom.member('writer', 'Lena')
  const { articleId } = await newsroom.article({ by: ines, writers: [lena], text: TEXT })
  const at = (start: number, words: string) => ({
    ...{ articleId, revision: 1 },
    ...{ start, end: start + words.length },
  })
  return {
    ...{ ines, lena, articleId },

    ask: (start: number, words = WORDS, more: object = {}) =>
      askQuery(ines, { ...at(start, words), to: 'editor', question: 'Is it so?', ...more }),

    suggest: (start: number, after = 'opened in 1934') =>
      suggestChange(ines, { ...at(start, WORDS), after, reason: 'date' }),

    async revise(text: string, base = 1, by: Actor = ines) {
      const blocks = text.split('\n\n').map((one) => ({ kind: 'paragraph', text: one }))
      await reviseArticle(by, { articleId, base, blocks })
      return (await findRevision(ines, articleId))?.text ?? ''
    },

    /** What stands where the query was asked, and where the suggestion begins now. */
    async places() {
      const [query] = await listQueries(ines, { articleId })
      const [suggestion] = await listSuggestions(ines, articleId)
      const around = query?.around
      return {
        query: around ? { before: around.before, words: around.words } : null,
        suggestion: suggestion?.place?.start ?? null,
      }
    },
  }
}
