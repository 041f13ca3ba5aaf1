import type { Page } from '@playwright/test'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { sendAgain, sentForm } from '../support/forms'
import {
  blocksOf,
  HEADLINE,
  MARKDOWN,
  PLAIN_TEXT,
  pasteInto,
  RICH_TEXT,
} from '../support/sample-article'
import { shot } from '../support/screenshots'
import { textOf } from '../support/workspace'

test('an article is brought in from a text, a Markdown and an HTML file', async ({ desk }) => {
  const { page } = await desk.arrive('editor', 'Ines')
  for (const [name, content, expected] of [
    ['article.txt', PLAIN_TEXT, ['Headline', 'Paragraph', 'Paragraph', 'Paragraph']],
    ['article.md', MARKDOWN, ['Headline', 'Paragraph', 'Subhead', 'Paragraph', 'Quote']],
    ['article.html', RICH_TEXT, ['Headline', 'Dek', 'Paragraph', 'Subhead']],
  ] as const) {
    await test.step(name, async () => {
      await page.goto(desk.at('/articles/new'))
      await page
        .getByLabel('Open a file')
        .setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) })

      await expect(page.getByLabel('Headline', { exact: true })).toHaveValue(HEADLINE)
      const kinds = (await blocksOf(page)).map((block) => block.split(':')[0])
      expect(kinds.slice(0, expected.length)).toEqual(expected)
      await page.getByRole('button', { name: 'Bring in the article' }).click()

      await expect(page).toHaveURL(/\/articles\/first-s-400/)
      await expect(textOf(page).getByRole('heading', { name: HEADLINE })).toBeVisible()
      await expect(textOf(page)).toContainText('a statement of July 17, 2019')
    })
  }
})

