import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { type Page, test as story } from '@playwright/test'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { takeOut, valueOfJson, wordsOfHtml, wordsOfPdf } from '../support/report-files'

test('a log that was taken out is verified without Stet, from the checkpoint in an earlier report', async ({
  desk,
}) => {
  test.slow()
  const { actor, page } = await desk.arrive('admin', 'Ada')
  const article = await desk.newsroom.article({ by: actor, headline: 'The bridge' })
  await page.goto(`${desk.at(article)}/report`)
  await expect(page.getByText(/^stet-checkpoint\/1 /)).toBeVisible()
  const { audit } = await valueOfJson(page, await takeOut(page, 'JSON'))
  const printed = [
    JSON.stringify(audit.checkpoint),
    lineIn(await wordsOfHtml(page, await takeOut(page, 'HTML'))),
    lineIn(await wordsOfPdf(await takeOut(page, 'PDF'))),
    `${audit.entries}:${audit.head}`,
  ]
  await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.claim(article, 'four million crowns')

  await page.goto(desk.at('/log'))
  await page.getByText('Prove it without Stet').click()
  await expect(page.getByText('keeps Stet itself from changing')).toBeVisible()
  await assertAccessible(page)
  await assertFits(page)
  const log = await download(page, 'Export the log')
  const verifier = await download(page, 'the verifier')
  const key = await (await page.request.get('/.well-known/stet-signing-key.pem')).text()

  for (const checkpoint of printed) {
    const { code, said } = await run(verifier, log, '--checkpoint', checkpoint, '--key', key)
    expect(said).toContain('WHOLE. 3 entries of The Desk')
    expect(said).toContain('everything that stood there at the checkpoint of 1 entry')
    expect(said).toContain(`${audit.checkpoint.key}, as given`)
    expect(code).toBe(0)
  }

  await story.step('one word of it is altered', async () => {
    const text = await readFile(log, 'utf8')
    await writeFile(log, text.replace('opened in 1932', 'opened in 1933'))
    const { code, said } = await run(verifier, log)
    expect(said).toBe('BROKEN. Entry 2 was altered after it was sealed.')
    expect(code).toBe(1)
  })
})

test('an older copy in the place of the log is found by a checkpoint that somebody kept', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  await desk.newsroom.article({ by: actor, headline: 'The bridge' })
  await page.goto(desk.at('/log'))
  await page.getByText('Prove it without Stet').click()
  const older = await download(page, 'Export the log')
  const verifier = await download(page, 'the verifier')
  await desk.newsroom.article({ by: actor, headline: 'The tunnel' })
  await expect(page.getByText('2 entries')).toBeVisible()
  const kept = (await page.getByText(/^stet-checkpoint\/1 /).textContent()) ?? ''

  expect(await run(verifier, older)).toMatchObject({
    code: 0,
    said: expect.stringContaining('Without a checkpoint that was kept elsewhere'),
  })
  expect(await run(verifier, older, '--checkpoint', kept)).toEqual({
    code: 1,
    said: 'BROKEN. There were 2 entries when the checkpoint was made, and now there are 1: the end was cut off, or an older copy was put in its place.',
  })
})

test('who may not read the log takes none out', async ({ desk }) => {
  const outsiders = [
    await desk.arrive('writer', 'Lena'),
    await desk.arrive('checker', 'Tom'),
    { page: await desk.stranger() },
  ]
  for (const { page } of outsiders) {
    const answer = await page.request.get(desk.at('/log/export'))
    expect(answer.status()).toBe(404)
  }
  const auditor = await desk.arrive('auditor', 'Otto')
  const answer = await auditor.page.request.get(desk.at('/log/export'))
  expect(answer.headers()['content-disposition']).toMatch(/filename="stet-log-[\w-]+-0\.jsonl"/)
})

/** A checkpoint in the words of a printed report. */
function lineIn(words: string): string {
  return words.match(/stet-checkpoint\/1 \S+ \d+ \S+ [0-9a-f\s\u200b]+/)?.[0] ?? ''
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ])
  const place = story.info().outputPath(file.suggestedFilename())
  await file.saveAs(place)
  return place
}

function run(script: string, ...args: string[]): Promise<{ code: number; said: string }> {
  return promisify(execFile)(process.execPath, [script, ...args]).then(
    ({ stdout }) => ({ code: 0, said: stdout.trim() }),
    ({ code, stdout }) => ({ code, said: stdout.trim() }),
  )
}
