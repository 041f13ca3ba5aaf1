import type { Page } from '@playwright/test'

/** Where a line of the text that is in view stands in the window, in CSS pixels: its words and its top. */
export function firstLineInView(page: Page): Promise<{ words: string; top: number }> {
  return page.evaluate(() => {
    const side = document.querySelector('.text-side')?.getBoundingClientRect()
    if (!side) throw new Error('there is no text')
    const blocks = [...document.querySelectorAll('.text-side [data-start]')]
    const block = blocks.find((one) => one.getBoundingClientRect().top >= side.top)
    if (!block) throw new Error('no block begins in view')
    return { words: block.textContent ?? '', top: block.getBoundingClientRect().top }
  })
}

/** Where the first row of the claim list in view stands: its words and its top. */
export function firstRowInView(page: Page): Promise<{ number: string; top: number }> {
  return page.evaluate(() => {
    const rows = document.querySelector('.rows')?.getBoundingClientRect()
    const row = [...document.querySelectorAll('.rows a')].find(
      (one) => one.getBoundingClientRect().top >= (rows?.top ?? 0),
    )
    if (!row) throw new Error('no row is in view')
    const number = row.querySelector('.number')?.textContent ?? ''
    return { number, top: row.getBoundingClientRect().top }
  })
}
