import type { Page } from '@playwright/test'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { markMany } from '../support/many-claims'
import { wordsOfPdf } from '../support/report-files'
import {
  chosenWords,
  claimOf,
  clickOn,
  dragOver,
  goToArticle,
  panelOf,
  rowOf,
  textOf,
} from '../support/workspace'

test('where claims overlap, a small menu asks which is meant', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'The old bridge opened in 1932')
  await desk.newsroom.claim(article, '1932 and cost four million crowns')
  await desk.newsroom.claim(article, 'welded throughout')
  await goToArticle(page, desk.at(article))
  const menu = page.getByRole('menu', { name: '2 claims at these words' })

  await clickOn(page, 'welded throughout')
  await expect(claimOf(page, 'C-003')).toBeVisible()
  await expect(menu).toBeHidden()

  await clickOn(page, '1932')
  await expect(menu.getByRole('menuitem')).toHaveText([
    /C-001.*Unchecked: The old bridge opened in 1932/,
    /C-002.*Unchecked: 1932 and cost four million crowns/,
  ])
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await assertAccessible(page)
  await page.keyboard.press('ArrowDown')
  await expect(menu.getByRole('menuitem').last()).toBeFocused()
  await page.keyboard.press('j')
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(textOf(page)).toBeFocused()
  await expect(claimOf(page, 'C-003')).toBeVisible()

  await dragOver(page, 'opened in 1932')
  await textOf(page).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(menu).toBeHidden()
  await expect(claimOf(page, 'C-002')).toBeVisible()
  await expect(claimOf(page, 'C-002').getByRole('heading', { level: 2 })).toBeFocused()

  // A choice that is begun on chosen words would carry them off.
  await clickOn(page, 'Engineers')
  await dragOver(page, 'opened in')
  await textOf(page).focus()
  await page.keyboard.press('Enter')
  await expect(claimOf(page, 'C-001')).toBeVisible()
})

test('five hundred claims over one sentence are asked for in a menu that scrolls', async ({
  desk,
}) => {
  test.slow()
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await markMany(article, Array<string>(500).fill('opened in 1932'))
  await goToArticle(page, desk.at(article))

  const words = textOf(page).getByText('opened in 1932', { exact: true })
  const { x, y } = (await words.boundingBox()) ?? { x: 0, y: 0 }
  const took = await page.evaluate(
    async ({ x, y }) => {
      const began = performance.now()
      document
        .elementFromPoint(x, y)
        ?.dispatchEvent(
          new MouseEvent('click', { bubbles: true, cancelable: true, clientX: x, clientY: y }),
        )
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
      return performance.now() - began
    },
    { x: x + 60, y: y + 12 },
  )
  test.info().annotations.push({ type: 'milliseconds', description: String(Math.round(took)) })
  const menu = page.getByRole('menu', { name: '500 claims at these words' })
  await expect(menu.getByRole('menuitem')).toHaveCount(500)
  expect(took, 'milliseconds until the menu stands there').toBeLessThan(1_000)
  const box = await menu.boundingBox()
  expect(box?.height).toBeLessThanOrEqual(450)
  await page.keyboard.press('End')
  await expect(menu.getByRole('menuitem').last()).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(claimOf(page, 'C-500')).toBeVisible()
})

test('the panel is as wide as its reader wants it, from the first paint on', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(page, desk.at(article))
  const edge = page.getByRole('separator', { name: 'Width of the claims' })
  const width = async () => Math.round((await panelOf(page).boundingBox())?.width ?? 0)

  expect(await width()).toBe(432)
  await edge.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  expect(await width()).toBe(512)
  await expect(edge).toHaveAttribute('aria-valuenow', '512')
  await page.keyboard.press('Home')
  expect(await width()).toBe(288)

  const box = (await edge.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(box.x + box.width / 2, 400)
  await page.mouse.down()
  await page.mouse.move(900, 400, { steps: 5 })
  await page.mouse.up()
  const dragged = await width()
  expect(Math.abs(dragged - (1280 - 900))).toBeLessThanOrEqual(6)

  await page.route('**/*.js', (route) => route.abort())
  desk.mayHear(/ERR_FAILED/)
  await page.reload()
  expect(await width(), 'without any script').toBe(dragged)
  await page.unroute('**/*.js')
  await goToArticle(page, desk.at(article))
  await edge.dblclick()
  await expect.poll(width).toBe(432)
  await goToArticle(page, desk.at(article))
  expect(await width()).toBe(432)
})

