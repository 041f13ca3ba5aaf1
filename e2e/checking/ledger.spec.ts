import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { addFact, keepFact } from '@/lib/commands/ledger/facts'
import type { Actor } from '@/lib/domain/policy'
import { assertAccessible, assertFits } from '../support/axe'
import { type Desk, expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { chosenWords, claimOf, newClaim, panelOf, toast } from '../support/workspace'

const FIRST = 'Sergei Chemezov runs the works. It opened in 1932.'
const SECOND =
  'Sergey Chemezov came to the harbour. Nobody knew why.\n\nSergei Chemesov, an advisor said, left in the evening.'

/** A name that Tom kept from a confirmed claim of his article. */
async function aKeptName(desk: Desk, actor: Actor) {
  const first = await desk.newsroom.article({ by: actor, headline: 'The works', text: FIRST })
  const claim = await desk.newsroom.claim({ ...first, by: actor }, 'Sergei Chemezov')
  await desk.newsroom.evidence(claim, { title: 'The register of firms', locator: 'page 9' })
  await giveVerdict(actor, { ...claim, verdict: 'confirmed' })
  return { first, claimId: claim.claimId }
}

test('a name is kept from a confirmed claim, and what is wrong of it is told', async ({ desk }) => {
  const { actor, page } = await desk.arrive('checker', 'Tom')
  const { first } = await aKeptName(desk, actor)
  await page.goto(`${desk.at(first)}?claim=1`)
  const panel = claimOf(page, 'C-001')
  await panel.getByRole('button', { name: 'Keep in the ledger…' }).press('Enter')
  const form = page.getByRole('form', { name: 'Keep in the ledger' })
  await form.getByLabel('Kind').selectOption('Name')
  await expect(form.getByLabel('What it is about')).toHaveValue('Sergei Chemezov')
  await form.getByLabel('Titles').fill('head of the works (2020-02-30 –)')
  await form.getByRole('button', { name: 'Keep it' }).click()
  await expect(form.getByText('“2020-02-30” is no day that can be read for sure.')).toBeVisible()
  await expect(form.getByLabel('Titles')).toHaveValue('head of the works (2020-02-30 –)')
  await assertAccessible(page)
  await shot(page, 'ledger-keep', form)
  await form.getByLabel('Titles').fill('head of the works (2020-02-28 –)')
  await form.getByRole('button', { name: 'Keep it' }).click()
  await expect(toast(page)).toHaveText('Kept in the ledger')
})

test('an article that spells a kept name otherwise is told, and lets one of them stand', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('checker', 'Tom')
  const { claimId } = await aKeptName(desk, actor)
  await keepFact(actor, { claimId, kind: 'name', subject: 'Sergei Chemezov' })
  const other = await desk.newsroom.article({ by: actor, headline: 'The harbour', text: SECOND })
  await page.goto(desk.at(other))
  await page.getByText('2 differ from the ledger').press('Enter')
  const list = page.getByRole('list', { name: 'Differs from the ledger' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list).toContainText('The ledger spells it “Sergei Chemezov”.')
  await list.getByRole('button', { name: '“Sergey Chemezov”', exact: true }).press('Enter')
  expect(await chosenWords(page)).toBe('Sergey Chemezov')
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'ledger-differences')

  await list.getByRole('button', { name: 'Let it stand “Sergey Chemezov”' }).press('Enter')
  await expect(toast(page)).toContainText('“Sergey Chemezov” stands')
  await page.reload()
  await page.getByText('1 differs from the ledger · 1 let stand').press('Enter')
  await list.getByRole('button', { name: 'Mark as claim “Sergei Chemesov”' }).press('Enter')
  await expect(newClaim(page)).toBeVisible()
  await expect(panelOf(page)).toContainText('Sergei Chemesov')
  await list.getByRole('button', { name: 'Take back for “Sergey Chemezov”' }).press('Enter')
  await expect(page.getByText('2 differ from the ledger')).toBeVisible()
})

