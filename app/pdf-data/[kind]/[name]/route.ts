import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'

/** The library that shows PDF pages, and what it needs beside itself: its worker, character maps, standard fonts, decoders. */
export async function GET(request: Request, { params }: RouteContext<'/pdf-data/[kind]/[name]'>) {
  const { kind, name } = await params
  // An address that names the version is another one for the next.
  const isLasting = new URL(request.url).searchParams.has('v')
  const file = KINDS.has(kind) && NAME.test(name) ? path.join(PACKAGE, kind, name) : null
  const found = file === null ? null : await stat(file).catch(() => null)
  if (file === null || !found?.isFile()) return new Response(null, { status: 404 })
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, {
    headers: {
      'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream',
      'content-length': String(found.size),
      'cache-control': isLasting ? 'public, max-age=31536000, immutable' : 'public, max-age=86400',
      'x-content-type-options': 'nosniff',
    },
  })
}

const TYPES: Record<string, string> = {
  ...{ '.wasm': 'application/wasm', '.js': 'text/javascript', '.mjs': 'text/javascript' },
}
const KINDS = new Set(['build', 'cmaps', 'standard_fonts', 'wasm'])
const NAME = /^(?:[\w-]+\.(?:bcmap|pfb|ttf|wasm|js)|pdf(?:\.worker)?\.min\.mjs)$/
const PACKAGE = path.join(process.cwd(), 'node_modules/pdfjs-dist')
