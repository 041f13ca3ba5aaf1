import type { Page } from '@playwright/test'
import { aWordDraft, DRAFT_SAYS } from '@/lib/testing/importing/word-draft'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { claimOf, giveVerdict, rowOf, textOf } from '../support/workspace'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const asFile = (buffer: Buffer, name = 'bridge.docx') => ({ name, mimeType: DOCX, buffer })

test('a draft in Word becomes an article whose notes are sources and whose comments are queries, and its next version keeps the checks', async ({
  desk,
}) => {
  const { page: lena } = await desk.arrive('writer', 'Lena')
  const { page } = await desk.arrive('editor', 'Ines')
  await lena.goto(desk.at('/articles/new'))
  await lena.getByLabel('Open a file').setInputFiles(asFile(aWordDraft()))
  const account = lena.getByRole('region', { name: 'Account of the import' })
  await expect(account).toContainText('It also has 2 footnotes, 2 comments, 1 link.', {
    timeout: 30_000,
  })
  await account.getByText('Hidden in the source').click()
  await expect(account.getByText('Ask Tom.').last()).toBeVisible()
  await assertAccessible(lena)
  await shot(lena, 'word-account')
  await account.getByLabel('What becomes of: Hidden in the source').selectOption('in')
  const block = lena.locator('p.paragraph', { hasText: 'welded throughout. Ask Tom.' })
  await expect(block).toBeVisible()
  await account.getByLabel('What becomes of: Hidden in the source').selectOption('out')
  await expect(block).toBeHidden()

  await lena.reload()
  await lena.getByRole('button', { name: 'Bring in the article' }).click()
  await expect(textOf(lena)).toContainText('welded throughout')

  await page.goto(lena.url())
  await page.getByRole('banner').getByText('More', { exact: true }).click()
  await page.getByRole('link', { name: 'What the document says' }).click()
  await expect(page.getByRole('heading', { name: 'What the document says' })).toBeVisible()
  const items = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Leave' }) })
  await expect(items).toHaveCount(5, { timeout: 30_000 })
  await assertAccessible(page)
  await shot(page, 'document-notes')
  await page.setViewportSize({ width: 390, height: 844 })
  await assertFits(page)
  await page.setViewportSize({ width: 1280, height: 720 })

  // By keys alone: the first is taken, the second changed and taken.
  await page.keyboard.press('.')
  await expect(items.first()).toBeFocused()
  await page.keyboard.press('Shift+A')
  await expect(items).toHaveCount(4)
  const report = page.getByRole('listitem').filter({ hasText: DRAFT_SAYS.report })
  await report.getByRole('button', { name: 'Change…' }).click()
  await report.getByLabel('Title of the source').fill('Annual report of the bridge authority')
  await assertAccessible(page)
  await shot(page, 'document-note-form')
  await page.reload()
  await report.getByRole('button', { name: 'Change…' }).click()
  await expect(report.getByLabel('Title of the source')).toHaveValue(
    'Annual report of the bridge authority',
  )
  await report.getByLabel('Where in the source').fill('page 3')
  await report.getByRole('button', { name: 'Take it' }).click()
  await expect(items).toHaveCount(3)
  await page.getByRole('button', { name: 'Take all 3 as proposed' }).click()
  await expect(page.getByText('Nothing of it waits to be decided.')).toBeVisible()
  await assertAccessible(page)

  await page.getByRole('link', { name: 'C-001' }).first().click()
  const claim = claimOf(page, 'C-001')
  await expect(claim.getByText(DRAFT_SAYS.ledger).first()).toBeVisible()
  await expect(claim.getByText('p. 41').first()).toBeVisible()
  await giveVerdict(claim, null, 'Not checkable', { Why: 'The ledger burned.' })

  await bringNextVersion(lena, aWordDraft({ later: 'City plan, p. 2.', ending: 'in June' }))
  await expect(textOf(lena)).toContainText('in June')
  await page.reload()
  await expect(textOf(page)).toContainText('in June')
  await expect(rowOf(page, /^C-001 Not checkable/)).toBeVisible()
  await page.getByRole('banner').getByText('More', { exact: true }).click()
  await page.getByRole('link', { name: 'What the document says' }).click()
  await expect(items).toHaveCount(1, { timeout: 30_000 })
  await expect(items).toContainText('City plan, p. 2.')
})

test('a document that cannot be read says why, and what was typed stays', async ({ desk }) => {
  desk.mayHear(/400|503/)
  const { page } = await desk.arrive('checker', 'Tom')
  await page.goto(desk.at('/articles/new'))
  await page.getByLabel('Open a file').setInputFiles(asFile(aWordDraft().subarray(0, 900)))
  await expect(page.getByRole('alert').filter({ hasText: /ends too early|cut off/ })).toBeVisible()
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)])
  await page.getByLabel('Open a file').setInputFiles(asFile(old, 'old.docx'))
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible()
  await page.getByLabel('Text of the article').fill('What I typed.')
  await page.getByLabel('Open a file').setInputFiles(asFile(aWordDraft()))
  await expect(page.getByText('There is text in the box already')).toBeVisible()
  await expect(page.getByLabel('Text of the article')).toHaveValue('What I typed.')
})

async function bringNextVersion(page: Page, buffer: Buffer) {
  await page.getByRole('link', { name: 'New revision' }).click()
  await page.getByRole('button', { name: 'Paste or open a text' }).click()
  await page.getByLabel('Open a file').setInputFiles(asFile(buffer))
  await expect(page.getByLabel('Words of block 4')).toHaveValue(/in June/)
  await page.getByRole('button', { name: 'Save as revision 2' }).click()
}
