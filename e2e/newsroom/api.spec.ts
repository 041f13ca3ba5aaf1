import { TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'

test('a client that is made from the document carries a check from text to report', async ({
  desk,
  baseURL,
}) => {
  const { page, actor } = await desk.arrive('editor', 'Ines')
  desk.mayHear(/status of (401|403|404|409|412|422)/)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(desk.at('/account'))
  const form = page.getByRole('form', { name: 'Make a token' })
  await form.getByLabel('Name').fill('The content system')
  await form.getByLabel('Write').check()
  await form.getByLabel('Your password').fill('a wrong guess')
  await form.getByRole('button', { name: 'Make the token' }).click()
  await expect(form.getByRole('alert')).toHaveText('This is not your present password.')
  await expect(form.getByLabel('Name')).toHaveValue('The content system')
  await form.getByLabel('Your password').fill(TEST_PASSWORD)
  await form.getByRole('button', { name: 'Make the token' }).click()
  const shown = page.getByLabel('Token “The content system”')
  await expect(shown).toHaveValue(/^stet_/)
  const token = await shown.inputValue()
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByText('Copied')).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'api-account', page.getByRole('heading', { name: 'Tokens for programs' }))

  const author = await desk.newsroom.author()
  const client = await clientOf(baseURL ?? '', token)
  const me = await client('findMe')
  expect(me.body).toMatchObject({ name: 'Ines', newsroom: { slug: desk.newsroom.slug } })

  // Somebody else writes, so that Ines may check.
  const { articleId } = await desk.newsroom.article({ by: author })
  const own = await client('bringArticle', {
    ...{ headline: 'The bridge', checkerIds: [actor.userId] },
    blocks: [{ kind: 'paragraph', text: 'The bridge opened in 1932.' }],
  })
  expect(own).toMatchObject({ status: 200, body: { slug: expect.any(String) } })

  const { body: article } = await client('findArticle', { article: articleId })
  const words = 'opened in 1932'
  const start = article.revision.text.indexOf(words)
  const place = { articleId, revision: 1, start, end: start + words.length }
  const marked = await client('markClaim', { ...place, type: 'date_or_time' })
  const { claimId, number } = marked.body
  const attached = await client('attachEvidence', {
    ...{ claimId, sourceId: 'new', kind: 'official_document', title: 'The city ledger' },
    ...{ stance: 'supports', directness: 'primary', locator: 'page 4' },
  })
  expect(attached).toMatchObject({ status: 200, body: { evidenceId: expect.any(String) } })
  const verdict = { claimId, verdict: 'confirmed' }
  expect(await client('giveVerdict', verdict)).toMatchObject({ status: 200 })

  const claim = await client('findClaim', { article: articleId, number })
  expect(claim.body).toMatchObject({ soVerdict: 'confirmed', status: 'checked' })
  const { body: report } = await client('findReport', { article: article.slug })
  expect(JSON.stringify(report)).toContain('The city ledger')

  const refused = await client('markClaim', { ...place, type: 'weather' })
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/type' }] } })

  await page.goto(desk.at(`/articles/${article.slug}/history`))
  await expect(page.getByText('Ines').first()).toBeVisible()
})

test('the page of the API is read and tried, and a revoked token opens nothing', async ({
  desk,
}) => {
  const { page } = await desk.arrive('admin', 'Ada')
  desk.mayHear(/status of 401/)
  await page.goto(desk.at('/settings'))
  const form = page.getByRole('form', { name: 'Make a token of the newsroom' })
  await form.getByLabel('Name').fill('The wire')
  await form.getByLabel('Your password').fill(TEST_PASSWORD)
  await form.getByRole('button', { name: 'Make the token' }).click()
  const shown = page.getByLabel('Token “The wire”')
  await expect(shown).toHaveValue(/^stet_/)
  const token = await shown.inputValue()
  await assertAccessible(page)
  await shot(page, 'api-settings', page.getByRole('heading', { name: 'Tokens for programs' }))

  const reader = await desk.stranger()
  desk.mayHear(/401/)
  await reader.goto('/api/v1')
  await assertAccessible(reader)
  await shot(reader, 'api-list')
  await reader.getByRole('link', { name: 'Find me', exact: true }).click()
  await expect(reader).toHaveURL(/operation=findMe/)
  await reader.getByLabel('Token').fill(token)
  await reader.getByRole('button', { name: 'Send' }).click()
  await expect(reader.getByText('"name": "The wire"').first()).toBeVisible()
  await assertAccessible(reader)
  await shot(reader, 'api-tried', reader.getByRole('button', { name: 'Send' }))

  await page.getByRole('button', { name: 'Revoke The wire' }).click()
  await expect(page.getByText('Nobody has one, and the newsroom has none.')).toBeVisible()
  await reader.getByRole('button', { name: 'Send' }).click()
  await expect(reader.getByText('The token was revoked', { exact: true })).toBeVisible()

  await reader.goto('/api/v1?operation=markClaim#markClaim')
  await assertAccessible(reader)
  await shot(reader, 'api-mark-claim', reader.getByRole('form', { name: 'Try it' }))
})

interface Described {
  operationId: string
  parameters: { name: string; in: string }[]
}

/** A client with the operations that the document describes, by their ids; what goes into the path is taken from the values. */
async function clientOf(origin: string, token: string) {
  const answer = await fetch(`${origin}/api/v1/openapi.json`)
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, Described>> }
  const known = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ path, method, ...described })),
  )
  return async (name: string, values: Record<string, unknown> = {}) => {
    const found = known.find(({ operationId }) => operationId === name)
    if (!found) throw new Error(`the document describes no ${name}`)
    const path = found.path.replace(/\{(\w+)\}/g, (_, place) => String(values[place]))
    const response = await fetch(`${origin}/api/v1${path}`, {
      method: found.method.toUpperCase(),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: found.method === 'post' ? JSON.stringify(values) : undefined,
    })
    // biome-ignore lint/suspicious/noExplicitAny: the story says what it looks for
    return { status: response.status, body: (await response.json()) as any }
  }
}