test('a file of another kind, or with nothing in it, is refused in words', async ({ desk }) => {
  const { page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/articles/new'))
  const open = (name: string, buffer: Buffer) =>
    page.getByLabel('Open a file').setInputFiles({ name, mimeType: '', buffer })

  await open('article.pages', Buffer.from('PK'))
  await expect(
    page.getByText('Stet opens .docx, .odt, .rtf, .txt, .md, .html and .json (ninjs) files.'),
  ).toBeVisible()
  await open('empty.txt', Buffer.from(' \n'))
  await expect(page.getByText('There is no text in this file.')).toBeVisible()
  await open('large.txt', Buffer.alloc(5_000_001, 'a'))
  await expect(page.getByText('This file is larger than 5 MB.')).toBeVisible()
  await assertAccessible(page)
})

test('a paste of nothing and of one character', async ({ desk }) => {
  const { page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/articles/new'))
  await page.getByRole('button', { name: 'Preview the text' }).click()
  await expect(page.getByText('There are no words in this text yet.')).toBeVisible()
  await pasteInto(page, { text: ' \n \n', html: '<p> </p>' })
  await expect(page.getByText('There are no words in this text yet.')).toBeVisible()

  await pasteInto(page, { text: 'x' })
  await expect(page.getByRole('heading', { name: '1 block, 1 word' })).toBeVisible()
  await page.getByLabel('Headline', { exact: true }).fill('')
  await page.getByRole('button', { name: 'Bring in the article' }).click()
  await expect(page.getByText('Give the article a headline.')).toBeVisible()
  await expect(page.getByLabel('Headline', { exact: true })).toBeFocused()
  await assertAccessible(page)
  await page.getByLabel('Headline', { exact: true }).fill('One')
  await page.getByRole('button', { name: 'Bring in the article' }).click()
  await expect(page).toHaveURL(/\/articles\/one$/)
  await expect(textOf(page)).toContainText('x')
})

test('the headline follows its block until somebody gives another one', async ({ desk }) => {
  const { page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/articles/new'))
  await pasteInto(page, { text: 'The desk\n\nThe bridge opens\n\nIt opened in 1932.' })
  const headline = page.getByLabel('Headline', { exact: true })
  await expect(headline).toHaveValue('The desk')
  await page.getByLabel('What is the writer most worried about?').fill('The year.')

  await page.getByLabel('What block 1 is').selectOption('Leave out')
  await page.getByLabel('What block 1 is').selectOption('Headline')
  await expect(headline).toHaveValue('The bridge opens')
  await page.reload()
  await expect(page.getByLabel('What is the writer most worried about?')).toHaveValue('The year.')
  await expect(headline).toHaveValue('The bridge opens')

  await headline.fill('Bridge, at last')
  await page.getByLabel('What block 1 is').selectOption('Paragraph')
  await expect(headline).toHaveValue('Bridge, at last')
})

test('an editor who brings words in is their editor, and is told that another one signs', async ({
  desk,
}) => {
  const [{ page }, tom] = [await desk.arrive('editor', 'Ines'), await desk.arrive('writer', 'Tom')]
  const intake = async (page: Page) => {
    await page.goto(desk.at('/articles/new'))
    await pasteInto(page, { text: PLAIN_TEXT })
    return page.getByLabel('Editor', { exact: true })
  }
  const editor = await intake(page)
  await expect(editor.getByRole('option', { selected: true })).toHaveText('Ines')
  await expect(editor).toHaveAccessibleDescription(/there is no other editor here yet/)
  await desk.newsroom.member('editor', 'Ada')
  await page.reload()
  await expect(editor).toHaveAccessibleDescription(/another editor signs them off/)
  await shot(page, 'bring-article')

  await expect((await intake(tom.page)).getByRole('option', { selected: true })).toHaveText(
    'Nobody yet',
  )
})

test('a paste of 2 MB says that it is too long, and what is left is kept', async ({ desk }) => {
  const { page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/articles/new'))
  const paragraph = `${'The bridge opened in 1932. '.repeat(740)}\n\n`

  await pasteInto(page, { text: paragraph.repeat(100) })

  // Read beside the page, for which it may take as long as any text.
  await expect(page.getByText(/longer than 1,000,000 characters from here/)).toBeVisible({
    timeout: 20_000,
  })
  await page.getByLabel('Headline', { exact: true }).fill('Long')
  await page.getByRole('button', { name: 'Bring in the article' }).click()
  await expect(page.getByText(/longer than 1,000,000 characters/).last()).toBeVisible()
  await expect(page.getByLabel('Headline', { exact: true })).toHaveValue('Long')
})

test('characters that cannot be stored are named, and taken out on request', async ({ desk }) => {
  const { page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/articles/new'))

  await page.getByLabel('Open a file').setInputFiles({
    name: 'article.txt',
    mimeType: '',
    buffer: Buffer.from('The bridge\0 opened.\n\nIn 1932.'),
  })

  await expect(page.getByText('Block 1: This holds a NUL character')).toBeVisible()
  await assertAccessible(page)
  await page.getByRole('button', { name: 'Remove these characters' }).click()
  await expect(page.getByText('This holds a NUL character')).toBeHidden()
  expect(await blocksOf(page)).toContainEqual(expect.stringMatching(/: The bridge opened\.$/))
})

test('sent by hand, they are refused and nothing is stored', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/articles/new'))
  await pasteInto(page, { text: PLAIN_TEXT })
  const sent = await sentForm(page, () =>
    page.getByRole('button', { name: 'Bring in the article' }).click(),
  )
  await expect(page).toHaveURL(/\/articles\/first-s-400/)
  const before = await everythingOf(actor)
  const formId = () => crypto.randomUUID()

  for (const [values, message] of [
    [{ blocks: '[{"kind":"paragraph","text":"a\\u0000b"}]' }, 'a NUL character'],
    [{ blocks: '[{"kind":"paragraph","text":"a\\ud800b"}]' }, 'half of a character'],
    [{ headline: Buffer.from('a\0b') }, 'cannot be stored'],
    [{ blocks: 'not json' }, 'Paste the text of the article'],
    [{ blocks: '[{"kind":"poem","text":"a"}]' }, 'needs another look'],
    [{ blocks: '[]' }, 'There are no words in this text yet.'],
    [{ language: 'klingonish-and-more' }, 'not a language code'],
    [{ deadline: 'tomorrow' }, 'not a date and time'],
    [{ editorId: 'nobody\0' }, 'cannot be stored'],
    [{ editorId: 'nobody' }, 'The editor must be'],
    [{ worry: Buffer.from('a\0b') }, 'cannot be stored'],
  ] as const) {
    const answer = await sendAgain(page, sent, { ...values, formId: formId() })
    expect(answer.status(), JSON.stringify(values)).toBe(200)
    expect(await answer.text()).toContain(message)
  }

  expect(await everythingOf(actor)).toEqual(before)
})

test('a headline of 140 characters has room on every page', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const headline = 'The bridge that opened in 1932 '.repeat(5).slice(0, 140)
  const article = await desk.newsroom.article({ by: actor, headline })

  for (const path of ['', `/articles/${article.slug}`, `/articles/${article.slug}/report`]) {
    await page.goto(desk.at(path))
    await expect(page.getByText(headline).first()).toBeVisible()
  }
})
