import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePdf } from '@/lib/testing/evidence/make-pdf'
import { makeDocx, makeZip } from '@/lib/testing/evidence/make-zip'
import { parse } from './parsers/describe'

const folder = mkdtempSync(path.join(tmpdir(), 'stet-describe-'))
const png = { bytes: Buffer.alloc(0), jpeg: Buffer.alloc(0) }

beforeAll(async () => {
  const pixels = Buffer.from(Array.from({ length: 120 * 90 * 3 }, (_, n) => (n * 7919) % 251))
  const image = sharp(pixels, { raw: { width: 120, height: 90, channels: 3 } })
  png.bytes = await image.clone().png().toBuffer()
  png.jpeg = await image.clone().jpeg().toBuffer()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!'}$H+H*`
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>'
const MAIL = 'From: ada@example.org\r\nSubject: The minutes\r\n\r\nAttached.\r\n'

describe('what a newsroom brings is known by its content', () => {
  test.each<[name: string, content: () => Buffer | string, what: string]>([
    ['minutes.pdf', () => makePdf(), 'a PDF'],
    ['scan.PNG', () => png.bytes, 'a PNG image'],
    ['photo.jpeg', () => png.jpeg, 'a JPEG image'],
    ['', () => png.jpeg, 'a JPEG image'],
    ['map.svg', () => SVG, 'an SVG image'],
    ['draft.docx', () => makeDocx(), 'a Word document'],
    [
      'draft.docx',
      () =>
        makeDocx([
          { name: 'word/embeddings/a.xlsx', content: makeZip([{ name: 'x', content: 'y' }]) },
        ]),
      'a Word document',
    ],
    [
      'page.wacz',
      () =>
        makeZip([
          { name: 'datapackage.json', content: '{}' },
          { name: 'archive/data.warc', content: 'WARC/1.1' },
        ]),
      'a kept page (WACZ)',
    ],
    ['letter.eml', () => MAIL, 'a message'],
    [
      'page.mhtml',
      () =>
        'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n',
      'a page saved with its parts (MHTML)',
    ],
    ['page.html', () => '<!doctype html><title>Vote</title><p>Adjourned.', 'a web page'],
    ['notes.txt', () => 'He said “no”. Он сказал «нет».', 'a text'],
    ['old.txt', () => Buffer.from('café crème, à 25 francs', 'latin1'), 'a text'],
    ['BMW.txt', () => 'BM is how bitmaps begin, and this sentence.', 'a text'],
    ['budget.csv', () => 'year;sum\n2025;400\n', 'a table (CSV)'],
    ['hearing.vtt', () => 'WEBVTT\n\n00:01.000 --> 00:02.000\nYes.\n', 'a transcript (WebVTT)'],
    ['hearing.wav', () => wav(400), 'a WAV recording'],
  ])('%s', async (name, content, what) => {
    expect(await described(name, content())).toMatchObject({ what, warnings: [] })
  })

  test('an image with its size', async () => {
    const { image } = await described('scan.png', png.bytes)
    expect(image).toEqual({ width: 120, height: 90 })
  })

  test('a table that Windows sends under the name of Excel', async () => {
    const { what } = await described('a.csv', 'a;b\n1;2\n', 'application/vnd.ms-excel')
    expect(what).toBe('a table (CSV)')
  })
})

describe('what acts when it is opened is kept, with a warning', () => {
  test.each<[what: string, name: string, content: () => Buffer | string, kinds: string[]]>([
    [
      'SVG with script',
      'a.svg',
      () => SVG.replace('<rect/>', '<script>alert(1)</script>'),
      ['script'],
    ],
    [
      'SVG that acts on a click',
      'a.svg',
      () => SVG.replace('<rect/>', '<rect onclick="x()"/>'),
      ['script'],
    ],
    [
      'SVG with a foreign object',
      'a.svg',
      () => SVG.replace('<rect/>', '<foreignObject/>'),
      ['outside'],
    ],
    ['page with script', 'a.html', () => '<!doctype html><SCRIPT>x</SCRIPT>', ['script']],
    [
      'page with script far down',
      'a.html',
      () => `<!doctype html>${' '.repeat(5e6)}<script>x</script>`,
      ['script'],
    ],
    [
      'PDF with script',
      'a.pdf',
      () => makePdf({ catalogue: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }),
      ['script'],
    ],
    [
      'PDF with script by another spelling',
      'a.pdf',
      () => makePdf({ catalogue: '/AA << /S /J#61vaScript >>' }),
      ['script'],
    ],
    [
      'PDF with script in a compressed stream',
      'a.pdf',
      () => makePdf({ hidden: '<< /S /JavaScript /JS (x) >>' }),
      ['script'],
    ],
    [
      'PDF that starts a program',
      'a.pdf',
      () => makePdf({ catalogue: '/A << /S /Launch /F (cmd) >>' }),
      ['launch'],
    ],
    [
      'PDF with a file in it',
      'a.pdf',
      () => makePdf({ catalogue: '/Names << /EmbeddedFiles 3 0 R >>' }),
      ['attachment'],
    ],
    ['encrypted PDF', 'a.pdf', () => makePdf({ trailer: '/Encrypt 5 0 R' }), ['encrypted']],
    [
      'document with macros',
      'a.docm',
      () => makeDocx([{ name: 'word/vbaProject.bin', content: 'x' }]),
      ['macro'],
    ],
  ])('%s', async (_what, name, content, kinds) => {
    const { warnings } = await described(name, content())
    expect(warnings.map(({ kind }) => kind)).toEqual(kinds)
  })
})

describe('what may not be kept is refused in words', () => {
  test.each<[what: string, name: string, content: () => Buffer | string, words: string]>([
    [
      'a page that calls itself a photo',
      'photo.jpg',
      () => '<!doctype html><p>',
      'This is a web page, but its name says that it is a JPEG image',
    ],
    [
      'a PDF that calls itself a document',
      'a.docx',
      () => makePdf(),
      'This is a PDF, but its name says that it is a Word document',
    ],
    [
      'an archive that calls itself a document',
      'a.docx',
      () => makeZip([{ name: 'a', content: 'b' }]),
      'This is a ZIP archive, but',
    ],
    ['an image that calls itself a text', 'a.txt', () => png.bytes, 'This is a PNG image, but'],
    [
      'noise that calls itself a PDF',
      'a.pdf',
      () => Buffer.alloc(5_000, 0),
      'This is not a PDF, though its name says so',
    ],
    ['noise without a name', '', () => Buffer.alloc(5_000, 0), 'does not keep files of this type'],
    [
      'a program',
      'a.pdf',
      () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]),
      'This is a program',
    ],
    ['a program by its name', 'invoice.pdf.exe', () => makePdf(), 'This is a program'],
    ['the EICAR test file', 'a.txt', () => EICAR, 'This is the EICAR test file'],
    [
      'the EICAR test file in an archive',
      'a.zip',
      () => makeZip([{ name: 'a.com', content: EICAR }]),
      'This is the EICAR test file',
    ],
    [
      'an image of 60,000 by 60,000 pixels',
      'a.png',
      () => pixelBomb(60_000),
      '60,000 × 60,000 pixels',
    ],
    ['a truncated PNG', 'a.png', () => half(png.bytes), 'ends too early'],
    ['a truncated JPEG', 'a.jpg', () => half(png.jpeg), 'ends too early'],
    [
      'a truncated PDF',
      'a.pdf',
      () => half(makePdf({ hidden: 'a' })),
      'This is a PDF that ends too early',
    ],
    ['a truncated document', 'a.docx', () => half(makeDocx()), 'This archive ends too early'],
    [
      'a truncated recording',
      'a.wav',
      () => half(wav(4_000)),
      'a WAV recording that ends too early',
    ],
    [
      'a flat bomb',
      'a.docx',
      () => makeDocx([{ name: 'word/a.xml', content: Buffer.alloc(60e6) }]),
      'This archive would burst',
    ],
    [
      'many small bombs',
      'a.docx',
      () =>
        makeDocx(
          Array.from({ length: 40 }, (_, n) => ({ name: `word/${n}`, content: Buffer.alloc(1e6) })),
        ),
      'This archive would burst',
    ],
    ['a nested bomb', 'a.zip', () => nested(3), 'archives in its archives'],
    [
      'a bomb in a document within',
      'a.docx',
      () =>
        makeDocx([
          {
            name: 'word/embeddings/a.docx',
            content: makeZip([{ name: 'a', content: Buffer.alloc(60e6) }]),
          },
        ]),
      'This archive would burst',
    ],
    [
      'a bomb that says it is small',
      'a.docx',
      () => makeDocx([{ name: 'word/a.xml', content: Buffer.alloc(60e6), says: 100 }]),
      'something else than its list says',
    ],
    [
      'an entry that says it is large',
      'a.docx',
      () => makeDocx([{ name: 'word/a.xml', content: 'abc', says: 1_000 }]),
      'something else than its list says',
    ],
    [
      'an entry under two names',
      'a.docx',
      () => makeDocx([{ name: 'word/a.xml', content: 'abc', localName: 'other.xml!' }]),
      'something else than its list says',
    ],
    [
      'entries that share their bytes',
      'a.zip',
      () => overlapping(),
      'something else than its list says',
    ],
  ])('%s', async (_what, name, content, words) => {
    await expect(described(name, content())).rejects.toThrow(words)
  })

  test('a PDF that was sent as an image', async () => {
    await expect(described('', makePdf(), 'image/png')).rejects.toThrow(
      'This is a PDF, but it was sent as a PNG image',
    )
  })

  test('no beginning of any of these breaks the reader', async () => {
    for (const whole of [
      makeDocx(),
      makePdf({ hidden: 'a' }),
      png.bytes,
      wav(50),
      Buffer.from(SVG),
    ]) {
      for (let length = 1; length < whole.length; length += Math.ceil(whole.length / 60)) {
        const outcome = await described('', whole.subarray(0, length)).catch((error) => error)
        expect(outcome instanceof Error ? outcome.name : 'described').toMatch(
          /^(Refusal|described)$/,
        )
      }
    }
  })
})

