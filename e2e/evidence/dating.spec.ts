import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Page } from '@playwright/test'
import { allowHost } from '@/lib/commands/captures/allowed-hosts'
import { db } from '@/lib/db/client'
import { enqueue } from '@/lib/db/jobs/queue'
import { keptFile } from '@/lib/testing/fixtures/kept-captures'
import { OPENSSL, startOpensslAuthority } from '@/lib/testing/fixtures/openssl-authority'
import {
  authorityUnder,
  certificateFor,
  pemOf,
  stampedBy,
} from '@/lib/testing/fixtures/time-stamp-authority'
import { startSite } from '@/lib/testing/outside/site'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'

const LEDGER = { name: 'ledger.txt', content: 'The harbour ledger, page 4.\n' }

test('an admin names an authority, and it dates a capture so that openssl believes it', async ({
  desk,
}) => {
  test.skip(!OPENSSL, 'there is no openssl here')
  const clock = await startOpensslAuthority('rsa')
  const { page, actor } = await desk.arrive('admin', 'Ada')
  const { sourceId, sha256 } = await aKeptLedger()
  await allowHost(actor, { host: '127.0.0.1', port: new URL(clock.url).port })

  await page.goto(desk.at('/settings'))
  await page.getByText('Add an authority', { exact: true }).click()
  const form = page.getByRole('form', { name: 'Add an authority' })
  await form.getByLabel('Name').fill('Stamps of Record')
  await form.getByLabel('Address').fill('clock')
  await form.getByLabel('Certificates').fill('no certificate')
  await form.getByRole('button', { name: 'Add the authority' }).click()
  await expect(form.getByText('These are not certificates in PEM form')).toBeVisible()
  await expect(form.getByLabel('Address')).toHaveValue('clock')
  await look(page, 'authority-refused')
  await form.getByLabel('Address').fill(clock.url)
  await form.getByLabel('Certificates').fill(clock.root)
  await form.getByRole('button', { name: 'Add the authority' }).click()
  const authorities = page.getByRole('region', { name: 'Time stamps' })
  await expect(authorities.getByText('believed by its certificates')).toBeVisible()
  await look(page, 'authorities')

  await page.goto(desk.at(`/sources/${sourceId}`))
  const kept = page.getByRole('region', { name: 'What is kept of it' })
  await kept.getByRole('button', { name: 'Date it' }).click()
  await expect(kept.getByText(/^Dated by Stamps of Record: /)).toBeVisible(WHEN_BUSY)
  await kept.getByRole('button', { name: 'Verify' }).click()
  await expect(kept.getByRole('status').filter({ hasText: /holds/i })).toBeVisible()
  await look(page, 'dated')

  const tsr = await saved(page, 'Time stamp (.tsr)')
  const folder = mkdtempSync(path.join(tmpdir(), 'stet-dated-'))
  writeFileSync(path.join(folder, 'kept.tsr'), tsr)
  writeFileSync(path.join(folder, 'root.pem'), clock.root)
  const said = execFileSync(
    'openssl',
    ['ts', '-verify', '-digest', sha256, '-in', 'kept.tsr', '-CAfile', 'root.pem'],
    { cwd: folder, encoding: 'utf8', stdio: 'pipe' },
  )
  expect(said).toContain('Verification: OK')
  rmSync(folder, { recursive: true })
  await page.goto(desk.at('/log'))
  await expect(page.getByText(/Stamps of Record/).first()).toBeVisible()
  await clock.stop()

  async function aKeptLedger() {
    const article = await desk.newsroom.article({ by: actor })
    const claim = await desk.newsroom.claim(article, 'opened in 1932')
    const { sourceId } = await desk.newsroom.evidence(claim)
    return { sourceId, ...(await keptFile(actor, sourceId, LEDGER)) }
  }
})

test('an authority that is down is asked again, a failed one by hand, and each says why', async ({
  desk,
}) => {
  const root = await certificateFor('Root of Trust')
  const authority = await authorityUnder(root)
  let isDown = true
  const site = await startSite(
    answering(async (query) => {
      return isDown ? null : stampedBy(authority, query)
    }),
  )
  const { page, actor } = await desk.arrive('admin', 'Ada')
  const article = await desk.newsroom.article({ by: actor })
  const { sourceId } = await desk.newsroom.evidence(
    await desk.newsroom.claim(article, 'opened in 1932'),
  )
  const { captureId } = await keptFile(actor, sourceId, LEDGER)
  await allowHost(actor, { host: '127.0.0.1', port: String(site.port) })
  await page.goto(desk.at('/settings'))
  await page.getByText('Add an authority', { exact: true }).click()
  const form = page.getByRole('form', { name: 'Add an authority' })
  await form.getByLabel('Name').fill('Second Stamps')
  await form.getByLabel('Address').fill(`${site.url}/`)
  await form.getByLabel('Certificates').fill(pemOf(root))
  await form.getByRole('button', { name: 'Add the authority' }).click()
  await expect(page.getByText('believed by its certificates')).toBeVisible()

  await page.goto(desk.at(`/sources/${sourceId}`))
  const kept = page.getByRole('region', { name: 'What is kept of it' })
  await kept.getByRole('button', { name: 'Date it' }).click()
  await expect(kept.getByText('It answered with the status 503.')).toBeVisible(WHEN_BUSY)
  await expect(kept.getByText(/^It is asked again /)).toBeVisible()
  await look(page, 'pending')

  // Two days later: the sixth time is the last by itself.
  await db().timeStamp.updateMany({ where: { captureId }, data: { attempts: 5 } })
  const waits = await db().job.findFirstOrThrow({ where: { captureId, state: 'waiting' } })
  await enqueue(waits.id)
  await expect(kept.getByRole('button', { name: 'Retry Second Stamps' })).toBeVisible(WHEN_BUSY)
  await expect(kept.getByText('It answered with the status 503.')).toBeVisible()
  await look(page, 'failed-date')

  isDown = false
  await kept.getByRole('button', { name: 'Retry Second Stamps' }).click()
  await expect(kept.getByText(/^Dated by Second Stamps: /)).toBeVisible(WHEN_BUSY)
  site.stop()
})

/** Jobs are done beside everything else that this machine does. */
const WHEN_BUSY = { timeout: 30_000 }

function answering(stamp: (query: Uint8Array) => Promise<Uint8Array | null>): RequestListener {
  return async (request, response) => {
    const answer = await stamp(await buffer(request))
    if (!answer) return response.writeHead(503).end()
    return response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer)
  }
}

async function saved(page: Page, link: string): Promise<Buffer> {
  const address = await page.getByRole('link', { name: link }).getAttribute('href')
  const answer = await page.request.get(new URL(address ?? '', page.url()).href)
  expect(answer.status()).toBe(200)
  return answer.body()
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
