import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WARCRecord, WARCSerializer } from 'warcio'
import { readWacz } from './read-wacz'

const URL_KEPT = 'https://example.org/a'
const HTML = '<html lang="en"><title>Bridge shut</title><body><p>The bridge stays shut.</p>'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wacz-'))
})
afterAll(() => rm(folder, { recursive: true }))

const sha256 = (bytes: Uint8Array | string) =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`

async function recordOf(
  url: string,
  body: string,
  status = 200,
  headers: Record<string, string> = {},
) {
  async function* content() {
    yield new TextEncoder().encode(body)
  }
  const type = { 'Content-Type': 'text/html', ...headers }
  const options = {
    url,
    date: '2019-11-19T06:51:00Z',
    type: 'response' as const,
    httpHeaders: type,
    statusline: `HTTP/1.1 ${status} OK`,
  }
  return WARCSerializer.serialize(WARCRecord.create(options, content()), { gzip: true })
}

type Files = Record<string, Uint8Array>

async function archive(
  change: (files: Files) => void = () => {},
  records?: Uint8Array[],
): Promise<Files> {
  const files: Files = {
    'archive/data.warc.gz': Buffer.concat(
      records ?? [
        await recordOf('https://example.org/', '', 301, { Location: '/a' }),
        await recordOf(URL_KEPT, HTML),
      ],
    ),
    'pages/pages.jsonl': Buffer.from(
      '{"format":"json-pages-1.0"}\n{"url":"https://example.org/","ts":"2019-11-19T06:51:00Z"}\n',
    ),
  }
  const resources = Object.entries(files).map(([path, content]) => ({
    path,
    hash: sha256(content),
  }))
  files['datapackage.json'] = Buffer.from(JSON.stringify({ resources }))
  files['datapackage-digest.json'] = Buffer.from(
    JSON.stringify({ hash: sha256(files['datapackage.json']) }),
  )
  change(files)
  return files
}

/** A ZIP with its files as they are. `size` is what its list says of each file's length, `method` how it says it is packed. */
function zipOf(files: Files, size = (bytes: Uint8Array) => bytes.length, method = 0): Buffer {
  const local: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt32LE(content.length, 18)
    head.writeUInt32LE(size(content), 22)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(content.length, 20)
    entry.writeUInt32LE(size(content), 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    local.push(head, Buffer.from(name), Buffer.from(content))
    list.push(entry, Buffer.from(name))
    at += head.length + name.length + content.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(list.length / 2, 8)
  end.writeUInt16LE(list.length / 2, 10)
  end.writeUInt32LE(Buffer.concat(list).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, ...list, end])
}

async function read(zip: Buffer) {
  const path = join(folder, `${createHash('sha256').update(zip).digest('hex')}.wacz`)
  await writeFile(path, zip)
  return readWacz(path)
}

test('an archive gives its main page through the redirect, with when and how it was answered', async () => {
  expect(await read(zipOf(await archive()))).toMatchObject({
    ...{ form: 'page', title: 'Bridge shut', text: 'The bridge stays shut.', url: URL_KEPT },
    capture: { at: '2019-11-19T06:51:00Z', status: 200 },
  })
})

test.each([
  ['no ZIP', async () => Buffer.from('Hello'), 'This is no ZIP file'],
  ['cut', async () => zipOf(await archive()).subarray(0, -30), 'This is no ZIP file'],
  [
    'with a file altered',
    async () =>
      zipOf(
        await archive((files) => {
          files['pages/pages.jsonl'] = Buffer.from('{}')
        }),
      ),
    'pages/pages.jsonl in this web archive was altered',
  ],
  [
    'with a file missing',
    async () =>
      zipOf(
        await archive((files) => {
          delete files['pages/pages.jsonl']
        }),
      ),
    'pages/pages.jsonl is missing',
  ],
  [
    'with its digests altered',
    async () =>
      zipOf(
        await archive((files) => {
          files['datapackage.json'] = Buffer.from('{"resources":[]}')
        }),
      ),
    'datapackage.json in this web archive was altered',
  ],
  [
    'without digests',
    async () => zipOf({ 'a.txt': Buffer.from('a') }),
    'it has no datapackage.json',
  ],
  [
    'without the page that it names',
    async () => zipOf(await archive(undefined, [await recordOf('https://example.org/b', HTML)])),
    'holds no answer of https://example.org/',
  ],
  [
    'leading on without an end',
    async () =>
      zipOf(
        await archive(undefined, [
          await recordOf('https://example.org/', '', 301, { Location: '/' }),
        ]),
      ),
    'leads on without an end',
  ],
  [
    'lying about sizes',
    async () => zipOf(await archive(), (content) => content.length + 1),
    'list of files in this ZIP is damaged',
  ],
  [
    'a bomb',
    async () => zipOf(await archive(), () => 40_000_000, 8),
    'would unpack to far more than it holds',
  ],
  [
    'of ten thousand files and more',
    async () =>
      zipOf(
        Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}`, Buffer.from('a')])),
      ),
    'more than 10,000 files',
  ],
])('an archive that is %s is refused', async (_what, zip, words) => {
  await expect(read(await zip())).rejects.toMatchObject({
    name: 'Refusal',
    message: expect.stringContaining(words),
  })
})

test('a page that does not have its digest is refused', async () => {
  const plain = Buffer.from(
    await WARCSerializer.serialize(
      WARCRecord.create(
        {
          url: 'https://example.org/',
          type: 'response',
          httpHeaders: { 'Content-Type': 'text/html' },
          statusline: 'HTTP/1.1 200 OK',
        },
        [new TextEncoder().encode(HTML)],
      ),
    ),
  )
  const forged = Buffer.from(plain.toString('latin1').replace('stays shut', 'is opened!'), 'latin1')
  await expect(read(zipOf(await archive(undefined, [forged])))).rejects.toThrow(
    'https://example.org/ in this web archive was altered',
  )
})
