import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { unpackZip } from '@/lib/testing/evidence/unpack-zip'
import { bundleAt, LEDGER, making, unpack } from '@/lib/testing/fixtures/sample-bundle'
import { assertAccessible, assertFits } from '../support/axe'

// A worker may come to this file more than once.
let [folder, bundle, unpacked] = ['', '', '']

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'stet-verify-page-'))
  bundle = path.join(folder, 'bundle.zip')
  unpacked = path.join(folder, making.name)
  await bundleAt(bundle)
  unpack(unpacked, await unpackZip(bundle))
})
test.afterAll(() => rmSync(folder, { recursive: true }))

test('a lawyer opens the page of a bundle from disk, and it says what holds, with nothing loaded', async ({
  page,
}) => {
  const asked = await opened(page)
  await page.getByLabel('The bundle as a ZIP file').setInputFiles(bundle)
  await expect(page.getByRole('status')).toContainText('WHOLE.')
  await expect(page.getByRole('status')).toContainText('9 entries of The Desk')
  await assertAccessible(page)
  await assertFits(page)

  await page.getByLabel('Or the folder that it was unpacked to').setInputFiles(unpacked)
  await expect(page.getByRole('status')).toContainText('WHOLE.')
  expect(asked).toEqual([pathToFileURL(path.join(unpacked, 'verify.html')).href])
})

test('a bundle with one bit altered is dropped on the page, and the file is named', async ({
  page,
}) => {
  await opened(page)
  const bytes = readFileSync(bundle)
  const at = bytes.indexOf(LEDGER) + 9
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await drop(page, bytes)
  await expect(page.getByRole('status')).toContainText('BROKEN.')
  await expect(page.getByRole('status')).toContainText('100 %.pdf was altered')
})

test('the page lets no script run that is not its own', async ({ page }) => {
  const html = readFileSync(path.join(unpacked, 'verify.html'), 'utf8')
  const forged = path.join(folder, 'forged.html')
  writeFileSync(forged, html.replace('<main>', '<main><script>document.title = "forged"</script>'))
  await page.goto(pathToFileURL(forged).href)
  await expect(page).toHaveTitle('Verify an evidence bundle')
})

/** Opens verify.html where it was unpacked, and notes all that it asks for. */
async function opened(page: Page): Promise<string[]> {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(pathToFileURL(path.join(unpacked, 'verify.html')).href)
  await expect(page.getByRole('heading', { name: 'Verify an evidence bundle' })).toBeVisible()
  return asked
}

async function drop(page: Page, bytes: Buffer): Promise<void> {
  const given = await page.evaluateHandle((base64) => {
    const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const transfer = new DataTransfer()
    transfer.items.add(new File([content], 'bundle.zip'))
    return transfer
  }, bytes.toString('base64'))
  await page.dispatchEvent('main', 'drop', { dataTransfer: given })
}
