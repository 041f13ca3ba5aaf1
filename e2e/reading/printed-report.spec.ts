import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { readPdf } from '@/lib/testing/read-pdf'
import { expect, test } from '../support/fixtures'

test('a report that is printed leaves no page half empty and names who gave the verdicts', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const lines = Array.from({ length: 12 }, (_, nth) => `Ferry ${nth + 10} carried nine tonnes.`)
  const article = await desk.newsroom.article({ by: actor, text: lines.join('\n\n') })
  const sentence = 'The ledger gives the weight, and two people who kept it say the same. '
  for (const [nth, line] of lines.entries()) {
    const { claimId } = await desk.newsroom.claim({ ...article, by: actor }, line.slice(0, -1))
    const rationale = sentence.repeat(4 + ((nth * 7) % 23))
    await giveVerdict(actor, { claimId, verdict: 'disputed', rationale })
  }
  await page.goto(`${desk.at(article)}/report`)
  // The rest of a long report is drawn when the page stands.
  await expect(page.getByRole('heading', { name: 'Audit log' })).toBeVisible()

  const { reach, words } = await readPdf(await page.pdf({ preferCSSPageSize: true }))
  expect(words).toContain('Verdicts given by Ines (12)')
  expect(reach.length).toBeGreaterThan(4)
  expect(Math.min(...reach.slice(0, -1)), reach.join(' ')).toBeGreaterThan(0.7)
})
