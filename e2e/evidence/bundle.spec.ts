import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { keepFile, receiveFile } from '@/lib/commands/captures/files'
import type { Actor } from '@/lib/domain/policy'
import { filesUnder } from '@/lib/testing/evidence/files-under'
import { unpackZip } from '@/lib/testing/evidence/unpack-zip'
import { dated, keptFile } from '@/lib/testing/fixtures/kept-captures'
import { unpack } from '@/lib/testing/fixtures/sample-bundle'
import { assertAccessible, assertFits } from '../support/axe'
import { type Desk, expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'

const LEDGER = '%PDF-1.7 the harbour ledger, page 4'

// A worker may come to this file more than once.
let folder = ''
test.beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stet-bundle-story-'))
})
test.afterAll(() => rmSync(folder, { recursive: true }))

test('a bundle is made, saved and unpacked, and its own program says what holds and what does not', async ({
  desk,
}) => {
  test.slow()
  const { page, actor } = await desk.arrive('editor', 'Ines')
  const { article, sourceId } = await anArticle(desk, actor)
  const kept = await keptFile(actor, sourceId, { name: 'ledger.pdf', content: LEDGER })
  await dated(actor, kept, 'Stamps of Record')
  await dated(actor, kept, 'Second Stamps')

  await page.goto(`${desk.at(article)}/report`)
  const panel = page.getByRole('region', { name: 'Evidence bundle' })
  await panel.getByRole('button', { name: 'Make evidence bundle' }).click()
  const link = panel.getByRole('link', { name: 'the-bridge-r1-evidence.zip' })
  await expect(link).toBeVisible({ timeout: 60_000 })
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'bundle-made', panel)

  const download = page.waitForEvent('download')
  await link.click()
  const files = await unpackZip(await (await download).path())
  const whole = await verified(files)
  expect(whole.said).toMatch(/^WHOLE\. /)
  expect(whole.said).toContain('Captures that are what their hashes say: 1.')
  expect(whole.said.match(/Time stamp of 20/g)).toHaveLength(2)
  expect([...files.keys()].filter((name) => name.endsWith('.tsr'))).toEqual([
    `data/time-stamps/${kept.sha256}.tsr`,
    `data/time-stamps/${kept.sha256}-2.tsr`,
  ])

  const name = `data/captures/${kept.sha256}/ledger.pdf`
  const altered = Buffer.from(files.get(name) ?? '')
  altered[9] = (altered[9] ?? 0) ^ 1
  const broken = await verified(new Map([...files, [name, altered]]))
  expect(broken.said).toMatch(/^BROKEN\. /)
  expect(broken.said).toContain(`${name} was altered`)
})

test('a long bundle shows how far it is, and one that is called off leaves nothing', async ({
  desk,
}) => {
  test.slow()
  const { page, actor } = await desk.arrive('editor', 'Ines')
  const { article, sourceId } = await anArticle(desk, actor)
  await keepSilence(actor, sourceId)
  const stored = () => filesUnder(path.join(process.env.STET_DATA ?? '', 'files', actor.newsroomId))
  const before = stored()

  await page.goto(`${desk.at(article)}/report`)
  const panel = page.getByRole('region', { name: 'Evidence bundle' })
  await panel.getByRole('button', { name: 'Make evidence bundle' }).click()
  await expect(panel.getByText(/^Running \d+ %/)).toBeVisible({ timeout: 60_000 })
  await expect(panel.getByRole('progressbar', { name: /^Make an evidence bundle/ })).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Make evidence bundle' })).toHaveCount(0)
  await panel.getByRole('button', { name: /^Cancel/ }).click()
  await expect(panel.getByRole('status').filter({ hasText: 'Cancelled' })).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'bundle-cancelled', panel)
  await expect(panel.getByRole('link', { name: /evidence\.zip$/ })).toHaveCount(0)
  await expect.poll(stored, { timeout: 30_000 }).toEqual(before)
})

async function anArticle(desk: Desk, by: Actor) {
  const article = await desk.newsroom.article({ by })
  const claim = await desk.newsroom.claim(article, 'opened in 1932')
  return { article, ...(await desk.newsroom.evidence(claim)) }
}

/** What verify.mjs says of the unpacked bundle in which it stands, run as a lawyer's machine would. */
async function verified(files: Map<string, Buffer>): Promise<{ said: string }> {
  const place = mkdtempSync(path.join(folder, 'unpacked-'))
  unpack(place, files)
  const run = promisify(execFile)(process.execPath, [path.join(place, 'verify.mjs')], {
    env: { NODE_ENV: 'production' },
  })
  return run.then(
    ({ stdout }) => ({ said: stdout }),
    ({ stdout }) => ({ said: stdout }),
  )
}

const LENGTH = 1_600_000_000

/** Keeps a long recording of nothing, which takes no room on a disk: to read, hash and pack it takes a while all the same. */
async function keepSilence(actor: Actor, sourceId: string): Promise<void> {
  const hash = createHash('sha256')
  const zeros = Buffer.alloc(16_000_000)
  for (let done = 0; done < LENGTH; done += zeros.length) hash.update(zeros)
  const sha256 = hash.digest('hex')
  const at = path.join(process.env.STET_DATA ?? '', 'files', actor.newsroomId, sha256.slice(0, 2))
  mkdirSync(at, { recursive: true })
  writeFileSync(path.join(at, sha256), '')
  truncateSync(path.join(at, sha256), LENGTH)
  const { arrivalId } = await receiveFile(actor, {
    ...{ file: { sha256, bytes: LENGTH }, text: null, facts: {}, warnings: [] },
    ...{ mediaType: 'audio/wav', name: 'hearing.wav' },
  })
  await keepFile(actor, { sourceId, arrivalId })
}
