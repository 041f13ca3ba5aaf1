import { db } from '@/lib/db/client'
import { withClient } from '@/lib/server/postgres/access'
import { databaseUrls } from '@/lib/testing/database/isolated-database'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { attach, claimOf, giveVerdict } from '../support/workspace'

test('the log tells what was done in sentences, and is verified on request', async ({ desk }) => {
  const ada = await desk.arrive('admin', 'Ada')
  const ines = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: ines.actor, headline: 'The bridge' })
  await desk.newsroom.claim(article, 'opened in 1932')
  await ines.page.goto(`${desk.at(article)}?claim=1`)
  const claim = claimOf(ines.page, 'C-001')
  await attach(claim, {
    source: { title: 'The city ledger', kind: 'Official document' },
    stance: 'Supports',
    directness: 'Primary',
    locator: 'page 4',
  })
  await giveVerdict(claim, null, 'Confirmed')

  await ada.page.goto(desk.at('/log'))
  await expect(ada.page.getByRole('main').getByRole('listitem')).toHaveText([
    /Ines gave C-001 the verdict Confirmed on “so” in The bridge/,
    /Ines attached “The city ledger” \(page 4\) to C-001: supports in The bridge/,
    /Ines added the source “The city ledger”/,
    /Ines marked “opened in 1932” as C-001 in The bridge/,
    /Wren brought in “The bridge”, \d+ words, as revision 1 in The bridge/,
  ])
  await ada.page.getByRole('link', { name: 'Verify the log' }).click()
  await expect(ada.page.getByRole('status').filter({ hasText: 'The log is whole.' })).toContainText(
    'All 5 entries are as they were sealed',
  )
  await assertAccessible(ada.page)

  await ada.page.getByRole('link', { name: 'C-001' }).first().click()
  await expect(claimOf(ada.page, 'C-001')).toBeVisible()
  await ada.page.getByText('More', { exact: true }).click()
  await ada.page.getByRole('link', { name: 'History' }).click()
  await expect(ada.page.getByRole('main').getByRole('listitem').first()).toContainText(
    'Ines gave C-001 the verdict Confirmed',
  )
})

test('an entry that somebody altered in the database breaks the log', async ({ desk }) => {
  const { actor, page } = await desk.arrive('admin', 'Ada')
  await desk.newsroom.article({ by: actor, headline: 'The bridge' })
  await desk.newsroom.article({ by: actor, headline: 'The tunnel' })
  const altered = db().auditEvent.updateMany({
    where: { newsroomId: actor.newsroomId, seq: 1 },
    data: { type: 'article.moved' },
  })
  await expect(altered).rejects.toThrow('permission denied')

  await withClient(databaseUrls().owner, async (client) => {
    await client.query('SET session_replication_role = replica')
    await client.query(
      `UPDATE "AuditEvent" SET "actorId" = 'x' WHERE "newsroomId" = $1 AND seq = 1`,
      [actor.newsroomId],
    )
  })
  await page.goto(desk.at('/log?verify=1'))
  await expect(page.getByRole('alert').filter({ hasText: 'The log is broken' })).toBeVisible()
  await assertAccessible(page)
})
