import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { aDataFolder, sha256 } from '@/lib/testing/evidence/data-folder'
import { filesUnder } from '@/lib/testing/evidence/files-under'
import { makePdf } from '@/lib/testing/evidence/make-pdf'
import { makeDocx } from '@/lib/testing/evidence/make-zip'
import { openStore } from '../files/open-store'
import { appendUpload, beginUpload, finishUpload } from '../files/uploads'
import { parsedOrRefuse, parseForeign } from './parse-foreign'

const data = aDataFolder()
const ada = { newsroomId: 'herald', userId: 'ada' }
const PATIENT = { timeoutMs: 30_000 }

test('a photo is drawn anew, smaller, upright, and without where it was taken', async () => {
  const photo = await sharp({
    create: { width: 3_000, height: 2_000, channels: 3, background: 'teal' },
  })
    .withExif({ IFD0: { Copyright: 'The Herald' }, IFD3: { GPSLatitude: '41/1 0/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect(photo.includes('The Herald')).toBe(true)
  const parsed = await parseForeign('raster', kept('photo.jpg', photo), VIEW, PATIENT)
  const { value, bytes } = parsedOrRefuse(parsed)
  expect(value).toEqual({ mediaType: 'image/webp', width: 533, height: 800 })
  const { exif, xmp, format, orientation } = await sharp(bytes).metadata()
  expect({ exif, xmp, format, orientation }).toEqual({ format: 'webp' })
})

test('an SVG is drawn from its own bytes, and nothing that it names', async () => {
  const secret = kept(
    'secret.png',
    await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><script>x</script><image href="file://${secret}" width="8" height="8"/></svg>`
  const view = { ...VIEW, format: 'png' as const }
  const { bytes } = parsedOrRefuse(await parseForeign('raster', kept('a.svg', svg), view, PATIENT))
  const { data: pixels } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  expect(pixels.every((value) => value === 0)).toBe(true)
})

test.each([
  ['a.txt', 'no picture', 'This image is damaged'],
  ['a.png', Buffer.alloc(2_000), 'This image is damaged'],
])('%s that is no image is not drawn', async (name, content, words) => {
  const parsed = await parseForeign('raster', kept(name, content), VIEW, PATIENT)
  const sentence = expect.stringContaining(words)
  expect(parsed).toEqual({ ok: false, failure: 'not-readable', sentence })
  expect(() => parsedOrRefuse(parsed)).toThrow(words)
})

test('an image that takes too much memory to draw is told so', async () => {
  const bands = { width: 12_000, height: 12_000, channels: 3 as const, background: 'teal' }
  const interlaced = await sharp({ create: bands }).png({ progressive: true }).toBuffer()
  const parsed = await parseForeign('raster', kept('wide.png', interlaced), VIEW, PATIENT)
  expect(parsed).toMatchObject({ ok: false, failure: 'too-much-memory' })
  expect(children()).toEqual([])
})

test.each([
  ['letter.docx', makeDocx([{ name: 'word/a.xml', content: Buffer.alloc(60e6) }]), 'would burst'],
  ['photo.png', makePdf(), 'its name says that it is a PNG image'],
])('an upload of %s leaves nothing, no process and no memory', async (name, content, words) => {
  const [files, held] = [filesUnder(data), process.memoryUsage.rss()]
  await expect(upload(name, content)).rejects.toThrow(words)
  expect(filesUnder(data)).toEqual(files)
  expect(children()).toEqual([])
  expect(process.memoryUsage.rss() - held).toBeLessThan(64 * 1024 * 1024)
})

test('an upload that is what it says is kept', async () => {
  const content = makePdf()
  expect(await upload('minutes.pdf', content)).toMatchObject({ sha256: sha256(content) })
})

const VIEW = { format: 'webp' as const, width: 800, height: 800 }

function kept(name: string, content: Buffer | string): string {
  const file = path.join(data, name)
  writeFileSync(file, content)
  return file
}

async function upload(name: string, content: Buffer) {
  const announced = { name, mediaType: '', bytes: content.length }
  const { id } = await beginUpload(ada, announced, () => {})
  await appendUpload(ada, id, { offset: 0, stream: Readable.from([content]) })
  return finishUpload(ada, id, {
    sha256: sha256(content),
    store: openStore(process.env),
    inspect: async (file, { mediaType }) => {
      parsedOrRefuse(await parseForeign('describe', file, { name, mediaType }, PATIENT))
    },
  })
}

/** The processes that run a parser for this one, by their command lines, where the system lists them. */
function children(): string[] {
  return readdirOf('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false
    const words = readOf(`/proc/${name}/cmdline`)
    return words.includes('parse-child.ts') && words.includes(data)
  })
}

function readdirOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function readOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
