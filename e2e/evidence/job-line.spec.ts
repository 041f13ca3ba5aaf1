import { startSite } from '@/lib/testing/outside/site'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { claimOf, goToArticle } from '../support/workspace'

test('on the claim stands what is done for it: that it waits or failed, why, and once more', async ({
  desk,
}) => {
  const site = await startSite((_, response) => response.writeHead(404).end())
  const { page, actor } = await desk.arrive('editor', 'Ines')
  const tom = await desk.arrive('auditor', 'Tom')
  const article = await desk.newsroom.article({ by: actor })
  const claim = await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.evidence(claim, { url: `${site.url}/a`, title: 'On the ferries' })

  await goToArticle(tom.page, `${desk.at(article)}?claim=1`)
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  const open = claimOf(page, 'C-001')
  await open.getByRole('button', { name: 'Keep page of On the ferries' }).click()
  await expect(open.getByRole('status').filter({ hasText: 'Failed' })).toBeVisible({
    timeout: 30_000,
  })
  await expect(open.getByText('private network')).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'claim-job-failed')

  // Whoever only reads is told the same, and has no button.
  const read = claimOf(tom.page, 'C-001')
  await expect(read.getByText('private network')).toBeVisible({ timeout: 30_000 })
  await expect(read.getByRole('button', { name: /^Retry/ })).toHaveCount(0)

  await open.getByRole('button', { name: /^Retry/ }).click()
  await expect(open.getByText('private network')).toBeVisible({ timeout: 30_000 })
  site.stop()
})
