import { expect, test } from 'vitest'
import { isWebPage, readArticleFile } from './read-file'

const file = (name: string, ...parts: BlobPart[]) => new File(parts, name)

test.each([
  ['story.txt', 'text'],
  ['STORY.TXT', 'text'],
  ['story.md', 'markdown'],
  ['story.v2.Markdown', 'markdown'],
  ['story.html', 'html'],
  ['story.HTM', 'html'],
])('%s is opened as %s', async (name, kind) => {
  expect(await readArticleFile(file(name, 'Bridge'))).toEqual({
    kind,
    name,
    bytes: new TextEncoder().encode('Bridge'),
  })
})

test.each(['story.docx', 'story.pdf', 'story', 'txt', 'story.txt.exe', 'story.md '])(
  '%s is refused in a reader’s words',
  async (name) => {
    await expect(readArticleFile(file(name, 'words'))).rejects.toMatchObject({
      reason: 'invalid',
      message:
        'Stet opens .docx, .odt, .rtf, .txt, .md, .html and .json (ninjs) files. Save the text as one of these, or paste it.',
    })
  },
)

test('five megabytes are opened, one byte more is refused', async () => {
  const full = new Uint8Array(5_000_000).fill(97)
  const { bytes } = await readArticleFile(file('a.txt', full))
  expect(bytes.length).toBe(5_000_000)
  await expect(readArticleFile(file('a.txt', full, 'b'))).rejects.toMatchObject({
    reason: 'invalid',
  })
})

test.each([
  ['a newspaper’s page', '<head><link rel="canonical" href="/a"></head><p>A.', true],
  ['a page with Open Graph', '<meta property="og:title" content="A"><p>A.', true],
  ['a page with an article', '<body><main><article><p>A.', true],
  [
    'what a word processor saved',
    '<meta name=Generator content="Microsoft Word 15"><article><p>A.',
    false,
  ],
  ['a few paragraphs', '<h1>A</h1><p>B.', false],
])('%s is known for one of a site: %s', async (_, html, isOne) => {
  expect(await isWebPage(file('story.html', html))).toBe(isOne)
  expect(await isWebPage(file('story.txt', html))).toBe(false)
})
