import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import {
  attach,
  claimOf,
  fillEvidence,
  giveVerdict,
  goToArticle,
  openVerdictForm,
  rowOf,
} from '../support/workspace'

test('“Confirmed” without evidence is refused and keeps what was typed', async ({ desk }) => {
  test.slow()
  const ines = await desk.arrive('editor', 'Ines')
  const tom = await desk.arrive('checker', 'Tom')
  const article = await desk.newsroom.article({ by: ines.actor, checkers: [tom.actor] })
  await desk.newsroom.claim(article, 'opened in 1932')
  const { page } = tom

  await page.goto(`${desk.at(article)}?claim=1`)
  const claim = claimOf(page, 'C-001')
  const form = await openVerdictForm(claim)
  await form.getByRole('button', { name: 'Give verdict' }).click()
  await expect(form.getByText('Choose a verdict.')).toBeVisible()

  await form.getByRole('radio', { name: /^Confirmed/ }).check()
  await form.getByLabel('Why').fill('Everybody knows it.')
  await form.getByRole('button', { name: 'Give verdict' }).click()

  await expect(form.getByText('“Confirmed” needs evidence that supports').first()).toBeVisible()
  await expect(form.getByRole('radio', { name: /^Confirmed/ })).toBeChecked()
  await expect(form.getByRole('radio', { name: /^Confirmed/ })).toBeFocused()
  await expect(form.getByLabel('Why')).toHaveValue('Everybody knows it.')
  await expect(rowOf(page, /^C-001 Unchecked/)).toBeVisible()
  await assertAccessible(page)

  await form.getByRole('radio', { name: /^Cannot be stood up/ }).check()
  await form.getByRole('button', { name: 'Give verdict' }).click()
  await expect(form.getByText('Say where you searched.').first()).toBeVisible()
  await expect(form.getByLabel('Where you searched')).toBeFocused()
  await form.getByLabel('Where you searched').fill('The city ledger.')
  await form.getByRole('button', { name: 'Give verdict' }).click()
  await expect(rowOf(page, /^C-001 Cannot be stood up/)).toBeVisible()
})

test('each verdict says what it needs, and stays chosen', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await page.goto(`${desk.at(article)}?claim=1`)
  const form = await openVerdictForm(claimOf(page, 'C-001'))
  const problems = form.locator('.error')

  for (const [verdict, needs] of [
    ['Incorrect', '“Incorrect” needs evidence that contradicts'],
    ['OK with change', 'Say which words would be supported.'],
    ['Misleading', '“Misleading” needs evidence'],
    ['Disputed', 'Say why.'],
    ['On author', 'Put down the writer’s own word.'],
    ['Not checkable', 'Say why.'],
  ] as const) {
    await test.step(verdict, async () => {
      const choice = form.getByRole('radio', { name: new RegExp(`^${verdict}`) })
      await choice.check()
      await form.getByRole('button', { name: 'Give verdict' }).click()
      await expect(problems.filter({ hasText: needs }).first()).toBeVisible()
      await expect(choice).toBeChecked()
    })
  }
})

test('evidence says where in the source, and the whole document is no place', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')

  await page.goto(`${desk.at(article)}?claim=1`)
  const claim = claimOf(page, 'C-001')
  await claim.getByRole('button', { name: 'Attach source' }).click()
  const form = claim.getByRole('form', { name: 'Attach a source' })
  await expect(form.getByLabel('Find a source')).toBeFocused()
  await fillEvidence(form, {
    source: { title: 'The city ledger', kind: 'Official document' },
    stance: 'Supports',
    directness: 'Primary',
    locator: '',
    excerpt: 'Opened to traffic.',
  })
  await form.getByRole('button', { name: 'Attach source' }).click()
  await expect(form.getByText('Say where in the source').first()).toBeVisible()
  await expect(form.getByLabel('Where in it')).toBeFocused()
  await assertAccessible(page)

  await form.getByLabel('Where in it').fill('the whole document')
  await form.getByRole('button', { name: 'Attach source' }).click()
  await expect(form.getByText('The whole document is not a place.').first()).toBeVisible()
  await expect(form.getByLabel('Where in it')).toHaveValue('the whole document')
  await expect(form.getByLabel('Title')).toHaveValue('The city ledger')
  await expect(form.getByLabel('Kind')).toHaveValue('official_document')
  await expect(form.getByRole('radio', { name: 'Supports' })).toBeChecked()
  await expect(form.getByLabel('Excerpt')).toHaveValue('Opened to traffic.')

  await form.getByLabel('Where in it').fill('page 4')
  await form.getByRole('button', { name: 'Attach source' }).click()
  await expect(form).toBeHidden()
  await expect(claim.getByText('At page 4')).toBeVisible()
})

