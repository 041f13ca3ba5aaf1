import { publishArticle } from '@/lib/commands/publication/publish'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { chosenWords, goToArticle, toast } from '../support/workspace'

const BLOCKS = [
  { kind: 'headline', text: 'Ferry Alba carried 1,041 passengers' },
  { kind: 'paragraph', text: 'The ferry Alba carried 1,014 passengers on Monday.' },
  { kind: 'paragraph', text: 'Its master is Sergei Volkov, who has sailed for thirty years.' },
  { kind: 'caption', text: 'Sergey Volkov on the bridge of the Alba' },
] as const

test('what an article says differently is shown side by side, answered and leads on', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const out = await desk.newsroom.signed({
    by: actor,
    headline: 'The old ferry',
    text: 'Good morning. The ferry Alba carried 900 passengers.',
  })
  await publishArticle(actor, out)
  await desk.newsroom.claim(out, 'carried 900 passengers')
  const lena = await desk.newsroom.member('writer', 'Lena')
  const article = await desk.newsroom.article({
    by: actor,
    writers: [lena],
    headline: 'Ferry Alba carried 1,041 passengers',
    blocks: [...BLOCKS],
  })
  await goToArticle(page, desk.at(article))
  const line = page.getByRole('link', { name: /^\d contradictions$/ })
  await expect(line).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'contradictions-line')
  await line.focus()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'Contradictions', level: 1 })).toBeVisible()
  const pair = page.getByRole('article', { name: '1,041, 1,014' })
  await expect(pair).toContainText('The ferry Alba carried 1,014 passengers on Monday.')
  await expect(page.getByRole('article', { name: 'Sergei Volkov, Sergey Volkov' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'The old ferry' }).first()).toBeVisible()
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'contradictions')

  await pair.getByRole('button', { name: 'Answer' }).click()
  await expect(pair).toContainText('Say which is right, or that both are.')
  await pair.getByLabel('The second is right').check()
  await pair.getByLabel('Why', { exact: true }).fill('The harbour’s ledger says so.')
  await pair.getByRole('button', { name: 'Answer' }).click()
  await expect(toast(page)).toContainText('Answered')
  await expect(pair).toContainText('Ines said: the second is right. The harbour’s ledger says so.')

  await pair.getByRole('button', { name: 'Suggest a change' }).click()
  const form = page.getByRole('form', { name: 'Suggest a change' })
  await expect(form.getByLabel('Words that should stand for “1,041”')).toHaveValue('1,014')
  await form.getByLabel('Why').selectOption({ index: 1 })
  await assertAccessible(page)
  await shot(page, 'contradictions-answered', form)
  await form.getByRole('button', { name: 'Suggest' }).click()
  await expect(toast(page)).toContainText('Change suggested')

  await pair.getByRole('button', { name: 'Take the answer back' }).click()
  await expect(pair.getByRole('button', { name: 'Answer' })).toBeVisible()
  await pair.getByRole('link', { name: 'Second' }).click()
  await expect.poll(() => chosenWords(page)).toBe('1,014')

  await page.goto(`${desk.at(article)}/sign-off`)
  await expect(
    page.getByText(/contradictions are open\. Nothing of that stands in the way/),
  ).toBeVisible()
})

test('an article that says everything once says so', async ({ desk }) => {
  const { actor, page } = await desk.arrive('checker', 'Tom')
  const article = await desk.newsroom.article({ by: actor, text: 'The bridge opened in 1932.' })
  await page.goto(`${desk.at(article)}/contradictions`)
  await expect(page.getByText('Nothing is said differently in two places')).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'contradictions-none')
})

test('one key makes claims of all proposals of a paragraph, and one takes them back', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('checker', 'Tom')
  const article = await desk.newsroom.article({ by: actor, blocks: [...BLOCKS] })
  await goToArticle(page, `${desk.at(article)}?view=proposals`)
  const proposals = page.getByRole('region', { name: 'Proposals' })
  await expect(proposals.getByText(/^[1-9]\d* proposals?, /)).toBeVisible()
  await page.keyboard.press('.')
  await expect.poll(() => chosenWords(page)).not.toBe('')
  await page.keyboard.press('Shift+P')
  await expect(toast(page)).toContainText(/^\d claims? made/)
  const made = page.getByRole('region', { name: 'Claims' })
  await expect(made.getByText('C-001')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(toast(page)).toHaveText('Claims taken back')
})
