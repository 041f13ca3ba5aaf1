import { AwsClient } from 'aws4fetch'
import { Refusal } from '@/lib/domain/refusal'

/** Where the bucket is, and what its requests are signed with. */
export interface S3Options {
  /** The store's address, under which the bucket is the first part of the path. */
  endpoint: string
  bucket: string
  region: string
  key: string
  secret: string
}

export interface Asking {
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: Uint8Array<ArrayBuffer> | string
  /** Answers that are no failure. */
  allow?: number[]
}

/** A bucket that answers, or refuses in words that say what the store answered. */
export interface Bucket {
  ask(method: string, name: string, asking?: Asking): Promise<Response>
  list(prefix: string): AsyncIterable<{ name: string; bytes: number; changedAt: Date }>
}

/**
 * Speaks to a bucket (signature version 4). The address is the configuration's and no reader's, so it may be in a
 * private network. A request that the store is too busy for, or fails at, is tried three times more.
 */
export function openBucket({ endpoint, bucket, region, key, secret }: S3Options): Bucket {
  const credentials = { accessKeyId: key, secretAccessKey: secret, region, service: 's3' }
  const client = new AwsClient({ ...credentials, retries: 3, initRetryMs: 200 })
  const ask = async (
    method: string,
    name: string,
    { query = {}, headers, body, allow }: Asking = {},
  ) => {
    const url = new URL([endpoint.replace(/\/$/, ''), bucket, name].filter(Boolean).join('/'))
    for (const [field, value] of Object.entries(query)) url.searchParams.set(field, value)
    const signal = AbortSignal.timeout(LONGEST)
    const answer = await client.fetch(url, { method, headers, body, signal }).catch(() => null)
    if (answer && (answer.ok || allow?.includes(answer.status))) return answer
    const words = answer ? await answer.text().catch(() => '') : ''
    throw refusal(answer?.status, tag(words, 'Code'))
  }
  return { ask, list: (prefix) => list(ask, prefix) }
}

/** How long one request may take, in milliseconds: a part is 16 MiB, and whoever reads may be slow. */
const LONGEST = 15 * 60_000

/** ListObjectsV2, a thousand names at a time. */
async function* list(ask: Bucket['ask'], prefix: string) {
  for (let token = ''; ; ) {
    const query = { 'list-type': '2', prefix, ...(token && { 'continuation-token': token }) }
    const page = await (await ask('GET', '', { query })).text()
    for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      yield {
        name: tag(entry, 'Key'),
        bytes: Number(tag(entry, 'Size')),
        changedAt: new Date(tag(entry, 'LastModified')),
      }
    }
    token = tag(page, 'NextContinuationToken')
    if (!token) return
  }
}

/** The text of an XML element; names and tokens of ours need no entity but the ampersand's. */
export function tag(xml: string, name: string): string {
  const [, text = ''] = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(xml) ?? []
  return text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

function refusal(status: number | undefined, code: string): Refusal {
  if (status === undefined) {
    return new Refusal('unavailable', 'The store in which Stet keeps files cannot be reached.')
  }
  const said = [status, code].filter(Boolean).join(' ')
  return new Refusal('unavailable', `The store in which Stet keeps files answered ${said}.`)
}
