import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { bringArticle } from '@/lib/commands/articles/articles'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { answerQuery, askQuery } from '@/lib/commands/discussion/queries'
import { suggestChange } from '@/lib/commands/discussion/suggestions'
import { importDocx } from '@/lib/importing/word/import-docx'
import { aWordDraft, DRAFT_SAYS } from '@/lib/testing/importing/word-draft'
import { partsOf } from '@/lib/testing/ooxml/parts-of'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { bringFile } from '../support/kept-files'
import { shot } from '../support/screenshots'

test('the article goes to Word with its check on the very words, as far as is chosen', async ({
  desk,
}) => {
  test.slow()
  const { actor: ines, page } = await desk.arrive('editor', 'Ines Kaya')
  const tom = await desk.newsroom.member('checker', 'Tom')
  const lena = await desk.newsroom.member('writer', 'Lena')
  const article = await desk.newsroom.article({ by: ines, checkers: [tom], writers: [lena] })
  const { articleId, text } = article
  const on = (words: string) => {
    const start = text.indexOf(words)
    return { articleId, revision: 1, start, end: start + words.length }
  }
  const claim = await desk.newsroom.claim({ ...article, by: tom }, 'opened in 1932')
  await desk.newsroom.evidence({ ...claim, by: tom }, { locator: 'page 4' })
  const { claimId } = claim
  await giveVerdict(tom, { claimId, verdict: 'confirmed', rationale: 'The ledger says so.' })
  const asked = { ...on('four million'), to: 'writer', question: 'Who counted?' }
  const { queryId } = await askQuery(tom, asked)
  await answerQuery(lena, { queryId, text: 'The city did.' })
  await askQuery(tom, { ...on('The old bridge'), to: 'editor', question: 'Is it old?' })
  const change = { ...on('crowns'), after: 'korunas', reason: 'spelling', note: 'As on the coin.' }
  await suggestChange(tom, change)

  await page.goto(`${desk.at(article)}/report`)
  const panel = page.getByRole('region', { name: 'The article in Word' })
  await panel.scrollIntoViewIfNeeded()
  await expect(panel.getByRole('radio', { name: 'The writer' })).toBeChecked()
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'word-document')
  await panel.getByRole('button').scrollIntoViewIfNeeded()

  const forWriter = await gotten(page, 'the-bridge-r1-checked.docx')
  expect(forWriter.text).toBe(text)
  expect(forWriter.changed).toContain('korunas')
  expect(forWriter.comments).toEqual([
    ['opened in 1932', 'Tom', expect.stringMatching(/^C-001 · Confirmed\n.*page 4/s), []],
    [
      'four million',
      'Tom',
      expect.stringContaining('Question: Who counted?'),
      [expect.stringContaining('Answer: The city did.')],
    ],
    ['crowns', 'Tom', expect.stringContaining('Note: As on the coin.'), []],
  ])

  // By keyboard alone: only the queries, for the desk.
  await panel.getByRole('checkbox', { name: 'Claims' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowUp')
  await expect(panel.getByRole('radio', { name: 'The desk' })).toBeChecked()
  await page.keyboard.press('Tab')
  const ofDesk = await gotten(page, 'the-bridge-r1-checked.docx', () =>
    page.keyboard.press('Enter'),
  )
  expect(ofDesk.comments.map(([words]) => words)).toEqual(['The old bridge', 'four million'])
  expect(ofDesk.changed).toBe(text)

  await panel.getByRole('checkbox', { name: 'Claims' }).check()
  await panel.getByRole('radio', { name: 'Somebody outside' }).check()
  const outside = await gotten(page, 'the-bridge-r1-checked.docx')
  expect(outside.comments.map(([words, author]) => [words, author])).toEqual([
    ['opened in 1932', desk.newsroom.name],
  ])
  const refused = await page.request.get(`${desk.at(article)}/word?reader=everybody`)
  expect(refused.status()).toBe(400)
})

test('an article that was a Word document goes back as that very document', async ({ desk }) => {
  const { actor: ines, page } = await desk.arrive('editor', 'Ines')
  const tom = await desk.newsroom.member('checker', 'Tom')
  const bytes = aWordDraft()
  const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const draft = { name: 'bridge.docx', mediaType, bytes }
  const arrivalId = await bringFile(page, desk.at('/files'), draft)
  const { blocks, text } = await importDocx(bytes)
  const { articleId, slug } = await bringArticle(ines, {
    ...{ headline: 'The bridge', blocks, checkerIds: [tom.userId] },
    document: JSON.stringify({ arrivalId, choices: {} }),
  })
  const article = { articleId, slug, text, by: tom }
  const claim = await desk.newsroom.claim(article, 'in 1932')
  await desk.newsroom.evidence({ ...claim, by: tom }, { locator: 'page 41' })
  await giveVerdict(tom, { claimId: claim.claimId, verdict: 'confirmed' })

  await page.goto(`${desk.at(article)}/report`)
  const { file, comments } = await gotten(page, 'the-bridge-r1-checked.docx')
  expect(comments.filter(([, author]) => author !== '')).toEqual([
    ['in 1932', 'Tom', expect.stringMatching(/^C-001 · Confirmed\n.*page 41/s), []],
    ['the mayor said on Friday', 'Lena', DRAFT_SAYS.question, [DRAFT_SAYS.answer]],
    ['Engineers', 'Tom', DRAFT_SAYS.done, []],
  ])
  const [before, after] = [await partsOf(bytes), await partsOf(file)]
  const changed = [...before].filter(([name, part]) => !after.get(name)?.equals(part))
  expect(changed.map(([name]) => name)).toEqual([
    'word/document.xml',
    'word/comments.xml',
    'word/commentsExtended.xml',
  ])
  expect([...after.keys()]).toEqual([...before.keys()])
})

/** The document that the form gives, read by our own reader: as it was, with the changes, and its comments. */
async function gotten(
  page: Page,
  name: string,
  press = () => page.getByRole('button', { name: 'Get Word document' }).click(),
) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  expect(download.suggestedFilename()).toBe(name)
  const file = await readFile(await download.path())
  const { text, notes } = await importDocx(file, { choices: { inserted: 'out', deleted: 'in' } })
  const { text: changed } = await importDocx(file)
  const comments = notes.map(({ span, author, text: says, replies }) => {
    const words = span && text.slice(span.start, span.end)
    return [words, author, says, replies.map((one) => one.text)] as const
  })
  return { file, text, changed, comments }
}
