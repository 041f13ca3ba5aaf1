import { inflateSync } from 'node:zlib'
import type { Warning } from '../../parser-kinds'
import { type Bytes, piecesOf } from './foreign-file'

/**
 * What in a PDF would act if a reader opened it: scripts, programs, files inside (ISO 32000-1 §12.6.4). Objects in
 * compressed streams are looked into as well, up to a limit; those of an encrypted file cannot be.
 */
export async function inspectPdf(file: Bytes): Promise<Warning[]> {
  const found = new Set<Warning>()
  let budget = MOST_INFLATED
  for await (const piece of piecesOf(file, { piece: 8 * 1024 * 1024, overlap: 512 * 1024 })) {
    look(piece.toString('latin1'), found)
    for (const objects of objectStreams(piece)) {
      if (budget <= 0) break
      const text = inflated(objects, budget)
      budget -= text.length
      look(text, found)
    }
  }
  return [...found]
}

/** In bytes. */
const MOST_INFLATED = 64 * 1024 * 1024

const SIGNS: { name: RegExp; warning: Warning }[] = [
  {
    name: /\/(JavaScript|JS)(?![\w#])/,
    warning: {
      kind: 'script',
      sentence: 'It holds script, which some PDF readers run. Stet shows it without.',
    },
  },
  {
    name: /\/(Launch|ImportData|SubmitForm)(?![\w#])/,
    warning: {
      kind: 'launch',
      sentence: 'It asks PDF readers to start a program or to send data. Stet does neither.',
    },
  },
  {
    name: /\/EmbeddedFiles?(?![\w#])/,
    warning: {
      kind: 'attachment',
      sentence: 'It holds other files, which Stet does not look into.',
    },
  },
  {
    name: /\/Encrypt(?![\w#])/,
    warning: {
      kind: 'encrypted',
      sentence: 'It is encrypted. If it asks for a password, Stet can keep it, and not show it.',
    },
  },
]

function look(text: string, found: Set<Warning>): void {
  const plain = withoutEscapes(text)
  for (const { name, warning } of SIGNS) if (name.test(plain)) found.add(warning)
}

/** A name may be written as `/J#61vaScript` (§7.3.5). */
function withoutEscapes(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function* objectStreams(piece: Buffer): Generator<Buffer> {
  for (let at = piece.indexOf(MARK); at >= 0; at = piece.indexOf(MARK, at + 1)) {
    const start = piece.indexOf('stream', at)
    const end = piece.indexOf('endstream', start)
    if (start < 0 || end < 0 || start - at > 1_000) continue
    const lineEnd = piece.indexOf('\n', start)
    yield piece.subarray(lineEnd + 1, end)
  }
}

const MARK = '/ObjStm'

function inflated(objects: Buffer, most: number): string {
  try {
    return inflateSync(objects, { maxOutputLength: most, finishFlush: 2 }).toString('latin1')
  } catch {
    return ''
  }
}
