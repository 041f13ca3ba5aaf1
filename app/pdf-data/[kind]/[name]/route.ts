import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'

/** What the library that shows PDF pages needs beside itself: character maps, standard fonts, decoders. */
export async function GET(_: Request, { params }: RouteContext<'/pdf-data/[kind]/[name]'>) {
  const { kind, name } = await params
  const file = KINDS.has(kind) && NAME.test(name) ? path.join(PACKAGE, kind, name) : null
  const found = file === null ? null : await stat(file).catch(() => null)
  if (file === null || !found?.isFile()) return new Response(null, { status: 404 })
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, {
    headers: {
      'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream',
      'content-length': String(found.size),
      'cache-control': 'public, max-age=86400',
      'x-content-type-options': 'nosniff',
    },
  })
}

const TYPES: Record<string, string> = { '.wasm': 'application/wasm', '.js': 'text/javascript' }
const KINDS = new Set(['cmaps', 'standard_fonts', 'wasm'])
const NAME = /^[\w-]+\.(?:bcmap|pfb|ttf|wasm|js)$/
const PACKAGE = path.join(process.cwd(), 'node_modules/pdfjs-dist')
