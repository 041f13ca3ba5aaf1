import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { claimOf, goToArticle } from '../support/workspace'

const MINUTES = 'Minutes of the council, 4 May 1932.\nThe bridge was opened in 1932.\n'
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

test('a file dropped on a claim becomes source, copy and evidence in one form', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  const claim = claimOf(page, 'C-001')
  await claim.getByRole('button', { name: 'Attach source' }).click()
  await claim.getByLabel('Find a source').fill('Council minutes')
  await claim.getByLabel('Source', { exact: true }).selectOption('new')

  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'minutes.txt', { type: 'text/plain' }))
    return data
  }, MINUTES)
  await claim.locator('.file-field').dispatchEvent('drop', { dataTransfer: dropped })
  await expect(claim.getByText('is kept with this form')).toBeVisible()
  await assertAccessible(page)

  await page.reload()
  await claim.getByRole('button', { name: 'Attach source' }).click()
  await expect(claim.getByText('minutes.txt')).toBeVisible()
  await claim.getByLabel('Kind').selectOption('official_document')
  await claim.getByLabel('Supports').check()
  await claim.getByLabel('Primary').check()
  await claim.getByLabel('Where in it').fill('line 2')
  await claim.getByRole('button', { name: 'Attach source' }).click()
  await claim.getByRole('link', { name: 'Council minutes', exact: true }).click()

  const kept = page.getByRole('region', { name: 'What is kept of it' })
  await expect(kept.getByText(sha256(MINUTES)).first()).toBeVisible()
  const download = page.waitForEvent('download')
  await kept.getByRole('link', { name: 'As it came' }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toBe(MINUTES)
  await assertAccessible(page)
})

test('a large file goes on after a lost connection, and two newsrooms do not see each other’s', async ({
  desk,
}) => {
  desk.mayHear(/ERR_FAILED|404/)
  const { actor, page } = await desk.arrive('checker', 'Ben')
  const { sourceId } = await desk.newsroom.evidence(
    await desk.newsroom.claim(
      await desk.newsroom.article({ by: actor, checkers: [actor] }),
      'opened in 1932',
    ),
  )
  const recording = wav(9 * 1024 * 1024)
  await page.goto(desk.at(`/sources/${sourceId}`))
  await page.getByRole('button', { name: 'Keep a file' }).click()
  let pieces = 0
  await page.route(/\/files\/[0-9a-f-]+$/, (route) =>
    route.request().method() === 'PATCH' && ++pieces === 2 ? route.abort() : route.continue(),
  )
  await page
    .getByLabel('The file')
    .setInputFiles({ name: 'hearing.wav', mimeType: 'audio/wav', buffer: recording })
  await expect(page.getByText('is kept with this form')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Keep it' }).click()

  const kept = page.getByRole('region', { name: 'What is kept of it' })
  await expect(kept.getByText(sha256(recording))).toBeVisible()
  expect(pieces).toBeGreaterThan(3)
  const address = (await kept.getByRole('link', { name: 'As it came' }).getAttribute('href')) ?? ''
  const part = await page.request.get(`${address}?view=1`, { headers: { range: 'bytes=0-3' } })
  expect([part.status(), await part.text()]).toEqual([206, 'RIFF'])
  expect(part.headers()['content-security-policy']).toContain('sandbox')
  const stranger = await desk.stranger()
  expect((await stranger.request.get(new URL(address, page.url()).href)).status()).toBe(404)
})

test('a file that lies about what it is, is refused in words and nothing is kept', async ({
  desk,
}) => {
  desk.mayHear(/400/)
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const { sourceId } = await desk.newsroom.evidence(
    await desk.newsroom.claim(await desk.newsroom.article({ by: actor }), 'opened in 1932'),
  )
  await page.goto(desk.at(`/sources/${sourceId}`))
  await page.getByRole('button', { name: 'Keep a file' }).click()
  await page.getByLabel('The file').setInputFiles({
    ...{ name: 'ledger.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.from('<html><script>alert(1)</script></html>'),
  })
  await expect(page.getByRole('alert').filter({ hasText: /PDF/ })).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByText('Nothing is kept of it yet.')).toBeVisible()
})

/** A recording of silence, of so many bytes. */
function wav(bytes: number): Buffer {
  const file = Buffer.alloc(bytes)
  file.write('RIFF', 0)
  file.writeUInt32LE(bytes - 8, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(8_000, 24)
  file.writeUInt32LE(8_000, 28)
  file.writeUInt16LE(1, 32)
  file.writeUInt16LE(8, 34)
  file.write('data', 36)
  file.writeUInt32LE(bytes - 44, 40)
  return file
}