test('secondary support alone does not confirm, unless an editor accepts it', async ({ desk }) => {
  const ines = await desk.arrive('editor', 'Ines Okafor')
  const tom = await desk.arrive('checker', 'Tom')
  const article = await desk.newsroom.article({ by: ines.actor, checkers: [tom.actor] })
  const claim = await desk.newsroom.claim(article, 'opened in 1932')
  for (const publisher of ['The Herald', 'The Post', 'The Gazette']) {
    // Three papers, one wire: one report.
    await desk.newsroom.evidence(claim, { publisher, origin: 'The Wire', directness: 'secondary' })
  }

  await tom.page.goto(`${desk.at(article)}?claim=1`)
  const tomsClaim = claimOf(tom.page, 'C-001')
  await expect(tomsClaim.getByText('Evidence 3')).toBeVisible()
  await expect(tomsClaim.getByRole('button', { name: 'Accept secondary support' })).toBeHidden()
  const form = await openVerdictForm(tomsClaim)
  await expect(form.getByRole('radio', { name: /^Incorrect .* needs evidence/ })).toBeVisible()
  await form.getByRole('radio', { name: /^Confirmed Only one secondary source/ }).check()
  await form.getByRole('button', { name: 'Give verdict' }).click()
  await expect(form.getByRole('button', { name: 'Give verdict' })).toBeInViewport()
  await expect(form.getByText(/^Only one secondary source supports this/).first()).toBeVisible()

  await ines.page.goto(`${desk.at(article)}?claim=1`)
  const ours = claimOf(ines.page, 'C-001')
  await openVerdictForm(ours)
  await ours.getByRole('button', { name: 'Accept secondary support' }).click()
  await ours.getByRole('button', { name: 'Accept in my name' }).click()
  await expect(ours.getByText('Say why secondary support is enough here.').first()).toBeVisible()
  await ours.getByLabel('Why is secondary support enough here?').fill('They saw it.')
  await assertAccessible(ines.page)
  await ours.getByRole('button', { name: 'Accept in my name' }).click()

  await expect(tomsClaim.getByText(/accepted by Ines Okafor, .*: They saw it\./)).toBeVisible()
  await form.getByRole('button', { name: 'Give verdict' }).click()
  await expect(rowOf(tom.page, /^C-001 Confirmed/)).toBeVisible()
})

test('a newer verdict leaves the earlier one on record', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')

  await page.goto(`${desk.at(article)}?claim=1`)
  const claim = claimOf(page, 'C-001')
  await giveVerdict(claim, null, 'Disputed', { Why: 'Two dates are about.' })
  await attach(claim, {
    source: { title: 'The city ledger', kind: 'Official document' },
    stance: 'Supports',
    directness: 'Primary',
    locator: 'page 4',
  })
  await giveVerdict(claim, null, 'Confirmed', { Why: 'The ledger settles it.' })

  await expect(claim.getByText('The ledger settles it.')).toBeVisible()
  await expect(claim.getByText('Two dates are about.')).toBeHidden()
  await claim.getByText('1 earlier verdict').click()
  await expect(claim.getByText('Two dates are about.')).toBeVisible()
  await claim.getByRole('heading', { name: /^History/ }).click()
  await expect(
    claim.getByText('Ines gave C-001 the verdict Confirmed on “so”, in place of Disputed'),
  ).toBeVisible()
  await assertAccessible(page)
})

test('evidence that a verdict rests on is not taken off in silence', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  const claim = await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.evidence(claim, { title: 'The city ledger' })

  await goToArticle(page, `${desk.at(article)}?claim=1`)
  const open = claimOf(page, 'C-001')
  await giveVerdict(open, null, 'Confirmed')
  await open.getByRole('button', { name: 'Take off The city ledger' }).click()
  const form = open.getByRole('form', { name: 'Take the evidence off' })
  await form.getByLabel('Why does it not bear on this claim?').fill('It is about another bridge.')
  await assertAccessible(page)
  await form.getByRole('button', { name: 'Take off' }).click()

  await expect(form.getByRole('alert').filter({ hasText: 'Confirmed' })).toBeVisible()
  await expect(open.getByText('Evidence 1')).toBeVisible()
})

test.describe('the article’s writer', () => {
  test('is not offered a verdict on what they wrote', async ({ desk }) => {
    const ines = await desk.arrive('editor', 'Ines')
    const tom = await desk.arrive('checker', 'Tom')
    const article = await desk.newsroom.article({ by: ines.actor, writers: [tom.actor] })
    await desk.newsroom.claim(article, 'opened in 1932')

    await tom.page.goto(`${desk.at(article)}?claim=1`)
    await expect(claimOf(tom.page, 'C-001').getByText('No verdict yet.')).toBeVisible()
    await expect(tom.page.getByRole('button', { name: /Give verdict/ })).toBeHidden()
    await tom.page.keyboard.press('v')
    await expect(tom.page.getByRole('form', { name: /^Verdict/ })).toBeHidden()
  })

  test.describe('where the newsroom is set to self-check', () => {
    test.use({ selfCheck: true })

    test('may give one, and the report says so', async ({ desk }) => {
      const { actor, page } = await desk.arrive('writer', 'Lena')
      const article = await desk.newsroom.article({ by: actor })
      await desk.newsroom.claim(
        { ...article, by: await desk.newsroom.member('editor', 'Ines') },
        'opened in 1932',
      )

      await page.goto(`${desk.at(article)}?claim=1`)
      await giveVerdict(claimOf(page, 'C-001'), null, 'On author', {
        'The writer’s own word': 'I stood there.',
      })
      await page.getByRole('link', { name: 'Report', exact: true }).click()
      await expect(
        page.getByText('Yes. Somebody gave a verdict on words that they wrote.'),
      ).toBeVisible()
    })
  })
})