test('the panel is put away, and comes with the claim that is opened', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(page, desk.at(article))
  const opener = page.getByRole('button', { name: 'Claims', exact: true })

  await rowOf(page, /^C-001/).focus()
  await page.getByRole('separator').focus()
  await page.keyboard.press('Enter')
  await expect(panelOf(page)).toBeHidden()
  await expect(opener).toHaveAttribute('aria-expanded', 'false')
  await goToArticle(page, desk.at(article))
  await expect(panelOf(page)).toBeHidden()
  await assertAccessible(page)

  await page.keyboard.press('\\')
  await expect(panelOf(page)).toBeFocused()
  await page.keyboard.press('\\')
  await expect(panelOf(page)).toBeHidden()
  await expect(opener).toBeFocused()
  await page.keyboard.press('/')
  await expect(panelOf(page).getByLabel('Words to look for')).toBeFocused()
  await goToArticle(page, desk.at(article))

  await page.keyboard.press('j')
  await expect(claimOf(page, 'C-001')).toBeVisible()
  await opener.click()
  await expect(panelOf(page)).toBeHidden()
  await opener.click()
  await expect(claimOf(page, 'C-001')).toBeVisible()
  await expect(panelOf(page)).toBeFocused()
})

test('on a phone the sheet is closed by its button or by Esc, and the focus goes where it was', async ({
  desk,
}) => {
  const viewport = { width: 390, height: 844 }
  const { actor, page } = await desk.arrive('editor', 'Ines', { viewport, hasTouch: true })
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(page, desk.at(article))
  const inText = textOf(page).getByRole('link', { name: 'C-001, Unchecked' })
  const opener = page.getByRole('button', { name: 'Claims', exact: true })

  await clickOn(page, 'opened in', 'touch')
  await expect(claimOf(page, 'C-001').getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panelOf(page)).toBeHidden()
  await expect(inText).toBeFocused()

  await opener.tap()
  await expect(panelOf(page)).toBeFocused()
  await rowOf(page, /^C-001/).tap()
  await claimOf(page, 'C-001').getByRole('button', { name: 'Close' }).tap()
  await expect(rowOf(page, /^C-001/)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panelOf(page)).toBeHidden()
  await expect(opener).toBeFocused()

  await desk.newsroom.claim(article, '1932 and cost')
  await expect(textOf(page).getByRole('link', { name: 'C-002, Unchecked' })).toBeVisible()
  await clickOn(page, '932', 'touch')
  await page.getByRole('menuitem', { name: /^C-002/ }).tap()
  await expect(claimOf(page, 'C-002')).toBeVisible()
})

test('Shift with the arrows goes into the first sentence and out of it', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, text: 'It cost four. They paid.' })
  await goToArticle(page, desk.at(article))
  await page.keyboard.press('t')
  for (const [key, words] of [
    ['ArrowDown', 'It cost four.'],
    ['Shift+ArrowLeft', 'It cost four'],
    ['Shift+ArrowLeft', 'It cost'],
    ['Shift+ArrowRight', 'It cost four'],
    ['ArrowLeft', 'It'],
    ['ArrowRight', 'cost'],
    ['Shift+ArrowLeft', 'It cost'],
    ['Shift+ArrowRight', 'cost'],
    ['Shift+ArrowRight', 'cost four'],
  ] as const) {
    await page.keyboard.press(key)
    expect(await chosenWords(page), key).toBe(words)
  }
})

test('a screen reader hears where each claim begins, how it stands, and where it ends', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({
    by: actor,
    text: 'It opened in 1932 and cost four.\n\nIt is welded.',
  })
  await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.claim(article, '1932 and cost four')
  await desk.newsroom.claim(article, 'four.\n\nIt is')
  await goToArticle(page, desk.at(article))

  expect(await heardIn(page)).toBe(
    'It [C-001, Unchecked] opened in [C-002, Unchecked] 1932 (end of C-001) and cost [C-003, Unchecked] four (end of C-002) . It is (end of C-003) welded.',
  )
  await textOf(page).focus()
  await page.keyboard.press('Control+A')
  expect(await chosenWords(page)).not.toContain('end of')
  await page.keyboard.press('h')
  expect(await heardIn(page), 'without its marks').toBe(
    'It opened in 1932 and cost four . It is welded.',
  )
})

