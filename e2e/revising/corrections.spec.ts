import type { Page } from '@playwright/test'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { markCoverage } from '@/lib/commands/coverage/coverage'
import { correctArticle } from '@/lib/commands/publication/correct'
import { publishArticle } from '@/lib/commands/publication/publish'
import { acceptOpenItems, publishInEmergency, signOff } from '@/lib/commands/sign-off/sign-offs'
import { findChainHead } from '@/lib/db/audit/log'
import { listOpenItems } from '@/lib/db/sign-off/open-items'
import type { Actor } from '@/lib/domain/policy'
import { type Newsroom, spanOf } from '@/lib/testing/fixtures/newsroom'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { rowsOfCsv, takeOut, valueOfJson, wordsOfHtml, wordsOfPdf } from '../support/report-files'
import { shot } from '../support/screenshots'
import { chooseByKeys, claimOf, goToArticle, textOf } from '../support/workspace'

const TEXT = 'The old bridge opened in 1932 and cost four million crowns.'

const form = (page: Page) => page.getByRole('form', { name: 'Correct' })
const effects = (page: Page) => page.getByRole('complementary', { name: 'What correcting does' })
const corrected = (page: Page) => form(page).getByLabel('Corrected words')
const notice = (page: Page) => form(page).getByLabel('Notice to readers')
const send = (page: Page) => form(page).getByRole('button', { name: /^Correct, as revision/ })

test('what is published is corrected with a notice, and its claim is checked again', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await published(desk.newsroom, actor)
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  await claimOf(page, 'C-001').getByRole('link', { name: 'Correct…' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Correct what is published')
  await expect(form(page)).toContainText('opened in 1932')
  await expect(effects(page)).toContainText('The signature of Ines falls')
  await corrected(page).fill('opened in 1933')
  await expect(form(page).getByRole('insertion')).toContainText('1933')
  await expect(effects(page)).toContainText('1 claim: 1 changed')
  await expect(effects(page)).toContainText('C-001 is placed on the corrected words and has to be')
  await send(page).click()
  await expect(form(page)).toContainText('Choose how it came to be published.')
  await expect(form(page)).toContainText('Say what readers are told.')
  await form(page).getByLabel('How it came to be published').selectOption('The source was wrong')
  await notice(page).fill('An earlier version gave the year as 1932. It is 1933.')
  await page.reload()
  await expect(corrected(page)).toHaveValue('opened in 1933')
  await expect(notice(page)).toHaveValue('An earlier version gave the year as 1932. It is 1933.')
  await expect(effects(page)).toContainText('1 claim: 1 changed')
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'correct')
  await send(page).click()

  await expect(page).toHaveURL(`${desk.at(article)}/corrections`)
  const record = page.getByRole('listitem').filter({ hasText: 'Correction 1' })
  await expect(record).toContainText('An earlier version gave the year as 1932. It is 1933.')
  await expect(record).toContainText('The source was wrong')
  await expect(record).toContainText('The corrected text is not signed off.')
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'corrections')
  await record.getByRole('link', { name: 'Compare revisions 1 and 2' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'What changed from revision 1 to 2',
  )

  await goToArticle(page, `${desk.at(article)}?claim=1`)
  await expect(textOf(page)).toContainText('opened in 1933')
  await expect(claimOf(page, 'C-001')).toContainText('Recheck')
  await expect(page.getByText(/^Corrected on .*: 1 correction$/)).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'corrected')
  await page.goto(desk.at('/articles'))
  await expect(page.getByRole('row', { name: /The bridge/ })).toContainText('1 correction')
})

test('words in no claim are corrected from the palette, and a colleague’s correction is not overwritten', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const ada = await desk.newsroom.member('admin', 'Ada')
  const article = await published(desk.newsroom, actor)
  const { articleId } = article
  await goToArticle(page, desk.at(article))
  await page.keyboard.press('t')
  await chooseByKeys(page, 'four million crowns')
  await expect(page.getByRole('button', { name: 'Correct…' })).toBeInViewport({ ratio: 1 })
  await shot(page, 'selection')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('correct the chosen')
  await page.keyboard.press('Enter')
  await corrected(page).fill('five million crowns')
  await form(page).getByLabel('How it came to be published').selectOption('Writer')
  await notice(page).fill('It cost five million.')

  await correctArticle(ada, {
    ...{ articleId, base: 1, ...spanOf(TEXT, 'four million'), after: 'six million' },
    ...{ cause: 'writer', notice: 'It cost six million.' },
  })
  await expect(form(page)).toContainText('These words have no certain place in revision 2.')
  await send(page).click()
  await expect(form(page).getByRole('alert')).toContainText('Choose the words first.')
  await expect(corrected(page)).toHaveValue('five million crowns')
  await expect(notice(page)).toHaveValue('It cost five million.')

  // Of a claim the page knows the words as they are now, and they are shown before they are corrected.
  await page.goto(`${desk.at(article)}/correct`)
  await assertAccessible(page)
  await shot(page, 'which-words')
  await page.getByRole('link', { name: /opened in 1932/ }).click()
  await corrected(page).fill('opened in 1933')
  await form(page).getByLabel('How it came to be published').selectOption('Writer')
  await notice(page).fill('It opened in 1933.')
  await correctArticle(ada, {
    ...{ articleId, base: 2, start: 25, end: 29, after: '1934' },
    ...{ cause: 'writer', notice: 'It opened in 1934.' },
  })
  await expect(form(page).getByRole('blockquote')).toHaveText('opened in 1934')
  await send(page).click()
  await expect(form(page)).toContainText(
    'The words changed while you had this open: they are “opened in 1934” now.',
  )
  await shot(page, 'correct-conflict')
  await send(page).click()
  await expect(page.getByText('Correction 3')).toBeVisible()
})

