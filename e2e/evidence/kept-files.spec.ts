import { createHash } from 'node:crypto'
import { chmodSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { attachEvidence } from '@/lib/commands/sources/evidence'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { filesUnder } from '@/lib/testing/evidence/files-under'
import { keptFile } from '@/lib/testing/fixtures/kept-captures'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { claimOf } from '../support/workspace'

test('files that are gone or altered are found, named, and never passed off as fine', async ({
  desk,
}) => {
  const { page, actor } = await desk.arrive('admin', 'Ada')
  const article = await desk.newsroom.article({ by: actor })
  const claim = await desk.newsroom.claim(article, 'opened in 1932')
  const kept = []
  for (const name of ['gone.txt', 'altered.txt', 'whole.txt']) {
    const { sourceId } = await desk.newsroom.evidence(claim, { title: `The ${name}` })
    const file = await keptFile(actor, sourceId, { name, content: `Words of ${name}` })
    const { captureId } = file
    const said = { claimId: claim.claimId, sourceId, captureId, locator: `line 1 of ${name}` }
    await attachEvidence(actor, { ...said, stance: 'context', directness: 'primary' })
    kept.push(file)
  }
  const [gone, altered, whole] = kept
  unlinkSync(placeOf(actor, gone?.sha256))
  chmodSync(placeOf(actor, altered?.sha256), 0o600)
  writeFileSync(placeOf(actor, altered?.sha256), 'Words of another')

  await page.goto(desk.at('/settings'))
  const files = page.getByRole('region', { name: 'Kept files' })
  await files.getByRole('button', { name: 'Check kept files' }).click()
  await expect(files.getByText('All files were read.')).toBeVisible()
  await expect(files.getByText('The gone.txt')).toBeVisible()
  await expect(files.getByText('The altered.txt')).toBeVisible()
  await expect(files.getByText('The whole.txt')).toHaveCount(0)
  await look(page, 'kept-files')

  await page.goto(`${desk.at(article)}?claim=1`)
  const open = claimOf(page, 'C-001')
  await expect(open.locator('.file-problem')).toHaveCount(2)
  await look(page, 'claim-with-problems')
  for (const [file, says] of [
    [gone, 'The kept file is gone'],
    [altered, 'The kept file is not what was kept'],
  ] as const) {
    await page.goto(desk.at(`/captures/${file?.captureId}`))
    await expect(page.getByRole('row', { name: /text|As it came/i }).first()).toContainText(says)
    const saved = await page.request.get(desk.at(`/captures/${file?.captureId}/files/original`))
    expect(await saved.text().catch(() => 'broken off')).not.toMatch(/^Words of (gone|another)/)
  }
  await look(page, 'altered-file')
  await page.goto(desk.at(`/captures/${whole?.captureId}`))
  await expect(page.getByText('As it was kept')).toBeVisible()
})

test('a file that is too long for Stet, or for the newsroom, is refused before a byte of it is taken', async ({
  desk,
}) => {
  desk.mayHear(/400/)
  const { page, actor } = await desk.arrive('admin', 'Ada')
  const { sourceId } = await desk.newsroom.evidence(
    await desk.newsroom.claim(await desk.newsroom.article({ by: actor }), 'opened in 1932'),
  )
  const announce = (bytes: number) =>
    page.request.post(desk.at('/files'), {
      data: { name: 'hearing.mp4', mediaType: 'video/mp4', bytes },
    })
  const long = await announce(5e9)
  expect(long.status()).toBe(400)
  expect(await long.text()).toContain('A file may have 4 GB at most')

  // Nobody takes more than was announced, however long it goes on.
  const begun = await (await announce(1_000)).json()
  const more = await page.request.patch(desk.at(`/files/${begun.id}`), {
    headers: { 'upload-offset': '0', 'content-type': 'application/octet-stream' },
    data: Buffer.alloc(5_000_000),
  })
  expect(await more.text()).toContain('More arrived than the file was said to hold')
  await page.request.delete(desk.at(`/files/${begun.id}`))

  await db().newsroom.update({ where: { id: actor.newsroomId }, data: { fileQuota: 1_000_000 } })
  await page.goto(desk.at(`/sources/${sourceId}`))
  await page.getByRole('button', { name: 'Keep a file' }).click()
  await page.getByLabel('The file').setInputFiles({
    ...{ name: 'hearing.txt', mimeType: 'text/plain' },
    buffer: Buffer.alloc(2_000_000, 'words '),
  })
  await expect(
    page.getByRole('alert').filter({ hasText: 'There is no room for this file' }),
  ).toBeVisible()
  await look(page, 'no-room')
  expect(uploadsOf(actor)).toEqual([])
})

/** What is on its way for a newsroom: others upload at the same time. */
function uploadsOf({ newsroomId }: Actor): string[] {
  const folder = path.join(process.env.STET_DATA ?? '', 'files', '.uploads')
  const records = filesUnder(folder).filter((name) => name.endsWith('.json'))
  return records.filter((name) =>
    readFileSync(path.join(folder, name), 'utf8').includes(newsroomId),
  )
}

function placeOf({ newsroomId }: Actor, sha256 = createHash('sha256').digest('hex')): string {
  return path.join(process.env.STET_DATA ?? '', 'files', newsroomId, sha256.slice(0, 2), sha256)
}

/** Accessible, no wider than a phone’s window, and looked at. */
async function look(page: Page, name: string) {
  await assertAccessible(page)
  const size = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  await assertFits(page)
  if (size) await page.setViewportSize(size)
  await shot(page, name)
}
