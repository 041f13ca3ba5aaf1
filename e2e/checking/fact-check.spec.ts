import { createHash } from 'node:crypto'
import { TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { rowsOfCsv, takeOut, valueOfJson, wordsOfHtml, wordsOfPdf } from '../support/report-files'
import {
  blocksOf,
  HEADLINE,
  PAYMENT,
  pasteInto,
  RANGE,
  RICH_TEXT,
  US_STATEMENT,
} from '../support/sample-article'
import {
  attach,
  chooseByKeys,
  chosenWords,
  claimOf,
  doubleClickOn,
  dragOver,
  giveVerdict,
  newClaim,
  panelOf,
  rowOf,
} from '../support/workspace'

const AGENCY = 'Russia waiting for Turkey’s decision on second S-400 deal'
const STATEMENT = 'Statement by the Press Secretary'

test('an editor checks an article from end to end', async ({ desk }) => {
  test.slow()
  const ada = await desk.newsroom.member('admin', 'Ada Vance')
  const ines = await desk.newsroom.member('editor', 'Ines Okafor')
  await desk.newsroom.member('writer', 'Lena Fuchs')
  const tom = await desk.newsroom.member('checker', 'Tom Baker')
  const page = await desk.stranger()

  await test.step('a colleague of hers logs in', async () => {
    await page.goto('/')
    await page.getByLabel('Email address').fill(ada.email)
    await page.getByLabel('Password').fill(TEST_PASSWORD)
    await page.getByRole('button', { name: 'Log in' }).click()
    await expect(page.getByRole('heading', { name: 'Waiting for you' })).toBeVisible()
  })

  await test.step('she pastes the article and looks at its blocks', async () => {
    await page.getByRole('link', { name: 'Bring in an article' }).click()
    await expect(page.getByRole('heading', { name: 'Bring in an article' })).toBeVisible()
    await pasteInto(page, {
      html: RICH_TEXT,
      text: 'The plain form, which is not the one to take.',
    })

    await expect(page.getByRole('heading', { name: /^11 blocks, \d+ words$/ })).toBeVisible()
    expect(await blocksOf(page)).toEqual([
      `Headline: ${HEADLINE}`,
      'Dek: A second contract waits for a word from Ankara',
      expect.stringMatching(/^Paragraph: Sergei Chemezov said .* full payment was received\.$/),
      'Subhead: Objections from the allies',
      expect.stringMatching(/^Paragraph: In a statement of July 17, 2019, .*“renders its .*”\.$/),
      'Quote: The customer is a member of NATO.',
      'Subhead: What the system does',
      'Caption: The S-400 Triumf, an air-defence system',
      'Paragraph: It can hit targets at a range of 400 km and an altitude of 35 km.',
      'List item: The price that was paid.',
      'List item: The number of systems that were delivered.',
    ])
    await page.getByLabel('What block 6 is').selectOption('Pull quote')
    await assertAccessible(page)
  })

  await test.step('she says who works on it, and brings it in', async () => {
    const details = page.getByRole('form', { name: 'About the article' })
    await expect(details.getByLabel('Headline')).toHaveValue(HEADLINE)
    await details.getByLabel('Deadline').fill('2030-05-01T18:00')
    await details.getByLabel('Editor').selectOption('Ines Okafor')
    await details.getByRole('group', { name: 'Writers' }).getByLabel('Lena Fuchs').check()
    await details.getByRole('group', { name: 'Checkers' }).getByLabel('Tom Baker').check()
    await details.getByLabel('What is the writer most worried about?').fill('The payment.')
    await details.getByRole('button', { name: 'Bring in the article' }).click()

    await expect(page).toHaveURL(/\/articles\/first-s-400-order/)
    await expect(page.getByText('No claims yet. Select words in the text')).toBeVisible()
    await assertAccessible(page)
  })

  await test.step('she takes over as its editor: whoever brought it in does not check it', async () => {
    await desk.logIn(ines, page.context())
    await page.reload()
    await expect(page.getByText('No claims yet. Select words in the text')).toBeVisible()
  })

  await test.step('she marks the payment, dragging the mouse', async () => {
    await dragOver(page, PAYMENT)
    await page.getByRole('button', { name: /^Make claim/ }).click()
    await expect(page.getByRole('heading', { name: `“${PAYMENT}”` })).toBeVisible()
    await expect(newClaim(page).getByLabel('Type')).toBeFocused()
    await newClaim(page).getByLabel('Type').selectOption('Event')
    await newClaim(page).getByLabel('Claimant').fill('Sergei Chemezov')
    await newClaim(page).getByLabel('Central').check()
    await newClaim(page).getByLabel('Single source').check()
    await newClaim(page).getByLabel('Assigned to').selectOption('Tom Baker')
    await assertAccessible(page)
    await newClaim(page).getByRole('button', { name: 'Make claim' }).click()

    const claim = claimOf(page, 'C-001')
    await expect(claim.getByText('as said by Sergei Chemezov')).toBeVisible()
    await expect(claim).toContainText('Event · Single source · Central')
    await expect(claim.getByLabel('Assigned to')).toHaveValue(tom.userId)
    await expect(claim.getByRole('heading', { name: `“${PAYMENT}”` })).toBeFocused()
  })

  await test.step('she marks the range, with a double click and the arrow keys', async () => {
    await doubleClickOn(page, RANGE)
    await expect.poll(() => chosenWords(page)).toBe('a')
    for (const words of ['a range', 'a range of', 'a range of 400', RANGE]) {
      await page.keyboard.press('Shift+ArrowRight')
      await expect.poll(() => chosenWords(page)).toBe(words)
    }
    await page.keyboard.press('c')
    await expect(newClaim(page).getByLabel('Type')).toHaveValue('measurement')
    await newClaim(page).getByLabel('Contested').check()
    await page.keyboard.press('Control+Enter')
    await expect(claimOf(page, 'C-002')).toContainText('Measurement · Contested')
  })

  await test.step('she marks the statement, without the mouse', async () => {
    await page.keyboard.press('t')
    await chooseByKeys(page, US_STATEMENT)
    await page.keyboard.press('c')
    await expect(page.getByRole('heading', { name: `“${US_STATEMENT}”` })).toBeVisible()
    await newClaim(page).getByLabel('Type').selectOption('Quote')
    await newClaim(page).getByLabel('Claimant').fill('The White House press secretary')
    await page.keyboard.press('Enter')
    await expect(claimOf(page, 'C-003')).toContainText('Quote')
    await expect(panelOf(page).getByRole('heading', { name: 'Claims 3' })).toBeVisible()
    await expect(rowOf(page, /^C-00\d/)).toHaveText([
      /C-001.*full payment/,
      /C-003.*renders/,
      /C-002.*a range/,
    ])
  })

  await test.step('she finds the statement itself', async () => {
    const claim = claimOf(page, 'C-003')
    await attach(claim, {
      source: { title: STATEMENT, kind: 'Statement by a person', publisher: 'The White House' },
      stance: 'Supports',
      directness: 'Primary',
      locator: 'first paragraph, first sentence',
      excerpt: 'Unfortunately, Turkey’s decision … impossible.',
    })
    await expect(claim.getByRole('heading', { name: 'Evidence 1' })).toBeVisible()
    await giveVerdict(claim, 'said', 'Confirmed', { Why: 'Word for word as published.' })
    await giveVerdict(claim, 'so', 'Confirmed', { Why: 'It is the government’s own position.' })
    await expect(page.getByText('C-003 Confirmed. Next: C-002')).toBeVisible()
    await expect(claimOf(page, 'C-002')).toBeVisible()
    await rowOf(page, /^C-003/).click()
    await expect(claim.getByText('Confirmed', { exact: true })).toHaveCount(3)
    await expect(rowOf(page, /^C-003 Confirmed: renders/)).toBeVisible()
    await assertAccessible(page)
  })

  await test.step('she checks the payment, which one agency reports', async () => {
    await rowOf(page, /^C-001/).click()
    const claim = claimOf(page, 'C-001')
    await attach(claim, {
      source: { title: AGENCY, kind: 'Wire', publisher: 'TASS', date: '2020-12-07' },
      stance: 'Supports',
      directness: 'Secondary',
      aspect: 'Said',
      locator: 'paragraph 2',
    })
    const waiving = claim.getByRole('button', { name: 'Accept secondary support' }).first()
    await waiving.click()
    await claim
      .getByLabel('Why is secondary support enough here?')
      .fill('The agency was in the room.')
    await claim.getByRole('button', { name: 'Accept in my name' }).click()
    await expect(claim.getByText('Secondary support accepted by Ines Okafor')).toBeVisible()
    await giveVerdict(claim, 'said', 'Confirmed', { Why: 'Said at the briefing.' })
    await giveVerdict(claim, 'so', 'Cannot be stood up', {
      'Where you searched': 'The ministry’s and the exporter’s pages.',
    })
    await expect(rowOf(page, /^C-001 Cannot be stood up/)).toBeVisible()
  })

  await test.step('the same source limits the range', async () => {
    await rowOf(page, /^C-002/).click()
    const claim = claimOf(page, 'C-002')
    await attach(claim, {
      source: `${AGENCY}, TASS, 2020-12-07`,
      stance: 'Limits',
      directness: 'Secondary',
      locator: 'last paragraph',
    })
    await giveVerdict(claim, null, 'OK with change', {
      'Words that would be supported': 'a reported range of up to 400 km',
    })
    await expect(rowOf(page, /^C-002 OK with change/)).toBeVisible()
    await expect(page.getByText(/^3 of 3 claims · \d+ % of words/)).toBeVisible()
  })

  await test.step('the source stands once, on a page of its own, with both claims', async () => {
    await claimOf(page, 'C-002').getByRole('link', { name: AGENCY }).click()
    await expect(page.getByRole('heading', { name: AGENCY, level: 1 })).toBeVisible()
    const claims = page.getByRole('region', { name: 'Claims that it bears on' })
    await expect(claims.getByRole('link', { name: 'C-001' })).toBeVisible()
    await assertAccessible(page)
    await claims.getByRole('link', { name: 'C-002' }).click()
    await expect(claimOf(page, 'C-002')).toBeVisible()
  })

  await test.step('she reads the report on screen', async () => {
    await page.getByRole('link', { name: 'Report', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Audit log' })).toBeVisible()
    await expect(page.getByRole('heading', { name: HEADLINE, level: 1 })).toBeVisible()
    holdsEverything((await page.getByRole('main').textContent()) ?? '')
    await assertAccessible(page)
  })

  await test.step('she hands it out as a page, a PDF, a table and data', async () => {
    holdsEverything(await wordsOfHtml(page, await takeOut(page, 'HTML')))
    holdsEverything(await wordsOfPdf(await takeOut(page, 'PDF')))

    const rows = await rowsOfCsv(await takeOut(page, 'CSV'))
    expect(rows.map((row) => [row.Number, row.Status, row.Words])).toEqual([
      ['C-001', 'Cannot be stood up', PAYMENT],
      ['C-003', 'Confirmed', US_STATEMENT],
      ['C-002', 'OK with change', RANGE],
    ])
    expect(rows.map((row) => row.Evidence)).toEqual([
      expect.stringContaining(AGENCY),
      expect.stringContaining(STATEMENT),
      expect.stringContaining('last paragraph'),
    ])

    const report = await valueOfJson(page, await takeOut(page, 'JSON'))
    expect(report.claims).toMatchObject([
      { words: PAYMENT, status: 'cannot_be_stood_up', evidence: [{ source: { title: AGENCY } }] },
      { words: US_STATEMENT, status: 'confirmed', evidence: [{ source: { title: STATEMENT } }] },
      { words: RANGE, status: 'ok_with_change', evidence: [{ source: { title: AGENCY } }] },
    ])
    expect(report.revision.sha256).toBe(createHash('sha256').update(report.text).digest('hex'))
    expect(report.selfChecked).toBe(false)
  })
})

function holdsEverything(printed: string) {
  const words = printed.replace(/\s+/g, ' ')
  for (const part of [HEADLINE, PAYMENT, RANGE, US_STATEMENT, AGENCY, STATEMENT]) {
    expect(words).toContain(part)
  }
  for (const number of ['C-001', 'C-002', 'C-003']) expect(words).toContain(number)
  for (const found of ['Confirmed', 'Cannot be stood up', 'OK with change']) {
    expect(words).toContain(found)
  }
  expect(words).toContain('first paragraph, first sentence')
  expect(words).toContain('The agency was in the room.')
  expect(words).toMatch(/[0-9a-f]{64}/)
}
