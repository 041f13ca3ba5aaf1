import { describe, expect, test } from 'vitest'
import { makeZip } from '@/lib/testing/evidence/make-zip'
import { makeWord, paragraph } from '@/lib/testing/importing/make-word'
import { importDocx } from './import-docx'

const whole = makeWord({ body: paragraph('It opened.') })
const compound = (inner: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(inner, 'utf16le'),
  ])
const asMain = (document: string) =>
  makeZip([
    {
      name: '_rels/.rels',
      content:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    { name: 'word/document.xml', content: document },
  ])
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

describe('a document that cannot be read is refused in words, with where', () => {
  test.each([
    ['locked', compound('EncryptedPackage'), /^This document is locked with a password/],
    [
      'of an old Word that calls itself .docx',
      compound('WordDocument'),
      /^This is a document of an old Word/,
    ],
    ['cut in the middle', whole.subarray(0, whole.length / 2), /the list of its parts is missing/],
    ['empty', Buffer.alloc(0), /the list of its parts is missing/],
    ['that is a text', Buffer.from('It opened in 1932.'), /the list of its parts is missing/],
    [
      'that is another archive',
      makeZip([{ name: 'a.txt', content: 'a' }]),
      /This is no Word document, whatever its name says/,
    ],
    ['without words', makeWord({ body: '<w:p/>' }), /There is no text in this document/],
    [
      'with entities of its own',
      asMain(
        `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document ${W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`,
      ),
      /declares a document type.*stopped in word\/document.xml/,
    ],
    [
      'with an entity that nobody declared',
      asMain(`<w:document ${W}><w:body>&b;</w:body></w:document>`),
      /damaged.*stopped in word\/document.xml/,
    ],
    [
      'whose markup is not whole',
      asMain(`<w:document ${W}><w:body><w:p>`),
      /damaged.*stopped in word\/document.xml/,
    ],
    [
      'of ten thousand levels',
      asMain(`<w:document ${W}><w:body>${'<w:sdt>'.repeat(10_000)}`),
      /nested deeper than 250 levels/,
    ],
    [
      'of two million empty paragraphs',
      asMain(`<w:document ${W}><w:body>${'<w:p/>'.repeat(2_000_000)}</w:body></w:document>`),
      /more than 1,000,000 elements.*stopped in word\/document.xml/,
    ],
    [
      'whose part says another length',
      makeZip([{ name: '_rels/.rels', content: '<Relationships/>', says: 4 }]),
      /damaged.*stopped in _rels\/.rels/,
    ],
    [
      'with a way out of its folder',
      makeZip([{ name: '../../etc/passwd', content: 'a' }]),
      /list of parts of this document is damaged/,
    ],
    [
      'with an absolute path',
      makeZip([{ name: '/etc/passwd', content: 'a' }]),
      /list of parts of this document is damaged/,
    ],
    [
      'with a part twice',
      makeWord({ body: paragraph('A'), files: [{ name: 'Word/Document.xml', content: 'b' }] }),
      /has its part .* twice/,
    ],
    [
      'that is not UTF-8',
      makeZip([{ name: '_rels/.rels', content: Buffer.from([0xc3, 0x28]) }]),
      /_rels\/.rels is not UTF-8/,
    ],
  ])('%s', async (_what, bytes, message) => {
    await expect(importDocx(bytes)).rejects.toThrow(message)
  })
})

describe('what is not read cannot harm', () => {
  test.each([
    ['a bomb beside the text', { name: 'word/media/evil.xml', content: Buffer.alloc(50_000_000) }],
    ['macros', { name: 'word/vbaProject.bin', content: 'Sub AutoOpen()' }],
  ])('%s', async (_what, file) => {
    const { text } = await importDocx(makeWord({ body: paragraph('It opened.'), files: [file] }))
    expect(text).toBe('It opened.')
  })

  test('a bomb in the text itself stops at its size', async () => {
    const bomb = asMain(' '.repeat(97 * 1024 * 1024))
    await expect(importDocx(bomb)).rejects.toThrow(/larger than is read.*word\/document.xml/)
  })
})
