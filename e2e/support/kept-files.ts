import { createHash } from 'node:crypto'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { expect, type Page } from '@playwright/test'
import { attachEvidence } from '@/lib/commands/sources/evidence'
import type { Actor } from '@/lib/domain/policy'

export interface BroughtFile {
  name: string
  mediaType: string
  bytes: Buffer
}

/** Attaches a file that is brought through the browser's own way to a claim, with a place in it that is still vague. */
export async function attachFile(
  { actor, page }: { actor: Actor; page: Page },
  claimId: string,
  file: BroughtFile,
): Promise<void> {
  const arrivalId = await bringFile(page, `/${actor.newsroomSlug}/files`, file)
  await attachEvidence(actor, {
    ...{ claimId, arrivalId, sourceId: 'new', kind: 'official_document', title: file.name },
    ...{ stance: 'supports', directness: 'primary', locator: 'section 1' },
  })
}

/** Brings a file as a browser does, to this address, and answers with what it is called until it is kept. */
export async function bringFile(
  page: Page,
  address: string,
  { name, mediaType, bytes }: BroughtFile,
): Promise<string> {
  const begun = await page.request.post(address, { data: { name, mediaType, bytes: bytes.length } })
  const { id } = await begun.json()
  await page.request.patch(`${address}/${id}`, {
    headers: { 'upload-offset': '0', 'content-type': 'application/octet-stream' },
    data: bytes,
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const ended = await page.request.post(`${address}/${id}`, { data: { sha256 } })
  expect(ended.status(), await ended.text()).toBe(200)
  const { arrivalId } = await ended.json()
  return String(arrivalId)
}

/** A document with these pages. */
export function pdfOf(pages: readonly string[]): Buffer {
  const compiler = NodeCompiler.create()
  const content = pages.map((words) => `#text(${JSON.stringify(words)})`).join('\n#pagebreak()\n')
  return compiler.pdf({ mainFileContent: `#set page(paper: "a4")\n${content}` })
}

/** A recording of so many seconds of silence: WAVE, 8 bits, 8 kHz, one channel. */
export function silence(seconds: number): Buffer {
  const length = seconds * 8_000
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8_000, 24)
  head.writeUInt32LE(8_000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(length, 40)
  return Buffer.concat([head, Buffer.alloc(length, 128)])
}
