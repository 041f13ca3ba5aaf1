import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { aDataFolder } from '@/lib/testing/evidence/data-folder'
import { makeOdt, p } from '@/lib/testing/importing/make-odt'
import { makeWord, paragraph } from '@/lib/testing/importing/make-word'
import { openStore } from '../files/open-store'
import { DOCUMENT_LIMITS, readDocument } from './read-document'

aDataFolder()

test('a document is read by what it is', async () => {
  expect(await read(makeWord({ body: paragraph('It opened.') }))).toMatchObject({
    blocks: [{ text: 'It opened.' }],
  })
  expect(await read(Buffer.from('{\\rtf1 It rained.}'))).toMatchObject({
    blocks: [{ text: 'It rained.' }],
  })
  expect(await read(makeOdt({ body: p('It closed.') }))).toMatchObject({
    blocks: [{ text: 'It closed.' }],
  })
})

test('one that takes too long is stopped, and said so', async () => {
  const began = performance.now()
  const roomy = { ...DOCUMENT_LIMITS, memoryMb: 1_500 }
  await expect(read(makeWord(aSlowText()), {}, roomy)).rejects.toThrow(
    /takes too long to read.* Reading stopped in (word\/\w+\.xml|paragraph \d+|footnote [\d,]+)\.$/,
  )
  expect(performance.now() - began).toBeLessThan(20_000)
})

test('one that takes too much memory is stopped, and said so', async () => {
  const hungry = makeOdt({ body: '<text:p><text:span/></text:p>'.repeat(490_000) })
  const patient = { ...DOCUMENT_LIMITS, timeoutMs: 60_000 }
  await expect(read(hungry, {}, patient)).rejects.toThrow(
    /takes more memory than Stet gives.* Reading stopped in (content\.xml|paragraph 1)\.$/,
  )
})

test('nothing of it is left where it was read', async () => {
  const own = mkdtempSync(path.join(tmpdir(), 'stet-reading-'))
  vi.stubEnv('TMPDIR', own)
  await expect(read(Buffer.from('no document'))).rejects.toThrow()
  vi.unstubAllEnvs()
  expect(readdirSync(own).filter((name) => name.startsWith('stet-'))).toEqual([])
  rmSync(own, { recursive: true })
})

test('choices that are too many are refused before it is read', async () => {
  const choices = Object.fromEntries(
    Array.from({ length: 9_000 }, (_, at) => [`inserted ${at}`, 'out']),
  )
  await expect(read(makeWord({ body: paragraph('It opened.') }), choices)).rejects.toThrow(
    'These are too many choices',
  )
})

/** Tens of thousands of footnotes in one sentence, each of which has to be found its words. */
function aSlowText() {
  const ids = Array.from({ length: 150_000 }, (_, at) => at)
  const body = `<w:p>${ids.map((id) => `<w:r><w:t>a </w:t><w:footnoteReference w:id="${id}"/></w:r>`).join('')}</w:p>`
  return { body, footnotes: ids.map((id) => `<w:footnote w:id="${id}"/>`).join('') }
}

async function read(bytes: Buffer, choices: Record<string, string> = {}, limits = DOCUMENT_LIMITS) {
  const newsroom = { newsroomId: 'herald' }
  await openStore().put(Readable.from([bytes]), newsroom)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = { ...newsroom, sha256, bytes: bytes.length }
  return readDocument(openStore(), file, { name: 'a.docx', choices, language: 'en' }, limits)
}
