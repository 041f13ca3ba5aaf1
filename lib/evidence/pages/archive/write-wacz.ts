import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { WARC_NAME, type WrittenWarc } from './warc-file'

/** The page that an archive was made for; `at` as ISO 8601. */
export interface ArchivedPage {
  address: string
  at: string
  title: string
}

/** Writes a WACZ (1.1.1): the WARC at `warcPath`, its index, the page it is about, and the SHA-256 of each. */
export async function writeWacz(
  path: string,
  { page, warc, warcPath }: { page: ArchivedPage; warc: WrittenWarc; warcPath: string },
): Promise<void> {
  const zip = new ZipFile()
  const resources = [
    { path: `archive/${WARC_NAME}`, bytes: warc.bytes, hash: `sha256:${warc.sha256}` },
  ]
  const put = (name: string, text: string) => {
    const content = Buffer.from(text)
    zip.addBuffer(content, name)
    return { path: name, bytes: content.length, hash: sha256(content) }
  }
  zip.addFile(warcPath, `archive/${WARC_NAME}`, { compress: false })
  resources.push(put('indexes/index.cdx', warc.index), put('pages/pages.jsonl', pagesOf(page)))
  const described = put('datapackage.json', JSON.stringify(packageOf(page, resources)))
  const { path: name, hash } = described
  put('datapackage-digest.json', JSON.stringify({ path: name, hash }))
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path, { flush: true, mode: 0o600 }))
}

function pagesOf({ address, at, title }: ArchivedPage): string {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'Pages' }
  return [head, { id: '1', url: address, ts: at, title }]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
}

function packageOf({ address, at, title }: ArchivedPage, resources: { path: string }[]) {
  return {
    ...{ profile: 'data-package', wacz_version: '1.1.1', title, created: at, software: 'Stet' },
    ...{ mainPageUrl: address, mainPageDate: at },
    resources: resources.map((one) => ({ name: one.path.replace(/^.*\//, ''), ...one })),
  }
}

const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
