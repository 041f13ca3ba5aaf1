import { createHash } from 'node:crypto'
import { keepFile, receiveFile } from '@/lib/commands/captures/files'
import type { Actor } from '@/lib/domain/policy'
import { sketchOf } from '@/lib/domain/sources/text-sketch'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { claimOf } from '../support/workspace'

const WIRE =
  'The port of Varna reopened on Tuesday after a strike of eleven days that had kept forty ships at anchor, the harbour master said. Dockers returned to three of the five terminals at dawn; the others follow by the end of the week.'

test('three papers that print one wire are counted as one origin, once a person says so', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines Okafor')
  const article = await desk.newsroom.article({ by: actor })
  const claim = await desk.newsroom.claim(article, 'opened in 1932')
  for (const publisher of ['The Herald', 'The Post', 'The Gazette']) {
    const paper = { publisher, title: `${publisher} on the port`, directness: 'secondary' } as const
    const { sourceId } = await desk.newsroom.evidence(claim, paper)
    await keepText(actor, sourceId, `${publisher}, this morning. ${WIRE}`)
  }

  await page.goto(`${desk.at(article)}?claim=1`)
  const panel = claimOf(page, 'C-001')
  await expect(panel.getByText('Evidence 3 links, 3 origins')).toBeVisible()
  await expect(
    panel.getByText(/^These three say the same words \(\d+ %\): one origin\?$/),
  ).toBeVisible()
  await assertAccessible(page)
  await panel.getByText('These three say').scrollIntoViewIfNeeded()
  await shot(page, 'origins-proposed')

  await page.keyboard.press('Shift+O')
  await expect(panel.getByText('Evidence 3 links, 1 origin')).toBeVisible()
  await expect(panel.getByText('These three say')).toBeHidden()

  await panel.getByRole('link', { name: 'The Post on the port', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Of one origin with it' })).toBeVisible()
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'origins-source')
  await page.getByRole('button', { name: /^Take this source out/ }).click()
  await expect(page.getByRole('heading', { name: 'Of one origin with it' })).toBeHidden()

  await page.goto(`${desk.at(article)}?claim=1`)
  await expect(panel.getByText('Evidence 3 links, 2 origins')).toBeVisible()
})

test('an admin has the kept files checked, and one that is gone is shown as gone', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('admin', 'Ada')
  const article = await desk.newsroom.article({ by: actor })
  const claim = await desk.newsroom.claim(article, 'opened in 1932')
  const { sourceId } = await desk.newsroom.evidence(claim, { title: 'The minutes' })
  // On record, and never put where files are kept.
  await keepText(actor, sourceId, WIRE)

  await page.goto(desk.at('/settings'))
  await page.getByRole('button', { name: 'Check kept files' }).click()
  await expect(page.getByText('All files were read.')).toBeVisible()
  await expect(page.getByText(/: 1 file on record, 1 gone\.$/)).toBeVisible()
  await assertAccessible(page)
  await assertFits(page)
  await page.getByRole('heading', { name: 'Kept files' }).scrollIntoViewIfNeeded()
  await shot(page, 'kept-files')

  await page.getByLabel('Room for files, in GB').fill('50')
  await page.getByRole('button', { name: 'Save the room' }).click()
  await expect(page.getByText(/of 50 GB are used\.$/)).toBeVisible()

  await page.getByRole('link', { name: 'The minutes' }).first().click()
  await expect(page.getByText(/^The kept file is gone/)).toBeVisible()
})

/** Puts a text on record as what was seen of a source, as the route for uploads does. */
async function keepText(actor: Actor, sourceId: string, text: string): Promise<void> {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const file = { sha256, bytes: Buffer.byteLength(text) }
  const { arrivalId } = await receiveFile(actor, {
    ...{ file, text: { ...file, sketch: sketchOf(text) } },
    ...{ mediaType: 'text/plain', name: 'page.txt', warnings: [] },
    facts: { title: '', byline: '', publisher: '', published: '', language: '' },
  })
  await keepFile(actor, { sourceId, arrivalId })
}
