import { createHash } from 'node:crypto'
import { expect, test } from '../support/fixtures'
import { startApp } from '../support/own-server'
import { startReverseProxy } from '../support/reverse-proxy'
import { claimOf, giveVerdict, goToArticle, rowOf } from '../support/workspace'

test('a desk behind a proxy works over two web processes, and goes on when one of them is killed', async ({
  desk,
}) => {
  test.slow()
  // What the killed one was in the midst of.
  desk.mayHear(
    /ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION|Failed to (?:load|fetch)|network error|502/,
  )
  const ines = await desk.arrive('editor', 'Ines')
  const tom = await desk.arrive('checker', 'Tom')
  const article = await desk.newsroom.article({ by: ines.actor, checkers: [tom.actor] })
  const claim = await desk.newsroom.claim(article, 'opened in 1932')
  const { sourceId } = await desk.newsroom.evidence(claim)
  await desk.newsroom.claim(article, 'welded throughout')

  const proxy = await startReverseProxy()
  const [one, other] = await Promise.all(
    [1, 2].map(() => startApp(process.env.DATABASE_URL ?? '', { NEXTAUTH_URL: proxy.url })),
  )
  if (!one || !other) throw new Error('two were started')
  const stops = [one.stop]
  try {
    proxy.servers.push(one.url, other.url)
    await goToArticle(ines.page, `${proxy.url}${desk.at(article)}?claim=1`)
    await goToArticle(tom.page, `${proxy.url}${desk.at(article)}?claim=1`)
    await expect(claimOf(ines.page, 'C-001').getByText('Tom is here too.')).toBeVisible()
    await expect(claimOf(tom.page, 'C-001').getByText('Ines is here too.')).toBeVisible()

    await giveVerdict(claimOf(tom.page, 'C-001'), null, 'Confirmed')
    await expect(rowOf(ines.page, /^C-001 Confirmed/)).toBeVisible()

    await other.stop()
    proxy.servers.splice(1)
    await rowOf(tom.page, /^C-002/).click()
    await expect(claimOf(ines.page, 'C-001').getByText('Tom is here too.')).toBeHidden()
    await expect(rowOf(ines.page, /here: Tom$/)).toContainText('C-002')

    // A file in pieces, each taken by whichever is next.
    const late = await startApp(process.env.DATABASE_URL ?? '', { NEXTAUTH_URL: proxy.url })
    stops.push(late.stop)
    proxy.servers.push(late.url)
    await ines.page.goto(`${proxy.url}${desk.at(`/sources/${sourceId}`)}`)
    await ines.page.getByRole('button', { name: 'Keep a file' }).click()
    await ines.page
      .getByLabel('The file')
      .setInputFiles({ name: 'minutes.txt', mimeType: 'text/plain', buffer: MINUTES })
    await expect(ines.page.getByText('is kept with this form')).toBeVisible({ timeout: 60_000 })
    await ines.page.getByRole('button', { name: 'Keep it' }).click()
    const kept = ines.page.getByRole('region', { name: 'What is kept of it' })
    await expect(kept.getByText(SHA256).first()).toBeVisible()
  } finally {
    for (const stop of stops) await stop()
    proxy.stop()
  }
})

const MINUTES = Buffer.alloc(12_000_000, 'The council opened the bridge in 1932.\n')
const SHA256 = createHash('sha256').update(MINUTES).digest('hex')
