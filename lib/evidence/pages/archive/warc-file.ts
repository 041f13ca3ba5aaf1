import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { getSurt, WARCRecord, WARCSerializer } from 'warcio'
import type { PageResponse } from '../browser/protocol'

/** One answer that a page was given; its body as it was decoded. */
export interface Exchange {
  address: string
  at: string
  response: Pick<PageResponse, 'status' | 'statusText' | 'mimeType'>
  headers: [string, string][]
  body: Uint8Array
}

/** A WARC file as it was written: its length in bytes, its SHA-256 in hexadecimal, and its index in CDXJ. */
export interface WrittenWarc {
  bytes: number
  sha256: string
  index: string
}

export const WARC_NAME = 'data.warc.gz'

/** Writes exchanges to a WARC file (1.1, ISO 28500) one after another, each a gzip member of its own. */
export class WarcFile {
  #bytes = 0
  readonly #hash = createHash('sha256')
  readonly #lines: string[] = []

  private constructor(private readonly file: FileHandle) {}

  static async create(path: string): Promise<WarcFile> {
    const warc = new WarcFile(await open(path, 'wx', 0o600))
    const facts = { software: 'Stet', format: 'WARC File Format 1.1' }
    const about = { filename: WARC_NAME, warcVersion: VERSION, type: 'warcinfo' } as const
    await warc.#append(WARCRecord.createWARCInfo(about, facts))
    return warc
  }

  async write(exchange: Exchange): Promise<void> {
    const { address: url, at, response, headers, body } = exchange
    const { status, statusText, mimeType } = response
    const record = WARCRecord.create(
      {
        ...{ url, date: at, type: 'response', warcVersion: VERSION, httpHeaders: headers },
        ...{ statusline: `HTTP/1.1 ${status} ${statusText}`.trim(), keepHeadersCase: true },
      },
      [body],
    )
    const offset = this.#bytes
    const length = await this.#append(record)
    const facts = {
      ...{ url, mime: mimeType, status: String(status), digest: record.warcPayloadDigest },
      ...{ length: String(length), offset: String(offset), filename: WARC_NAME },
    }
    this.#lines.push(
      `${getSurt(url)} ${at.replace(/\D/g, '').slice(0, 14)} ${JSON.stringify(facts)}`,
    )
  }

  readonly end = () => this.file.close()

  /** What was written, once it is ended. */
  written(): WrittenWarc {
    const index = this.#lines.sort().map((line) => `${line}\n`)
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex'), index: index.join('') }
  }

  async #append(record: WARCRecord): Promise<number> {
    const bytes = await promisify(gzip)(await WARCSerializer.serialize(record, { gzip: false }))
    await this.file.appendFile(bytes)
    this.#hash.update(bytes)
    this.#bytes += bytes.length
    return bytes.length
  }
}

const VERSION = 'WARC/1.1'
