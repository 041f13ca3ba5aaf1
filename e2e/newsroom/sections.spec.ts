import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'

for (const [path, name, first] of [
  ['/settings', 'settings', 'The newsroom'],
  ['/account', 'account', 'What comes by mail'],
] as const) {
  test(`the page ${path} begins with links to their sections, in the order in which those stand`, async ({
    desk,
  }) => {
    const { page } = await desk.arrive('admin', 'Ada')
    await page.goto(desk.at(path))
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents()
    expect(headings[0]).toBe(first)
    const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link')
    await expect(links).toHaveText(headings)
    await assertAccessible(page)
    await assertFits(page)
    await shot(page, name)
    for (const heading of headings) {
      await links.filter({ hasText: heading }).press('Enter')
      await expect(page.getByRole('heading', { name: heading, level: 2 })).toBeInViewport()
      await expect(page.getByRole('link', { name: heading }).first()).toBeInViewport()
    }
    await page.goBack()
    await expect(page.getByRole('heading', { name: headings.at(-2), level: 2 })).toBeInViewport()
    await shot(page, `${name}-end`, page.getByRole('heading', { name: headings.at(-1), level: 2 }))
  })
}
