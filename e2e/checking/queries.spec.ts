import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { claimOf, dragOver, goToArticle, panelOf, rowOf, toast } from '../support/workspace'

test('the checker asks, the writer answers on their page and sees nothing else', async ({
  desk,
}) => {
  test.slow()
  const ines = await desk.newsroom.member('editor', 'Ines')
  const tom = await desk.arrive('checker', 'Tom')
  const lena = await desk.arrive('writer', 'Lena')
  const article = await desk.newsroom.article({
    by: ines,
    editor: ines,
    writers: [lena.actor],
    checkers: [tom.actor],
  })
  await desk.newsroom.claim(article, 'opened in 1932')
  await lena.page.goto(desk.at())
  await expect(lena.page.getByRole('heading', { name: 'Nothing waits for you' })).toBeVisible()

  await goToArticle(tom.page, `${desk.at(article)}?claim=1`)
  const claim = claimOf(tom.page, 'C-001')
  await expect(claim.getByRole('button', { name: 'Ask' })).toBeVisible()
  await tom.page.keyboard.press('q')
  const form = claim.getByRole('form', { name: 'Ask' })
  await form.getByRole('button', { name: 'Ask' }).click()
  await expect(form.getByText('Write the question.')).toBeVisible()
  await form.getByLabel('Question').fill('Who told you the year?')
  await tom.page.reload()
  await claim.getByRole('button', { name: 'Ask' }).click()
  await expect(form.getByLabel('Question')).toHaveValue('Who told you the year?')
  await form.getByRole('checkbox', { name: /^Blocking/ }).check()
  await assertAccessible(tom.page)
  await form.getByRole('button', { name: 'Ask' }).click()
  await expect(claim.getByRole('region', { name: 'Queries' })).toContainText(
    'Who told you the year?',
  )
  await expect(rowOf(tom.page, /^C-001 Waiting \(writer\)/)).toBeVisible()
  await expect(form).toBeHidden()
  await expect(tom.page.getByRole('link', { name: '1 query · 1 blocking' })).toBeVisible()

  await claim.getByRole('button', { name: 'Ask' }).click()
  await form.getByRole('radio', { name: 'Lawyer' }).check()
  await form.getByLabel('Question').fill('Is this a libel?')
  await form.getByRole('button', { name: 'Ask' }).click()
  await expect(tom.page.getByRole('link', { name: '2 queries · 1 blocking' })).toBeVisible()
  await expect(form).toBeHidden()
  await claim.getByRole('button', { name: 'Comment' }).click()
  await claim.getByRole('textbox', { name: 'Comment' }).fill('I doubt this.')
  await claim
    .getByRole('form', { name: 'Comment' })
    .getByRole('button', { name: 'Comment' })
    .click()
  await expect(claim.getByRole('region', { name: 'Comments' })).toContainText('I doubt this.')

  const { page } = lena
  await expect(page.getByRole('link', { name: 'Waiting 1 for you' })).toBeVisible()
  await page.getByRole('button', { name: /^Answer C-001/ }).click()
  await expect(page.getByText('The old bridge opened in 1932 and cost')).toBeVisible()
  await expect(page.getByText(/libel|doubt/)).toBeHidden()
  await assertAccessible(page)
  const answer = page.getByRole('form', { name: 'Answer the query' })
  await answer.getByRole('textbox', { name: 'Answer' }).fill('The mayor, on the phone.')
  await answer.getByLabel(/^Your own word/).fill('I heard him say 1932.')
  await page.reload()
  await expect(answer.getByRole('textbox', { name: 'Answer' })).toHaveValue(
    'The mayor, on the phone.',
  )
  await answer.getByRole('button', { name: 'Send answer' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing waits for you' })).toBeVisible()
  await page.goto(`${desk.at(article)}?claim=1`)
  await expect(claimOf(page, 'C-001').getByRole('region', { name: 'Queries' })).toContainText(
    'I heard him say 1932.',
  )
  await expect(page.getByText(/libel|doubt/)).toBeHidden()
  for (const path of ['/history', '/queries', '/report/json', '/report/csv', '/report/body']) {
    const said = await (await page.request.get(`${desk.at(article)}${path}`)).text()
    expect(said, path).not.toMatch(/libel|I doubt/)
  }

  const thread = claim.getByRole('region', { name: 'Queries' })
  await expect(thread).toContainText('The mayor, on the phone.')
  await expect(thread.getByText('Answered — read it', { exact: true })).toBeVisible()
  await expect(rowOf(tom.page, /^C-001 In progress: .*Answered — read it/)).toBeVisible()
  await expect(
    tom.page.getByRole('link', { name: '1 query · 1 answered — read it', exact: true }),
  ).toBeVisible()
  await panelOf(tom.page).getByLabel('Status').selectOption('Query answered (1)')
  await expect(rowOf(tom.page, /^C-001/)).toBeVisible()
  await shot(tom.page, 'answered')
  await thread.getByRole('button', { name: /^Close the query “Who told/ }).click()
  await thread.getByRole('button', { name: 'Close query' }).click()
  await panelOf(tom.page).getByLabel('Status').selectOption('')
  await expect(rowOf(tom.page, /^C-001 In progress/)).toBeVisible()
  await expect(tom.page.getByRole('link', { name: '1 query', exact: true })).toBeVisible()
  await thread.getByRole('button', { name: /^Reopen the query/ }).click()
  await thread.getByLabel('What is still open?').fill('Which mayor?')
  await thread.getByRole('button', { name: 'Reopen query' }).click()
  await expect(rowOf(tom.page, /^C-001 Waiting \(writer\)/)).toBeVisible()
  await page.goto(desk.at('/questions'))
  await expect(page).toHaveURL(desk.at())
  await page.getByRole('button', { name: /^Answer C-001/ }).click()
  await expect(page.getByText('Which mayor?', { exact: true })).toBeVisible()
})

test('a query about words that are in no claim is answered by the editor', async ({ desk }) => {
  const ines = await desk.arrive('editor', 'Ines')
  const tom = await desk.arrive('checker', 'Tom')
  const article = await desk.newsroom.article({
    by: ines.actor,
    editor: ines.actor,
    checkers: [tom.actor],
  })
  await goToArticle(tom.page, desk.at(article))
  await dragOver(tom.page, 'four million crowns')
  await tom.page.keyboard.press('q')
  const form = panelOf(tom.page).getByRole('form', { name: 'Ask' })
  await form.getByRole('radio', { name: 'Editor' }).check()
  await form.getByLabel('Question').fill('Do we need the price?')
  await form.getByRole('button', { name: 'Ask' }).click()
  await tom.page.getByRole('link', { name: '1 query' }).click()
  await expect(tom.page.getByText('Do we need the price?', { exact: true })).toBeVisible()

  await ines.page.goto(desk.at('/articles'))
  await expect(ines.page.getByRole('cell', { name: '1 open' })).toBeVisible()
  await expect(ines.page.getByRole('link', { name: 'Answer 1 query' })).toBeVisible()
  await assertAccessible(ines.page)
  await ines.page.getByRole('link', { name: /^Waiting/ }).click()
  await ines.page.getByRole('button', { name: /^Answer/ }).click()
  await ines.page.getByRole('textbox', { name: 'Answer' }).fill('Yes.')
  await ines.page.getByRole('button', { name: 'Send answer' }).click()
  await tom.page.goto(desk.at('/articles'))
  await expect(tom.page.getByRole('cell', { name: '1 answered' })).toBeVisible()
  await expect(tom.page.getByRole('link', { name: 'Read 1 answer' })).toBeVisible()
  await tom.page.goto(desk.at('/questions?only=answered'))
  await expect(tom.page).toHaveURL(desk.at('?only=close'))
  await tom.page.getByRole('button', { name: /^Close “Yes/ }).click()
  await tom.page.getByRole('button', { name: 'Close query' }).click()
  await expect(toast(tom.page).filter({ hasText: 'Query closed' })).toBeVisible()
  await expect(
    tom.page.getByRole('heading', { name: 'Nothing more of this waits for you' }),
  ).toBeVisible()
})

test('whoever answers what was closed meanwhile is told, and keeps the answer', async ({
  desk,
}) => {
  const ines = await desk.arrive('editor', 'Ines')
  const lena = await desk.arrive('writer', 'Lena')
  const article = await desk.newsroom.article({ by: ines.actor, writers: [lena.actor] })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(ines.page, `${desk.at(article)}?claim=1`)
  const claim = claimOf(ines.page, 'C-001')
  await claim.getByRole('button', { name: 'Ask' }).click()
  await claim.getByLabel('Question').fill('Who told you the year?')
  await claim.getByRole('form', { name: 'Ask' }).getByRole('button', { name: 'Ask' }).click()
  await goToArticle(lena.page, `${desk.at(article)}?claim=1`)
  const thread = claimOf(lena.page, 'C-001').getByRole('region', { name: 'Queries' })
  await thread.getByRole('button', { name: /^Answer/ }).click()
  await thread.getByRole('textbox', { name: 'Answer' }).fill('The mayor.')

  await claim.getByRole('button', { name: /^Close the query/ }).click()
  await claim.getByLabel('Why is it closed').fill('The ledger has it.')
  await claim.getByRole('button', { name: 'Close query' }).click()
  await expect(thread.getByText('The ledger has it.', { exact: true })).toBeVisible()
  await thread.getByRole('button', { name: 'Send answer' }).click()
  await expect(thread.getByText('Ines closed this query in the meantime')).toBeVisible()
  await expect(thread.getByRole('textbox', { name: 'Answer' })).toHaveValue('The mayor.')
})

test('a mention reaches a colleague, chosen with the keys', async ({ desk }) => {
  const ines = await desk.arrive('editor', 'Ines Marek')
  const tom = await desk.arrive('checker', 'Tom')
  const lena = await desk.newsroom.member('writer', 'Lena')
  const article = await desk.newsroom.article({
    by: ines.actor,
    writers: [lena],
    checkers: [tom.actor],
  })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(tom.page, `${desk.at(article)}?claim=1`)
  const claim = claimOf(tom.page, 'C-001')
  await expect(claim.getByRole('button', { name: 'Comment' })).toBeVisible()
  await tom.page.keyboard.press('m')
  const area = claim.getByRole('textbox', { name: 'Comment' })
  await expect(area).toBeFocused()
  await area.pressSequentially('See page 4, @')
  await expect(claim.getByRole('listbox', { name: 'Colleagues' }).getByRole('option')).toHaveText([
    'Ines Marek',
    'Tom',
  ])
  await assertAccessible(tom.page)
  await area.pressSequentially('mar')
  await expect(claim.getByRole('listbox', { name: 'Colleagues' }).getByRole('option')).toHaveText([
    'Ines Marek',
  ])
  await area.press('Enter')
  await expect(area).toHaveValue('See page 4, @Ines Marek ')
  await area.press('Control+Enter')

  await expect(claim.getByRole('region', { name: 'Comments' })).toContainText('@Ines Marek')
  await ines.page.goto(desk.at())
  await expect(ines.page.getByRole('link', { name: /You are called.*See page 4/ })).toBeVisible()
  await assertAccessible(ines.page)
  await ines.page.getByRole('button', { name: /^Resolve/ }).click()
  await expect(ines.page.getByRole('link', { name: /You are called/ })).toBeHidden()
  await expect(
    claim.getByRole('region', { name: 'Comments' }).getByText('resolved by Ines Marek'),
  ).toBeVisible()
})

test('a writer answers on a phone', async ({ desk }) => {
  const ines = await desk.arrive('editor', 'Ines')
  const lena = await desk.arrive('writer', 'Lena', { viewport: { width: 390, height: 844 } })
  const headline = 'Bridge authority says unsatisfactorily '.repeat(4).slice(0, 140)
  const article = await desk.newsroom.article({ by: ines.actor, writers: [lena.actor], headline })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(ines.page, `${desk.at(article)}?claim=1`)
  const claim = claimOf(ines.page, 'C-001')
  await claim.getByRole('button', { name: 'Ask' }).click()
  await claim.getByLabel('Question').fill('Who told you the year?')
  await claim.getByRole('form', { name: 'Ask' }).getByRole('button', { name: 'Ask' }).click()

  await lena.page.goto(desk.at())
  await expect(lena.page.getByRole('link', { name: /Who told you the year/ })).toBeVisible()
  await lena.page.getByRole('button', { name: /^Answer/ }).click()
  await assertFits(lena.page)
  await assertAccessible(lena.page)
  await lena.page.getByRole('textbox', { name: 'Answer' }).fill('The mayor.')
  await lena.page.getByRole('button', { name: 'Send answer' }).click()
  await expect(claim.getByText('The mayor.', { exact: true })).toBeVisible()
})