test('a claim in Arabic is made by the keys that point to it', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const text = 'افتتح الجسر القديم في عام ١٩٣٢ وكلف أربعة ملايين.\n\nThe mayor said so.'
  const article = await desk.newsroom.article({
    by: actor,
    language: 'ar',
    headline: 'الجسر',
    text,
  })
  await goToArticle(page, desk.at(article))
  await page.keyboard.press('t')
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowRight']) {
    await page.keyboard.press(key)
  }
  expect(await chosenWords(page)).toBe('الجسر')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('c')
  await page
    .getByRole('form', { name: 'New claim' })
    .getByRole('button', { name: 'Make claim' })
    .click()
  await expect(page.getByRole('heading', { name: '“الجسر القديم”' })).toBeFocused()
  const number = textOf(page).getByRole('link', { name: 'C-001, Unchecked' })
  const line = await textOf(page).getByText('افتتح').boundingBox()
  expect((await number.boundingBox())?.x).toBeGreaterThan((line?.x ?? 0) + (line?.width ?? 0))
  await page.keyboard.press('t')
  await clickOn(page, 'The mayor')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await chosenWords(page)).toBe('so')
})

test('what is hidden in quoted words is written out wherever they are quoted', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const words = 'paid \u202ein\u202c full'
  const article = await desk.newsroom.article({ by: actor, text: `It was ${words}, they say.` })
  await desk.newsroom.claim(article, words)
  await desk.newsroom.claim(article, `was ${words}`)
  await goToArticle(page, desk.at(article))
  const seen = 'paid ⟦U+202E⟧in⟦U+202C⟧ full'

  await expect(rowOf(page, /^C-001/)).toContainText(seen)
  await clickOn(page, 'paid')
  await expect(page.getByRole('menuitem').first()).toContainText(seen)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: `“${seen}”` })).toBeVisible()
  await claimOf(page, 'C-001').getByText('History').click()
  await expect(claimOf(page, 'C-001')).toContainText(`marked “${seen}” as C-001`)
  await page.goto(desk.at('/log'))
  await expect(page.getByText(`marked “${seen}” as C-001`)).toBeVisible()
  await page.goto(`${desk.at(article)}/report`)
  await expect(page.getByText(seen).first()).toBeVisible()
})

test('printed, the workspace is its text and a list of its claims', async ({ desk }, info) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.claim(article, 'four million crowns')
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  await expect(claimOf(page, 'C-001')).toBeVisible()

  const file = info.outputPath('workspace.pdf')
  await page.pdf({ path: file, format: 'A4' })
  const printed = await wordsOfPdf(file)
  expect(printed).toMatch(
    /The old bridge C-001 ?opened in 1932 and cost C-002 ?four million crowns/,
  )
  expect(printed).toMatch(/2 claims of “The bridge”, revision 1/)
  expect(printed).toMatch(/C-001 Unchecked opened in 1932 C-002 Unchecked four million crowns/)
  for (const chrome of ['Attach source', 'Articles', 'next claim', 'Proposals']) {
    expect(printed).not.toContain(chrome)
  }
})

test('at 400 % zoom the text and the open claim fit without scrolling sideways', async ({
  desk,
}) => {
  const viewport = { width: 320, height: 256 }
  const { actor, page } = await desk.arrive('editor', 'Ines', { viewport })
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(page, desk.at(article))
  await assertFits(page)
  await page.goto(`${desk.at(article)}?claim=1`)
  await expect(claimOf(page, 'C-001').getByRole('button', { name: 'Close' })).toBeInViewport()
  await assertFits(page)
  await assertAccessible(page)
})

/** The text as the browser's accessibility tree has it, in reading order: links in brackets. */
async function heardIn(page: Page): Promise<string> {
  const browser = await page.context().newCDPSession(page)
  const { nodes } = await browser.send('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const heard: string[] = []
  const listen = (id: string | undefined) => {
    const node = id && byId.get(id)
    if (!node) return
    const role = node.role?.value
    if (role === 'link') heard.push(`[${node.name?.value}]`)
    else if (role === 'StaticText') heard.push(node.name?.value.trim())
    else for (const child of node.childIds ?? []) listen(child)
  }
  listen(nodes.find(({ name }) => /^Text of the article/.test(name?.value ?? ''))?.nodeId)
  // The headline that is there for screen readers alone comes first.
  return heard.slice(1).join(' ')
}
