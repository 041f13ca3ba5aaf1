import { readFile } from 'node:fs/promises'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { goToArticle, panelOf, rowOf } from '../support/workspace'

const TEXT = 'The old bridge opened in 1932 and cost four million crowns. It opened in May.'

test('annotations go out, come back into another text as proposed claims, and nothing is guessed', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('checker', 'Tom')
  const article = await desk.newsroom.article({ by: actor, text: TEXT })
  const claim = await desk.newsroom.claim({ ...article, by: actor }, 'opened in 1932')
  await desk.newsroom.evidence(claim)
  await page.goto(`${desk.at(article)}/report`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Web annotations' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/-annotations\.jsonld$/)
  const list = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(list).toMatchObject({ type: 'AnnotationCollection', total: 1 })
  expect(list.first.items[0].target.selector).toMatchObject([
    { type: 'TextQuoteSelector', exact: 'opened in 1932' },
    { type: 'TextPositionSelector', start: 15, end: 29 },
  ])

  await page.getByRole('link', { name: 'Bring annotations…' }).click()
  const choose = (name: string, content: string | Buffer) =>
    page.getByLabel('A list of annotations').setInputFiles({
      ...{ name, mimeType: 'application/json' },
      buffer: Buffer.from(content),
    })
  await choose('deep.json', `${'['.repeat(10_000)}${']'.repeat(10_000)}`)
  await expect(page.getByText('nested deeper than 64 levels at line 1')).toBeVisible()
  await choose('other.json', JSON.stringify([annotation('the moon')]))
  await expect(page.getByText('so the list is about another one')).toBeVisible()
  await choose('bytes.json', Buffer.from([0x5b, 0xff]))
  await expect(page.getByText('This is not UTF-8 at line 1, column 2')).toBeVisible()

  const elsewhere = [
    ...list.first.items,
    {
      ...annotation('four million crowns'),
      body: [...list.first.items[0].body, note('In which year’s money?')],
    },
    annotation('opened'),
    annotation('The old bridge'),
  ]
  await choose('elsewhere.json', JSON.stringify(elsewhere))
  const proposed = page.getByRole('form', { name: 'Proposed claims' })
  await expect(proposed).toContainText('In which year’s money?')
  await expect(proposed).toContainText('Supports: A ledger, volume 1, page 4')
  const others = page.getByRole('region', { name: '2 are not proposed' })
  await expect(others).toContainText('Number 1: It is C-001 already.')
  await expect(others).toContainText('Number 3: These words stand in 2 places')
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'bring-annotations')
  await proposed.getByRole('checkbox', { name: 'The old bridge' }).focus()
  await page.keyboard.press('Space')
  await proposed.getByLabel('Type of number 2').selectOption('Money')
  await proposed.getByRole('button', { name: 'Make 1 claim' }).press('Enter')
  await expect(page.getByText('Marked C-002.')).toBeVisible()

  await goToArticle(page, `${desk.at(article)}?claim=2`)
  await expect(rowOf(page, /four million crowns/)).toBeVisible()
  await expect(panelOf(page)).toContainText('In which year’s money?')
  await expect(panelOf(page)).toContainText('A ledger, volume 1')
  await expect(panelOf(page)).toContainText('page 4')
})

const note = (value: string) => ({ type: 'TextualBody', value })

function annotation(exact: string, value = '') {
  return {
    type: 'Annotation',
    ...(value && { body: note(value) }),
    target: {
      source: 'https://elsewhere.example/bridge',
      selector: { type: 'TextQuoteSelector', exact },
    },
  }
}
