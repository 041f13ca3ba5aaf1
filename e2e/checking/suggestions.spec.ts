import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { attach, claimOf, dragOver, giveVerdict, goToArticle, panelOf } from '../support/workspace'

test('a change is suggested, edited and accepted, or let stand over a dissent', async ({
  desk,
}) => {
  test.slow()
  const ines = await desk.arrive('editor', 'Ines')
  const tom = await desk.arrive('checker', 'Tom')
  const article = await desk.newsroom.article({ by: ines.actor, checkers: [tom.actor] })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(tom.page, `${desk.at(article)}?claim=1`)
  const toms = claimOf(tom.page, 'C-001')
  await expect(toms.getByRole('button', { name: 'Suggest words' })).toBeVisible()
  await tom.page.keyboard.press('r')
  const form = toms.getByRole('form', { name: 'Suggest a change' })
  await expect(form.getByLabel('Words that should stand there')).toHaveValue('opened in 1932')
  await form.getByLabel('Words that should stand there').fill('opened in May 1933')
  await form.getByRole('button', { name: 'Suggest' }).click()
  await expect(form.getByText('Choose why.')).toBeVisible()
  await form.getByLabel('Why').selectOption('Date')
  await assertAccessible(tom.page)
  await form.getByRole('button', { name: 'Suggest' }).click()
  const list = toms.getByRole('region', { name: 'Suggestions' })
  await expect(list.locator('del')).toContainText('1932')
  await expect(list.locator('ins')).toContainText('May 1933')
  await expect(list.getByRole('button', { name: 'Accept', exact: true })).toBeHidden()

  await goToArticle(ines.page, `${desk.at(article)}?claim=1`)
  const ineses = claimOf(ines.page, 'C-001').getByRole('region', { name: 'Suggestions' })
  await ineses.getByRole('button', { name: 'Edit and accept' }).click()
  await ineses.getByLabel('Words that will stand there').fill('opened in 1933')
  await ineses.getByRole('button', { name: 'Accept these words' }).click()
  await expect(list.getByText('Accepted', { exact: true })).toBeVisible()
  await expect(list.getByText('With other words:')).toBeVisible()

  await dragOver(tom.page, 'four million crowns')
  await tom.page.keyboard.press('r')
  const onWords = panelOf(tom.page).getByRole('form', { name: 'Suggest a change' })
  await onWords.getByLabel('Words that should stand there').fill('some crowns')
  await onWords.getByLabel('Why').selectOption('Overstatement')
  await onWords.getByRole('button', { name: 'Suggest' }).click()
  await tom.page.getByRole('link', { name: '1 suggestion' }).click()

  await ines.page.goto(`${desk.at(article)}/queries`)
  await ines.page.getByRole('button', { name: 'Stet' }).click()
  const stet = ines.page.getByRole('form', { name: 'Stet' })
  await stet.getByRole('button', { name: 'Let it stand' }).click()
  await expect(stet.getByText('Say why the words stand.')).toBeVisible()
  await stet.getByLabel('Why do the words stand?').fill('The ledger has the sum.')
  await ines.page.reload()
  await ines.page.getByRole('button', { name: 'Stet' }).click()
  await expect(stet.getByLabel('Why do the words stand?')).toHaveValue('The ledger has the sum.')
  await assertAccessible(ines.page)
  await stet.getByRole('button', { name: 'Let it stand' }).click()

  await expect(tom.page.getByText('The ledger has the sum.')).toBeVisible()
  await tom.page.getByRole('button', { name: 'Dissent' }).click()
  await tom.page.getByLabel('What do you object to?').fill('The ledger is a copy.')
  await tom.page.getByRole('button', { name: 'Put on file' }).click()
  await expect(ines.page.getByText('The ledger is a copy.')).toBeVisible()
  await assertAccessible(tom.page)
})

test('two editors who decide at once see both decisions', async ({ desk }) => {
  const ines = await desk.arrive('editor', 'Ines')
  const ada = await desk.arrive('admin', 'Ada')
  const article = await desk.newsroom.article({ by: ines.actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(ines.page, `${desk.at(article)}?claim=1`)
  const claim = claimOf(ines.page, 'C-001')
  await claim.getByRole('button', { name: 'Suggest words' }).click()
  await claim.getByLabel('Words that should stand there').fill('opened in 1933')
  await claim.getByLabel('Why').selectOption('Date')
  await claim.getByRole('button', { name: 'Suggest', exact: true }).click()
  await goToArticle(ada.page, `${desk.at(article)}?claim=1`)
  const adas = claimOf(ada.page, 'C-001')
  await adas.getByRole('button', { name: 'Stet' }).click()
  await adas.getByLabel('Why do the words stand?').fill('It is right.')

  await claim.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(adas.getByText('Accepted', { exact: true })).toBeVisible()
  await adas.getByRole('button', { name: 'Let it stand' }).click()
  await expect(adas.getByText('Ines accepted this while you had it open')).toBeVisible()
  await expect(adas.getByText('Stored now: accepted, “opened in 1933”')).toBeVisible()
  await expect(adas.getByLabel('Why do the words stand?')).toHaveValue('It is right.')
  await adas.getByRole('button', { name: 'Let it stand' }).click()
  await expect(claim.getByText('It is right.', { exact: true })).toBeVisible()
})

test('the wording of a verdict becomes a suggestion, and is withdrawn', async ({ desk }) => {
  const ines = await desk.newsroom.member('editor', 'Ines')
  const { actor, page } = await desk.arrive('checker', 'Tom')
  const article = await desk.newsroom.article({ by: ines, checkers: [actor] })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  const claim = claimOf(page, 'C-001')
  await attach(claim, {
    source: { title: 'The ledger', kind: 'Official document' },
    stance: 'Limits',
    directness: 'Primary',
    locator: 'page 4',
  })
  await giveVerdict(claim, null, 'OK with change', {
    'Words that would be supported': 'opened around 1932',
  })
  await claim.getByRole('button', { name: 'Make it a suggestion' }).click()
  await expect(claim.getByLabel('Words that should stand there')).toHaveValue('opened around 1932')
  await claim.getByLabel('Why', { exact: true }).selectOption('Date')
  await claim.getByRole('button', { name: 'Suggest', exact: true }).click()
  const list = claim.getByRole('region', { name: 'Suggestions' })
  await expect(list.locator('ins')).toContainText('around')
  await expect(claim.getByRole('button', { name: 'Make it a suggestion' })).toBeHidden()
  await list.getByRole('button', { name: 'Withdraw' }).click()
  await expect(list.getByText('Withdrawn', { exact: true })).toBeVisible()
})