async function described(name: string, content: Buffer | string, mediaType = '') {
  const file = path.join(folder, 'file')
  writeFileSync(file, content)
  return (await parse(file, { name, mediaType })).value
}

const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))

function wav(samples: number): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.write('data', 36)
  head.writeUInt32LE(samples, 40)
  return Buffer.concat([head, Buffer.alloc(samples, 128)])
}

/** A header that asks for a huge image, and hardly anything after it. */
function pixelBomb(side: number): Buffer {
  const bytes = Buffer.from(png.bytes)
  bytes.writeUInt32BE(side, 16)
  bytes.writeUInt32BE(side, 20)
  return withSum(bytes)
}

function withSum(bytes: Buffer): Buffer {
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  return bytes
}

function nested(levels: number): Buffer {
  let zip = makeZip([{ name: 'a.txt', content: 'at last' }])
  for (let level = 0; level < levels; level++) zip = makeZip([{ name: 'a.zip', content: zip }])
  return zip
}

/** Two entries of the list lead to the same bytes. */
function overlapping(): Buffer {
  const zip = makeZip([
    { name: 'a', content: 'the same words' },
    { name: 'a', content: 'the same words' },
  ])
  const second = zip.lastIndexOf(Buffer.from('504b0102', 'hex'))
  zip.writeUInt32LE(0, second + 42)
  return zip
}