test('the report says who signed what with what accepted, and carries the correction that ended it', async ({
  desk,
}) => {
  test.slow()
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await published(desk.newsroom, actor, { accepted: 'The ledger comes tomorrow.' })
  const { articleId } = article
  await page.goto(`${desk.at(article)}/report`)
  await expect(page.getByText('Signed off by Ines, editor')).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'report-signed')
  const items = [
    'C-001, “opened in 1932”, is not checked.',
    'One word is in no claim and not accounted for: “cost”.',
  ]
  for (const words of [
    await wordsOfPdf(await takeOut(page, 'PDF')),
    await wordsOfHtml(page, await takeOut(page, 'HTML')),
  ]) {
    expect(words.indexOf('Signed off by Ines, editor')).toBeLessThan(200)
    expect(words).toContain('2 open items are accepted by name')
    expect(words).toContain('I, Ines, editor at The Desk, sign off revision 1')
    for (const item of items) expect(words).toContain(`Accepted as open: ${item}`)
    expect(words.split('The ledger comes tomorrow.')).toHaveLength(3)
    expect(words).not.toContain('is not signed off')
  }

  await correctArticle(actor, {
    ...{ articleId, base: 1, ...spanOf(TEXT, 'opened in 1932'), after: 'opened in 1933' },
    ...{ cause: 'late_change', notice: 'An earlier version gave the year as 1932.' },
  })
  await page.goto(`${desk.at(article)}/report`)
  await expect(page.getByText('This text is not signed off', { exact: true })).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'report-corrected')
  for (const words of [
    await wordsOfPdf(await takeOut(page, 'PDF')),
    await wordsOfHtml(page, await takeOut(page, 'HTML')),
  ]) {
    expect(words).toContain('This text is not signed off')
    expect(words).toContain('Correction 1')
    for (const printed of [
      'opened in 1932',
      'opened in 1933',
      'Late change',
      'the year as 1932.',
    ]) {
      expect(words).toContain(printed)
    }
    expect(words).toContain('Revision 2 took its place.')
  }
  expect(await valueOfJson(page, await takeOut(page, 'JSON'))).toMatchObject({
    signOffs: [{ state: 'superseded', items: [{}, {}] }],
    corrections: [{ number: 1, claim: 'C-001', cause: 'late_change', signed: null }],
  })
  const [row] = await rowsOfCsv(await takeOut(page, 'CSV'))
  expect(row?.Corrections).toContain('“opened in 1932”: “opened in 1933”, late change (Ines)')
})

test('the report of an emergency is loud, and says what still has to be done', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, text: TEXT })
  const { articleId } = article
  const { seq: seen } = await findChainHead(actor)
  await publishInEmergency(actor, { articleId, seen, reason: 'The dam breaks.' })
  const place = { articleId, revision: 1, kind: 'nothing_to_check' }
  await page.goto(`${desk.at(article)}/report`)
  const banner = page.locator('.report .banner')
  await expect(banner).toContainText('Published in an emergency, before its check was done')
  await expect(banner).toContainText('1 of 1 open item still to be done')
  await assertAccessible(page)
  await shot(page, 'report-emergency')
  await markCoverage(actor, { ...place, places: [{ start: 0, end: TEXT.length }] })
  await page.goto(`${desk.at(article)}/report`)
  await expect(banner).toContainText('Nothing of it is left to be done')
  expect(await wordsOfPdf(await takeOut(page, 'PDF'))).toContain(
    'Done, changed or accepted since: ',
  )
})

test('a checker is not offered to correct, and a new revision of what is published names the way', async ({
  desk,
}) => {
  const ines = await desk.newsroom.member('editor', 'Ines')
  const { actor, page } = await desk.arrive('checker', 'Tom')
  const article = await published(desk.newsroom, ines, { checkers: [actor] })
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  await expect(claimOf(page, 'C-001')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Correct…' })).toBeHidden()
  await page.goto(`${desk.at(article)}/revise`)
  await expect(page.getByText('An editor can correct it.')).toBeVisible()
  await page.goto(`${desk.at(article)}/corrections`)
  await expect(page.getByText('Nothing was corrected since it was published.')).toBeVisible()
  desk.mayHear(/404/)
  const answer = await page.goto(`${desk.at(article)}/correct`)
  expect(answer?.status()).toBe(404)
})

/** A published article with one claim: confirmed, or else accepted as open with a word in no claim. */
async function published(
  newsroom: Newsroom,
  by: Actor,
  { checkers = [], accepted }: { checkers?: Actor[]; accepted?: string } = {},
) {
  const article = await newsroom.article({ by, checkers, text: TEXT })
  const { articleId } = article
  const claim = await newsroom.claim(article, 'opened in 1932')
  const rest = accepted ? ['and', 'four million crowns.'] : ['and cost four million crowns.']
  const places = ['The old bridge', ...rest].map((words) => spanOf(TEXT, words))
  await markCoverage(by, { articleId, revision: 1, kind: 'nothing_to_check', places })
  if (accepted) {
    const open = await listOpenItems(by, { id: articleId, language: 'en' })
    const items = open.map(({ key }) => key)
    await acceptOpenItems(by, { articleId, items, reason: accepted })
  } else {
    await newsroom.evidence(claim)
    await giveVerdict(by, { claimId: claim.claimId, verdict: 'confirmed' })
  }
  await signOff(by, { articleId, seen: (await findChainHead(by)).seq })
  await publishArticle(by, { articleId })
  return article
}
