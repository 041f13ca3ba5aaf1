import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readEml } from './read-eml'
import { readMhtml } from './read-mhtml'
import { readCsv, readHtmlFile, readPlainText } from './read-text-file'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

const PAGE =
  '<html lang=3D"de"><title>Br=C3=BCcke zu</title><body><p>Die Br=C3=BCcke bleibt zu.</p>'
const mhtml = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://example.org/a',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="b1"',
  '',
  '--b1',
  'Content-Type: text/html',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://example.org/a',
  '',
  PAGE,
  '--b1',
  'Content-Type: text/html',
  'Content-Location: https://ads.example/',
  '',
  '<p>An advertisement in a frame.</p>',
  '--b1--',
  '',
].join('\r\n')

test('a saved page is its main document', async () => {
  expect(await readMhtml(bytes(mhtml))).toMatchObject({
    form: 'page',
    text: 'Die Brücke bleibt zu.',
    title: 'Brücke zu',
    language: 'de',
    url: 'https://example.org/a',
  })
})

test.each([
  ['cut', mhtml.slice(0, -30), 'it ends within its part 2'],
  ['without a page', mhtml.replaceAll('text/html\r', 'text/css\r'), 'it has no HTML part'],
  ['no saved page at all', 'Hello', 'it has no HTML part'],
  [
    'of ten thousand parts',
    mhtml.replace('--b1--', '--b1\r\n\r\nx\r\n'.repeat(10_000)),
    'more than 5,000 parts',
  ],
])('a saved page that is %s is refused', async (_what, text, words) => {
  await expect(readMhtml(bytes(text))).rejects.toThrow(words)
})

const mail = [
  'From: Ada Pine <ada@example.org>',
  'Subject: =?utf-8?Q?Br=C3=BCcke?=',
  'Date: Tue, 19 Nov 2019 11:05:00 +0000',
  'Content-Type: multipart/mixed; boundary=m',
  '',
  '--m',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'It is shut.',
  '--m',
  'Content-Type: application/pdf; name=plan.pdf',
  'Content-Disposition: attachment; filename=plan.pdf',
  '',
  'plan',
  '--m--',
  '',
].join('\r\n')

test('a mail is its sender, date, words and what is attached', async () => {
  const read = await readEml(bytes(mail))
  expect(read).toMatchObject({
    title: 'Brücke',
    byline: 'Ada Pine <ada@example.org>',
    text: 'It is shut.',
  })
  expect(new Date(read.published ?? '').toISOString()).toBe('2019-11-19T11:05:00.000Z')
  const [plan] = read.attachments ?? []
  expect(plan).toMatchObject({ name: 'plan.pdf', type: 'application/pdf' })
  expect(
    ['plan', 'plan\n', 'plan\r\n'].map((one) => createHash('sha256').update(one).digest('hex')),
  ).toContain(plan?.sha256)
})

test.each([
  ['cut', mail.slice(0, -12), 'This mail was cut: it ends within its part 2.'],
  ['no mail', 'Once upon a time', 'This is no mail'],
])('a mail that is %s is refused', async (_what, text, words) => {
  await expect(readEml(bytes(text))).rejects.toThrow(words)
})

test('a page and a text are read in the encoding that they are in', () => {
  expect(readHtmlFile(bytes('<meta charset="iso-8859-2"><p>\xb3\xf3d\xbc')).text).toBe('łódź')
  expect(readPlainText(bytes('\x93No\x94\r\nshe said')).text).toBe('“No”\nshe said')
  expect(readCsv(bytes('a,b\r\n1,2'))).toMatchObject({ form: 'table', text: 'a,b\n1,2' })
})
