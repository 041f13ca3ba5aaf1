import { expect, test } from 'vitest'
import { readArticleFile } from './read-file'

const file = (name: string, ...parts: BlobPart[]) => new File(parts, name)
const bytes = (...values: number[]) => new Uint8Array(values)

test.each([
  ['story.txt', 'text'],
  ['STORY.TXT', 'text'],
  ['story.md', 'markdown'],
  ['story.v2.Markdown', 'markdown'],
  ['story.html', 'html'],
  ['story.HTM', 'html'],
])('%s is opened as %s', async (name, kind) => {
  expect(await readArticleFile(file(name, 'Bridge – shut'))).toEqual({
    kind,
    content: 'Bridge – shut',
  })
})

test.each(['story.docx', 'story.pdf', 'story', 'txt', 'story.txt.exe', 'story.md '])(
  '%s is refused in a reader’s words',
  async (name) => {
    await expect(readArticleFile(file(name, 'words'))).rejects.toMatchObject({
      reason: 'invalid',
      message: 'Stet opens .txt, .md and .html files. Save the text as one of these, or paste it.',
    })
  },
)

test.each([
  ['nothing', ''],
  ['white space', ' \r\n\u00a0'],
  ['a byte order mark', '\ufeff'],
])('a file of %s is refused', async (_what, content) => {
  await expect(readArticleFile(file('a.txt', content))).rejects.toMatchObject({
    reason: 'invalid',
    message: 'There is no text in this file.',
  })
})

test('five megabytes are opened, one byte more is refused', async () => {
  const full = new Uint8Array(5_000_000).fill(97)
  expect((await readArticleFile(file('a.txt', full))).content.length).toBe(5_000_000)
  await expect(readArticleFile(file('a.txt', full, 'b'))).rejects.toMatchObject({
    reason: 'invalid',
  })
})

const meta = (charset: string) => `<meta charset="${charset}"><p>`
const http = '<META http-equiv=Content-Type content="text/html; charset=windows-1251">'

test.each([
  ['UTF-8', 'a.txt', [bytes(0xc3, 0xa9)], 'é'],
  ['UTF-8 with a mark', 'a.txt', [bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9)], 'é'],
  ['UTF-16 little end first', 'a.txt', [bytes(0xff, 0xfe, 0xe9, 0, 0x3d, 0xd8, 0, 0xde)], 'é😀'],
  ['UTF-16 big end first', 'a.txt', [bytes(0xfe, 0xff, 0, 0xe9)], 'é'],
  ['windows-1252', 'a.txt', [bytes(0x93, 0xe9, 0x94, 0x80)], '“é”€'],
  ['what the page says', 'a.html', [meta('iso-8859-2'), bytes(0xb3)], `${meta('iso-8859-2')}ł`],
  ['what Word says', 'a.htm', [http, bytes(0xcf)], `${http}П`],
  [
    'what an older Word says',
    'a.htm',
    [meta('windows-1252'), bytes(0x96)],
    `${meta('windows-1252')}–`,
  ],
  ['UTF-8, as the page says', 'a.html', [meta('utf-8'), bytes(0xc3, 0xa9)], `${meta('utf-8')}é`],
  ['1252 in a page that says UTF-8', 'a.html', [meta('utf-8'), bytes(0xe9)], `${meta('utf-8')}é`],
  ['a page that cannot be UTF-16', 'a.html', [meta('utf-16'), 'é'], `${meta('utf-16')}é`],
  ['a page that says nonsense', 'a.html', [meta('klingon'), 'é'], `${meta('klingon')}é`],
  ['a text that only quotes a page', 'a.txt', [meta('iso-8859-2'), 'é'], `${meta('iso-8859-2')}é`],
])('%s is decoded', async (_what, name, parts, content) => {
  expect((await readArticleFile(file(name, ...parts))).content).toBe(content)
})
