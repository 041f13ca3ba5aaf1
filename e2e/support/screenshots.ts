import type { Locator, Page } from '@playwright/test'

/** Pictures of a page as it stands, or where this part of it is, wide and narrow, light and dark, in the folder that `SHOTS` names; none without it. */
export async function shot(page: Page, name: string, at?: Locator): Promise<void> {
  const folder = process.env.SHOTS
  if (!folder) return
  const size = page.viewportSize()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height })
      await at?.scrollIntoViewIfNeeded()
      await page.screenshot({ path: `${folder}/${name}-${colorScheme}-${width}.png` })
    }
  }
  await page.emulateMedia({ colorScheme: null })
  if (size) await page.setViewportSize(size)
}
