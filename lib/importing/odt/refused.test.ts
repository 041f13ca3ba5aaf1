import { describe, expect, test } from 'vitest'
import { makeZip } from '@/lib/testing/evidence/make-zip'
import { contentOf, entry, makeOdt, manifestOf, p } from '@/lib/testing/importing/make-odt'
import { importDocument } from '../document/import-document'

const whole = makeOdt({ body: p('It opened.') })
const mimetype = {
  name: 'mimetype',
  content: 'application/vnd.oasis.opendocument.text',
  stored: true,
}
const withContent = (content: string | Buffer) =>
  makeZip([mimetype, { name: 'content.xml', content }])
const office = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
const text = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'

describe('an OpenDocument that cannot be read is refused in words, with where', () => {
  test.each([
    [
      'locked',
      makeZip([
        mimetype,
        { name: 'content.xml', content: Buffer.from('cipher') },
        {
          name: 'META-INF/manifest.xml',
          content: manifestOf([entry('content.xml', '<manifest:encryption-data/>')]),
        },
      ]),
      /^This document is locked with a password/,
    ],
    ['cut in the middle', whole.subarray(0, whole.length / 2), /the list of its parts is missing/],
    ['without its text', makeZip([mimetype]), /part content.xml is missing/],
    [
      'that is a sheet',
      withContent(
        `<office:document-content ${office}><office:body><office:spreadsheet/></office:body></office:document-content>`,
      ),
      /OpenDocument of another kind/,
    ],
    ['without words', makeOdt({ body: p('') }), /There is no text in this document/],
    [
      'with entities of its own',
      withContent(
        `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${contentOf(p('&b;')).replace(/^<\?xml.*\n/, '')}`,
      ),
      /declares a document type.*stopped in content.xml/,
    ],
    ['with an entity that nobody declared', makeOdt({ body: p('&b;') }), /damaged.*content.xml/],
    ['whose markup is not whole', withContent('<a><b>'), /damaged.*stopped in content.xml/],
    [
      'of ten thousand levels',
      withContent(`<office:document-content ${office} ${text}>${'<text:span>'.repeat(10_000)}`),
      /nested deeper than 250 levels/,
    ],
    [
      'of two million empty paragraphs',
      makeOdt({ body: '<text:p/>'.repeat(2_000_000) }),
      /more than 1,000,000 elements.*stopped in content.xml/,
    ],
    [
      'that is a bomb',
      withContent(' '.repeat(97 * 1024 * 1024)),
      /larger than is read.*content.xml/,
    ],
  ])('%s', async (_what, bytes, message) => {
    await expect(importDocument(bytes)).rejects.toThrow(message)
  })

  test('counts that would burst it are as many as a page could hold', async () => {
    const repeated = `<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000">${p('x')}</table:table-cell></table:table-row></table:table>`
    const spaces = p('a<text:s text:c="1000000000"/>b')
    const { blocks } = await importDocument(makeOdt({ body: repeated + spaces }))
    expect(blocks.length).toBe(101)
  })
})