test('where a fact comes from is shown to those who see its article', async ({ desk }) => {
  const { actor, page } = await desk.arrive('checker', 'Tom')
  const { claimId } = await aKeptName(desk, actor)
  const kept = await keepFact(actor, { claimId, kind: 'name', subject: 'Sergei Chemezov' })
  const { factId } = kept as { factId: string }
  await page.goto(desk.at(`/ledger/${factId}`))
  await expect(page.getByRole('heading', { name: 'Sergei Chemezov', level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: 'The register of firms' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'C-001' })).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'ledger-fact')
  const { page: writers } = await desk.arrive('writer', 'Lena')
  await writers.goto(desk.at(`/ledger/${factId}`))
  await expect(writers.getByText('an article that is not open to you')).toBeVisible()
  await expect(writers.getByText('The register of firms')).toBeHidden()
})

const HOUSE = `Use;Not;Note\nadviser;advisor;As the dictionary has it.\nemail;;\n=SUM(A1);plus;\nnaïve;naive;`

test('a house list is shown row by row before it is imported', async ({ desk }) => {
  const { page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/sources'))
  await page.getByRole('link', { name: 'The ledger of facts' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing is kept yet' })).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'ledger-empty')

  await page.getByRole('link', { name: 'Import a house list' }).press('Enter')
  const latin1 = Buffer.from(HOUSE, 'latin1')
  await page
    .getByLabel('The sheet', { exact: true })
    .setInputFiles({ name: 'house.csv', mimeType: 'text/csv', buffer: latin1 })
  await expect(page.getByText('3 rows to import, 1 that cannot be read.')).toBeVisible()
  await expect(
    page.getByText('Not: Say which spelling is not to be printed instead.'),
  ).toBeVisible()
  await expect(page.getByText('It is kept as text, and nothing calculates it.')).toBeVisible()
  await expect(page.getByText('naïve')).toBeVisible()
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'ledger-import')
  await page.getByRole('button', { name: 'Import 3 rows' }).click()
  await expect(page.getByText('Imported 3 facts')).toBeVisible()

  await page.getByRole('link', { name: 'To the ledger' }).click()
  await expect(page.getByRole('row')).toHaveCount(4)
})

test('facts that exclude each other are ruled on, and one is retired and taken back', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  await addFact(actor, { kind: 'house', subject: 'adviser', avoid: 'advisor' })
  const born = { kind: 'birth', subject: 'Sergei Chemezov', basis: 'The register.' }
  await addFact(actor, { ...born, born: '1952-08-20' })
  await addFact(actor, { ...born, born: '1953-08-20', basis: 'A paper.' })
  await addFact(actor, {
    ...{ kind: 'figure', subject: 'members of the guild', value: '30', asOf: '2020-03-27' },
    ...{ staleAfter: '2023-04-03', basis: 'The guild’s list.' },
  })
  await page.goto(desk.at('/ledger'))
  await expect(page.getByRole('row').nth(1)).toContainText('Stale. 30 as of 2020-03-27')
  await expect(page.getByText('Born on 1952-08-20, and on 1953-08-20.')).toBeVisible()
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'ledger-list')
  await page.getByText('Say which holds').click()
  await page.getByLabel('Which holds', { exact: true }).selectOption({ index: 1 })
  await page.getByLabel('Why').fill('The register has it.')
  await page.getByRole('button', { name: 'Say so in my name' }).click()
  await expect(page.getByText('Two facts exclude each other')).toBeHidden()
  await expect(page.getByText('Another fact holds.')).toBeVisible()

  await page.getByText('Add a fact by hand').click()
  const form = page.getByRole('form', { name: 'Add a fact' })
  await form.getByLabel('Kind').selectOption('Day of birth')
  await form.getByLabel('What it is about').fill('Ada Vance')
  await form.getByLabel('Day of birth').fill('200')
  await form.getByRole('button', { name: 'Add to the ledger' }).click()
  await expect(form.getByText('Nobody has an age of 200.')).toBeVisible()
  await shot(page, 'ledger-add', form)

  await page.getByLabel('Filter by what a fact says').fill('advisor')
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByRole('link', { name: 'adviser' }).click()
  await page.getByText('Retire…').click()
  await page.getByLabel('Why').fill('Both are read.')
  await page.getByRole('button', { name: 'Retire it' }).click()
  await expect(page.getByText('Both are read.')).toBeVisible()
  await page.getByRole('button', { name: 'Take back into use' }).click()
  await expect(page.getByText('Retire…')).toBeVisible()
})
