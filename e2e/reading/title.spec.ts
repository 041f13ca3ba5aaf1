import { setStatus } from '@/lib/commands/claims/claims'
import { expect, test } from '../support/fixtures'
import { rowOf } from '../support/workspace'

test('the page keeps its title while a colleague’s changes come in', async ({ desk }) => {
  const ines = await desk.newsroom.member('editor', 'Ines')
  const { page } = await desk.arrive('editor', 'Ada')
  const article = await desk.newsroom.article({ by: ines, headline: 'The bridge' })
  const { claimId } = await desk.newsroom.claim(article, 'opened in 1932')
  await page.goto(desk.at(article))
  await expect(page).toHaveTitle('The bridge · Stet')
  const titles = await page.evaluateHandle(() => {
    const seen: string[] = []
    const look = () => seen.push(document.title)
    new MutationObserver(look).observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
    })
    return seen
  })

  const steps = ['in_progress', 'waiting_writer', 'waiting_source', 'in_progress'] as const
  const words = ['In progress', 'Waiting \\(writer\\)', 'Waiting \\(source\\)', 'In progress']
  let from = 'unchecked'
  for (const [index, status] of steps.entries()) {
    await setStatus(ines, { claimId, from, status })
    from = status
    await expect(rowOf(page, new RegExp(`^C-001 ${words[index]}`))).toBeVisible()
  }

  const seen = await titles.jsonValue()
  expect(seen.length).toBeGreaterThan(0)
  expect(new Set(seen)).toEqual(new Set(['The bridge · Stet']))
})
