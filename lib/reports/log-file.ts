import type { Checkpoint } from '@/lib/domain/audit/checkpoint'
import { canonicalJson, type SealedEntry } from '@/lib/domain/audit/hash-chain'

/** What stands before the entries: whose log it is, where it ends, and by which key that and this are signed. */
export interface LogHeader {
  newsroom: { id: string; name: string }
  generatedBy: string
  checkpoint: Checkpoint
  /** PEM (SPKI). */
  key: string
}

/** Signs a value with that key. */
type Sign = (value: object) => string

/**
 * A newsroom's log as a file of the form `stet-log/1`: JSON Lines, each line canonical (RFC 8785), the header first.
 * It is made as it is read, a page at a time.
 */
export function logFile(
  header: LogHeader & { sign: Sign },
  pages: AsyncIterable<SealedEntry[]>,
): ReadableStream<Uint8Array> {
  const lines = linesOf(headerOf(header), pages)
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
}

/** What the file is called: `stet-log-desk-1204.jsonl`, whose log it is and how many entries it has. */
export function logFileName(newsroom: string, entries: number): string {
  return `stet-log-${newsroom}-${entries}.jsonl`
}

function headerOf({ newsroom, generatedBy, checkpoint, key, sign }: LogHeader & { sign: Sign }) {
  const { at: generatedAt, entries, head } = checkpoint
  const unsigned = {
    ...{ format: 'stet-log/1', newsroom, generatedAt, generatedBy },
    ...{ entries, head, checkpoint, key },
  }
  return { ...unsigned, signature: sign(unsigned) }
}

async function* linesOf(header: object, pages: AsyncIterable<SealedEntry[]>) {
  yield `${canonicalJson(header)}\n`
  for await (const page of pages) yield page.map(lineOf).join('')
}

/** Every entry that leaves in a log passes here. */
function lineOf(entry: SealedEntry): string {
  return `${canonicalJson(entry)}\n`
}
