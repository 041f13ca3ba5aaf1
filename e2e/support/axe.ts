import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'
import { inProject } from '@/lib/server/os/project'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What can change with the colours, where all else stays as it was found in light. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

const LOOKS = [
  { media: { colorScheme: 'light', forcedColors: 'none' }, runOnly: RULES },
  { media: { colorScheme: 'dark', forcedColors: 'none' }, runOnly: OF_COLOURS },
  { media: { colorScheme: 'dark', forcedColors: 'active' }, runOnly: OF_COLOURS },
] as const

const AXE = readFileSync(inProject('node_modules', 'axe-core', 'axe.min.js'), 'utf8')

/** What is said where a page was loaded anew while it was looked at, as Forward may do. */
const LOADED_ANEW = /context was destroyed|reading 'run'/

/** Looks at the page as it stands now with axe, in light, in dark, and in the colours of a system that forces its own. */
export async function assertAccessible(page: Page): Promise<void> {
  // Axe looks at one document, and no page of ours has another within it.
  expect(page.frames(), `frames in ${page.url()}`).toHaveLength(1)
  for (const { media, runOnly } of LOOKS) {
    await page.emulateMedia(media)
    const look = () => violationsOn(page, runOnly)
    const found = await look().catch((error) => {
      if (LOADED_ANEW.test(String(error))) return look()
      throw error
    })
    expect(found, `what axe finds on ${page.url()} in ${JSON.stringify(media)}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null })
}

async function violationsOn(page: Page, runOnly: readonly string[]) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  return page.evaluate(
    async (runOnly) => {
      const { axe: here } = window as unknown as { axe: typeof axe }
      const { violations } = await here.run(document, {
        ...{ runOnly, resultTypes: ['violations'] },
        // No rule that is run reads style sheets.
        preload: { assets: ['media'] },
      })
      return violations.map(({ id, help, nodes }) => ({
        rule: `${id}: ${help}`,
        at: nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`),
      }))
    },
    [...runOnly],
  )
}

/** Nothing is wider than the window, so nobody has to scroll sideways to read. */
export async function assertFits(page: Page): Promise<void> {
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(sideways, `how far ${page.url()} scrolls sideways`).toBe(0)
}
