import { expect, test } from '../support/fixtures'

const READABLE = { accept: 'text/html' }

test('a cut-off address, another site and a body that is too large each get a page that says so', async ({
  desk,
}) => {
  const { page } = await desk.arrive('editor', 'Ines')
  const { request } = page

  for (const address of [
    '/%E0%A4',
    `${desk.at('/articles')}/articles/%ED%A0%80`,
    '/log-in?to=%E0%A4',
  ]) {
    const answer = await request.get(address, { headers: READABLE })
    expect(answer.status(), address).toBe(400)
    expect(await answer.text()).toContain('This address cannot be read')
  }
  const foreign = { ...READABLE, origin: 'https://example.org' }
  const forged = await request.post(desk.at('/articles'), { headers: foreign, data: 'a' })
  expect(forged.status()).toBe(403)
  expect(await forged.text()).toContain('sent from another site')

  const large = await request.post(desk.at('/articles'), {
    data: Buffer.alloc(6 * 1024 * 1024 + 1),
  })
  expect(large.status()).toBe(413)
  expect(await large.text()).toContain('too large')
})

test('a stranger’s large field is refused at once, and not sent back', async ({
  desk,
  baseURL,
}) => {
  const page = await desk.stranger()
  const code = 'x'.repeat(5_900_000)
  const headers = { origin: baseURL ?? '', 'next-action': '0'.repeat(42) }
  const answer = await page.request.post('/set-up', { headers, multipart: { '1_code': code } })
  expect(answer.status()).toBe(413)
  expect((await answer.text()).length).toBeLessThan(1_000)
})

test('the page of a refusal leads back', async ({ desk }) => {
  desk.mayHear(/400 \(Bad Request\)/)
  const { page } = await desk.arrive('editor', 'Ines')
  await page.goto('/%E0%A4%A')
  await expect(page.getByRole('heading', { name: 'This address cannot be read' })).toBeVisible()
  await page.getByRole('link', { name: 'To your newsroom' }).click()
  await expect(page).toHaveURL(desk.at())
})
