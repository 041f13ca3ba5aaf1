import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'

test('an admin has the CMS told what happens, sees what it answered, and sends it again', async ({
  desk,
}) => {
  test.slow()
  const got: { headers: Record<string, string>; body: string }[] = []
  let status = 500
  const cms = createServer(async (request, response) => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([k, v]) => [k, `${v}`]))
    got.push({ headers, body: await text(request) })
    response.writeHead(status).end(status === 500 ? 'The CMS is asleep' : 'Taken')
  }).listen(0, '127.0.0.1')
  await once(cms, 'listening')
  const port = () => (cms.address() as AddressInfo).port
  const { page, actor } = await desk.arrive('admin', 'Ada')
  try {
    await page.goto(desk.at('/settings'))
    const hosts = page.getByRole('form', { name: 'Allow a host' })
    await hosts.getByLabel('Host').fill('127.0.0.1')
    await hosts.getByLabel('Port').fill(`${port()}`)
    await hosts.getByRole('button').click()
    await expect(page.getByText('The host is allowed')).toBeVisible()
    await page.getByRole('link', { name: 'All webhooks' }).click()
    await expect(page.getByText('No address is told anything yet.')).toBeVisible()
    await assertAccessible(page)
    await shot(page, 'webhooks-none')

    const form = page.getByRole('form', { name: 'New webhook' })
    const add = form.getByRole('button', { name: 'Add the webhook' })
    await form.getByLabel('Address').fill('the CMS')
    await add.click()
    await expect(form.getByLabel('Address')).toHaveAccessibleDescription(/no address that can be/)
    await expect(form.getByText('Choose at least one event.')).toBeVisible()
    await assertAccessible(page)
    await shot(page, 'webhooks-refused', form)
    await form.getByLabel('Address').fill(`http://127.0.0.1:${port()}/stet`)
    await form.getByLabel('Articles', { exact: true }).check()
    await page.keyboard.press('Control+Enter')
    const secret = await page.getByLabel('Secret for the new webhook').inputValue()
    expect(secret).toMatch(/^whsec_/)
    await assertAccessible(page)
    await shot(page, 'webhooks-added')

    await page.getByRole('link', { name: `http://127.0.0.1:${port()}/stet` }).click()
    await expect(page.getByText('Nothing was sent yet.')).toBeVisible()
    await desk.newsroom.article({ by: actor, broughtBy: actor })
    await expect.poll(() => got.length, { timeout: 20_000 }).toBeGreaterThan(0)
    const [first] = got
    expect(new Webhook(secret).verify(first?.body ?? '', first?.headers ?? {})).toMatchObject({
      type: 'article.brought',
    })
    expect(first?.body).not.toMatch(/bridge/i)
    await page.reload()
    const row = page.getByRole('row', { name: /article\.brought/ })
    await expect(row.getByText('500')).not.toHaveCount(0)
    await row.getByText('What it said').first().click()
    await expect(row.getByText('The CMS is asleep').first()).toBeVisible()
    await expect(page.getByText('It takes nothing since')).toBeVisible()
    await assertAccessible(page)
    await shot(page, 'webhook-failing')

    status = 200
    await row.getByRole('button', { name: 'Try now' }).click()
    await expect(async () => {
      await page.reload()
      await expect(row.getByText('Delivered')).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Send a test' }).click()
    await expect
      .poll(() => got.some(({ body }) => body.includes('webhook.tested')), { timeout: 20_000 })
      .toBe(true)
    const before = got.length
    await row.getByRole('button', { name: 'Send again' }).click()
    await expect.poll(() => got.length, { timeout: 20_000 }).toBeGreaterThan(before)
    await page.getByRole('button', { name: 'Make another secret' }).click()
    await expect(page.getByLabel(/^Secret for 127/)).toHaveValue(/^whsec_/)
    await shot(page, 'webhook-delivered')

    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByRole('button', { name: 'Remove the webhook' }).click()
    await expect(page.getByText('No address is told anything yet.')).toBeVisible()
    await page.goto(desk.at('/log'))
    await expect(page.getByText('told nothing any more (webhook)')).toBeVisible()
  } finally {
    cms.close()
  }
})
