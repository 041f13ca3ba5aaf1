import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What can change with the colours, where all else stays as it was found in light. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

const LOOKS = [
  { media: { colorScheme: 'light', forcedColors: 'none' }, runOnly: RULES },
  { media: { colorScheme: 'dark', forcedColors: 'none' }, runOnly: OF_COLOURS },
  { media: { colorScheme: 'dark', forcedColors: 'active' }, runOnly: OF_COLOURS },
] as const

/** Looks at the page as it stands now with axe, in light, in dark, and in the colours of a system that forces its own. */
export async function assertAccessible(page: Page): Promise<void> {
  for (const { media, runOnly } of LOOKS) {
    await page.emulateMedia(media)
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({ runOnly: [...runOnly], resultTypes: ['violations'] })
      .analyze()
    const found = violations.map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      at: nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`),
    }))
    expect(found, `what axe finds on ${page.url()} in ${JSON.stringify(media)}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null })
}

/** Nothing is wider than the window, so nobody has to scroll sideways to read. */
export async function assertFits(page: Page): Promise<void> {
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(sideways, `how far ${page.url()} scrolls sideways`).toBe(0)
}
