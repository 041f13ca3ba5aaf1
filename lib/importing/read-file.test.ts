import { expect, test } from 'vitest'
import { readArticleFile } from './read-file'

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
