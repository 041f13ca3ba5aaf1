import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { runInNewContext } from 'node:vm'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { fingerprintOf, signatureOf } from '@/lib/domain/audit/checkpoint'
import { canonicalJson } from '@/lib/domain/audit/hash-chain'
import { bundleAt, LEDGER_HASH, making, unpack } from '@/lib/testing/fixtures/sample-bundle'
import { foreign, ours } from '@/lib/testing/fixtures/sample-log'
import { BUNDLE, capturePath, timeStampPath } from './layout'
import { makeVerifiers } from './verifiers'

type Files = Map<string, Buffer>

const folder = mkdtempSync(path.join(tmpdir(), 'stet-bundle-'))
afterAll(() => rmSync(folder, { recursive: true }))

const { mjs, html } = await makeVerifiers()
const program = path.join(folder, 'verify.mjs')
writeFileSync(program, mjs)
const { verifyBundle } = await import(/* @vite-ignore */ pathToFileURL(program).href)

const bundle = path.join(folder, 'bundle.zip')
await bundleAt(bundle)
const whole = contentOf(readFileSync(bundle))
const ledger = capturePath(LEDGER_HASH, 'Hafenbuch „Süd“ 100 %.pdf')
const stamp = timeStampPath(LEDGER_HASH)

describe('a bundle that nobody touched is whole, say both verifiers,', () => {
  test('as a ZIP', async () => {
    const { code, said } = await verified(readFileSync(bundle))
    expect(said).toMatch(/^WHOLE\. /)
    expect(said).toContain('8 files, ')
    expect(said).toContain(`with the key ${fingerprintOf(ours.publicKey)}`)
    expect(said).toContain('9 entries of The Desk')
    expect(said).toContain('signed 2026-11-22T12:00:00Z')
    expect(said).toContain('Captures that are what their hashes say: 2')
    expect(said).toMatch(
      new RegExp(`Time stamp of 20\\d\\d-\\d\\d-\\d\\d .* UTC for ${LEDGER_HASH}`),
    )
    expect(code).toBe(0)
  })

  test('as a folder, also one that was looked at', async () => {
    expect(await verified(whole)).toMatchObject({ code: 0 })
    const looked = new Map([...whole, ['data/.DS_Store', Buffer.from('x')]])
    expect(await verified(looked)).toMatchObject({ code: 0 })
  })

  test('packed anew and smaller by another program', async () => {
    expect(await verified(zipped(whole))).toMatchObject({ code: 0 })
  })

  test('with the key that was expected, and with no other', async () => {
    const key = fingerprintOf(ours.publicKey)
    expect(await verified(whole, key)).toMatchObject({ code: 0 })
    const { code, said } = await verified(whole, fingerprintOf(foreign.publicKey))
    expect(said).toContain('which is not the one that was given')
    expect(code).toBe(1)
  })
})

describe('a bundle for somebody who may not read the log', () => {
  const withheld = () => {
    const files = without('data/log.jsonl')
    const pem = ours.publicKey.export({ type: 'spki', format: 'pem' })
    const left = JSON.stringify({ why: 'It tells of all articles.', key: pem })
    return resealed(files.set(BUNDLE.logLeftOut, Buffer.from(left)))
  }

  test('is whole, and says that there is no log and why', async () => {
    const { code, said } = await verified(withheld())
    expect(said).toContain('The newsroom’s log is not in it')
    expect(said).toContain('It tells of all articles.')
    expect(said).toContain('Signed checkpoints of that log: 2.')
    expect(code).toBe(0)
    const key = fingerprintOf(foreign.publicKey)
    expect(await verified(withheld(), key)).toMatchObject({ code: 1 })
  })

  test('is broken where a checkpoint was altered, or the reason was put in afterwards', async () => {
    const cut = withheld()
    const kept = (cut.get('data/checkpoints.txt') ?? '').toString()
    cut.set('data/checkpoints.txt', Buffer.from(kept.replace(/ \d /, ' 9 ')))
    expect((await verified(resealed(cut))).said).toContain('✗ The checkpoints: ')
    const later = without('data/log.jsonl')
    later.set(BUNDLE.logLeftOut, withheld().get(BUNDLE.logLeftOut) ?? Buffer.from(''))
    const { said } = await verified(later)
    expect(said).toContain('✗ data/log.jsonl is missing')
    expect(said).toContain('log-left-out.json is an extra file')
  })
})

test('a file that two authorities dated has both time stamps', async () => {
  const second = with_(timeStampPath(LEDGER_HASH, 2), whole.get(stamp) ?? Buffer.from(''))
  const { code, said } = await verified(resealed(second))
  expect(said.match(/Time stamp of 20/g)).toHaveLength(2)
  expect(code).toBe(0)
})

describe('what was done to a bundle is named by both verifiers:', () => {
  const log = () => lines('data/log.jsonl')
  test.each<[string, () => Files, RegExp]>([
    ['a bit of a capture', () => flip(ledger), /✗ data\/captures\/.*100 %\.pdf was altered/],
    ['a word of the report', () => flip('data/report.html'), /✗ data\/report\.html was altered/],
    ['a bit of a verifier', () => flip('verify.mjs'), /✗ verify\.mjs was altered/],
    ['a file taken out', () => without(ledger), /✗ data\/captures\/.*\.pdf is missing/],
    ['a file put in', () => with_('data/captures/x/new.pdf', 'x'), /new\.pdf is an extra file/],
    ['a file put in at the top', () => with_('note.txt', 'x'), /✗ note\.txt is an extra file/],
    [
      'the log cut',
      () => with_('data/log.jsonl', log().slice(0, 6).join('')),
      /The log: BROKEN.*ends after entry 5/,
    ],
    ['the log gone', () => without('data/log.jsonl'), /There is no log in it/],
    ['a checkpoint altered', () => flip('data/checkpoints.txt', 30), /The log: (BROKEN|CANNOT)/],
    ['a time stamp altered', () => flip(stamp), /✗ data\/time-stamps\/.*\.tsr was altered/],
    ['a time stamp replaced', () => resealed(with_(stamp, otherStamp())), /is of another hash/],
    ['a time stamp of nothing', () => resealed(with_(stamp, 'now')), /is no time stamp/],
    [
      'a time stamp of a file that is gone',
      () => resealed(without(ledger)),
      /is of a file that is not in the bundle/,
    ],
    [
      'the list of files gone',
      () => without('manifest-sha256.txt'),
      /✗ The list manifest-sha256\.txt is missing/,
    ],
    [
      'a line of the list gone',
      () => with_('manifest-sha256.txt', lines('manifest-sha256.txt').slice(1).join('')),
      /✗ data\/report\.html is an extra file/,
    ],
    ['the count in bag-info.txt', () => flip('bag-info.txt', -3), /not those in bag-info\.txt/],
    ['the signature gone', () => without('signature.json'), /signature.* missing/],
    [
      'the signature altered',
      () => flip('signature.json', -9),
      /The bundle is not what was signed/,
    ],
    [
      'the date of the signature',
      () => with_('signature.json', text('signature.json').replace('2026', '2025')),
      /The bundle is not what was signed/,
    ],
    [
      'all lists made anew',
      () => relisted(flip('data/report.html')),
      /is not the list that was signed/,
    ],
    [
      'all signed anew by somebody else',
      () => resealed(flip('data/report.html'), foreign),
      /was signed with another key/,
    ],
    [
      'a capture under another hash',
      () => resealed(flip(ledger)),
      /is not the capture that its name says/,
    ],
  ])('%s', async (_what, changed, why) => {
    const { code, said } = await verified(changed())
    expect(said).toMatch(/^BROKEN\. /)
    expect(said).toMatch(why)
    expect(code).toBe(1)
    expect(await verified(zipped(changed()))).toMatchObject({ code: 1 })
  })

  test('several things at once, each of them', async () => {
    const changed = flip('data/article.txt')
    changed.delete('data/claims.json')
    changed.set('data/new.txt', Buffer.from('new'))
    const { said } = await verified(changed)
    expect(said).toContain('data/article.txt was altered')
    expect(said).toContain('data/claims.json is missing')
    expect(said).toContain('data/new.txt is an extra file')
  })

  test('a name that would confuse a screen is shown without it', async () => {
    const { said } = await verified(with_('data/\u202efdp.exe', 'x'))
    expect(said).toContain('data/\ufffdfdp.exe is an extra file')
  })

  test('bytes hidden between the files of a ZIP', async () => {
    const { code, said } = await verified(zipped(whole, Buffer.from('hidden'.repeat(9))))
    expect(said).toContain('The ZIP was altered: around bagit.txt stands what is no file of it')
    expect(code).toBe(1)
  })

  test('any bit of any file, wherever', async () => {
    const bytes = readFileSync(bundle)
    const places = [...whole.values()].flatMap((content) => {
      const start = bytes.indexOf(content)
      return start < 0 ? [] : [{ start, end: start + content.length }]
    })
    expect(places.length).toBe(whole.size)
    const anyPlace = fc
      .constantFrom(...places)
      .chain(({ start, end }) => fc.integer({ min: start, max: end - 1 }))
    await fc.assert(
      fc.asyncProperty(anyPlace, fc.nat(7), async (place, bit) => {
        const changed = Buffer.from(bytes)
        changed[place] = (changed[place] ?? 0) ^ (1 << bit)
        expect((await verified(changed)).code).toBe(1)
      }),
      { numRuns: 60 },
    )
  })
})

test('what is no bundle cannot be read', async () => {
  const others = [
    Buffer.from(''),
    Buffer.from('Dear editor,\n'),
    readFileSync(bundle).subarray(0, -90),
  ]
  for (const bytes of others) {
    const { code, said } = await verified(bytes)
    expect(said).toMatch(/^CANNOT BE READ\. /)
    expect(code).toBe(2)
  }
  expect(await verified(new Map([['a.txt', Buffer.from('a')]]))).toMatchObject({ code: 2 })
})

test('as a program it answers with 0, 1 and 2, and by itself checks where it stands', async () => {
  const here = path.join(folder, 'unpacked')
  unpack(here, whole)
  const own = path.join(here, 'verify.mjs')
  expect(await ran(own)).toMatchObject({ code: 0, errors: '' })
  expect(await ran(program, bundle)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^WHOLE/),
  })
  cpSync(own, path.join(here, 'copy.mjs'))
  expect(await ran(own)).toMatchObject({ code: 1 })
  for (const args of [['missing.zip'], [bundle, bundle], ['--what']]) {
    expect(await ran(program, ...args)).toMatchObject({ code: 2, errors: '' })
  }
})

test('the page loads nothing, and runs only its own script', () => {
  expect(html).not.toMatch(/https?:|<link|<img|\bsrc=|import\(|from '/)
  const [, policy = ''] = /content="(default-src [^"]*)"/.exec(html) ?? []
  for (const tag of ['script', 'style']) {
    const inside = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(inside).digest('base64')
    expect(policy).toContain(`${tag}-src 'sha256-${hash}'`)
  }
  expect(policy).toMatch(/^default-src 'none'/)
})

test('the SHA-256 of the page is that of everybody else, however the bytes come', () => {
  const inside = /const ROUNDS[\s\S]*?\n}\n\nfunction mix[\s\S]*?\n}\n/.exec(html)?.[0]
  const make = runInNewContext(`${inside}; newSha256`) as typeof newSha256
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 9 }), (pieces) => {
      const hash = make()
      for (const piece of pieces) hash.update(piece)
      expect(hash.hex()).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'))
    }),
    { numRuns: 500 },
  )
})
declare function newSha256(): { update(bytes: Uint8Array): void; hex(): string }

/** What both verifiers say, which has to be the same. */
async function verified(given: Files | Buffer, key?: string) {
  const place = path.join(mkdtempSync(path.join(folder, 'given-')), 'bundle')
  if (Buffer.isBuffer(given)) writeFileSync(place, given)
  else unpack(place, given)
  const lines: string[] = []
  const code: number = await verifyBundle(place, { key, say: (line: string) => lines.push(line) })
  const page = await inBrowser(given, key)
  const sorted = (words: string[]) => [...words].sort()
  expect(sorted(page.lines)).toEqual(sorted(lines))
  expect(page.code).toBe(code)
  return { code, said: lines.join('\n') }
}

/** The page's script with as much of a browser as it uses. */
async function inBrowser(given: Files | Buffer, key = '') {
  const chosen = Buffer.isBuffer(given)
    ? [new File([Uint8Array.from(given)], 'bundle.zip')]
    : [...given].map(([name, content]) =>
        Object.assign(new File([Uint8Array.from(content)], path.basename(name)), {
          webkitRelativePath: `harbour/${name}`,
        }),
      )
  const heard = new Map<string, () => Promise<void>>()
  const nodes = new Map<string, Record<string, unknown>>()
  const node = (id: string) => {
    const made = nodes.get(id) ?? {
      ...{ value: key, files: chosen, textContent: '', className: '' },
      addEventListener: (_: string, listener: () => Promise<void>) => heard.set(id, listener),
    }
    nodes.set(id, made)
    return made
  }
  const document = { getElementById: node, addEventListener: () => {} }
  const script = /<script>([\s\S]*)<\/script>/.exec(html)?.[1] ?? ''
  runInNewContext(script, {
    ...{ document, crypto, TextEncoder, TextDecoder, atob, btoa },
    ...{ ReadableStream, DecompressionStream, Uint8Array, console },
  })
  await heard.get(Buffer.isBuffer(given) ? 'zip' : 'folder')?.()
  const { className, textContent } = node('outcome')
  const code = ['whole', 'broken', 'unreadable'].indexOf(String(className))
  return { code, lines: String(textContent).split('\n\n') }
}

function text(name: string): string {
  return whole.get(name)?.toString() ?? ''
}

function lines(name: string): string[] {
  return text(name).split(/(?<=\n)/)
}

function with_(name: string, content: string | Buffer): Files {
  return new Map([...whole, [name, Buffer.from(content as string)]])
}

function without(name: string): Files {
  return new Map([...whole].filter(([one]) => one !== name))
}

/** A bit of a file altered, counted from its end where the place is negative. */
function flip(name: string, place = 9): Files {
  const content = Buffer.from(whole.get(name) ?? [])
  const at = place < 0 ? content.length + place : place
  content[at] = (content[at] ?? 0) ^ 1
  return with_(name, content)
}

/** With lists that are right again, as somebody would make them who knows the form. */
function relisted(files: Files): Files {
  const list = (isMeant: (name: string) => boolean) =>
    Buffer.from(
      [...files]
        .filter(([name]) => isMeant(name))
        .map(([name, content]) => `${sha256(content)}  ${name.replaceAll('%', '%25')}\n`)
        .join(''),
    )
  const payload = [...files].filter(([name]) => name.startsWith('data/'))
  const bytes = payload.reduce((sum, [, content]) => sum + content.length, 0)
  const info = (files.get('bag-info.txt') ?? '').toString()
  files.set('bag-info.txt', Buffer.from(info.replace(/\d+\.\d+\n/, `${bytes}.${payload.length}\n`)))
  files.set(
    'manifest-sha256.txt',
    list((name) => name.startsWith('data/')),
  )
  files.set(
    'tagmanifest-sha256.txt',
    list((name) => !/^data\/|^tagm|^signature/.test(name)),
  )
  return files
}

/** And signed, by whoever holds the key. */
function resealed(files: Files, by = ours): Files {
  const tagManifest = sha256(relisted(files).get('tagmanifest-sha256.txt') ?? Buffer.from(''))
  const key = fingerprintOf(by.publicKey)
  const seal = { format: 'stet-bundle/1', generatedAt: making.at.toISOString(), key, tagManifest }
  const signature = signatureOf(seal, by.privateKey)
  return files.set('signature.json', Buffer.from(canonicalJson({ ...seal, signature })))
}

/** The time stamp with another hash in it, whole in form. */
function otherStamp(): Buffer {
  const der = Buffer.from(whole.get(stamp) ?? [])
  const at = der.indexOf(Buffer.from(LEDGER_HASH, 'hex'))
  der[at] = (der[at] ?? 0) ^ 1
  return der
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The files of a ZIP as Stet writes it, by a reading of its own: all stored, one after the other. */
function contentOf(zip: Buffer): Files {
  const files: Files = new Map()
  const list = zip.readUInt32LE(zip.length - 6)
  for (let at = list; zip.readUInt32LE(at) === 0x02014b50; ) {
    const [name, extra, note] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    const isLong = zip.readUInt32LE(at + 24) === 0xffffffff
    const size = isLong
      ? Number(zip.readBigUInt64LE(at + 46 + name + 4))
      : zip.readUInt32LE(at + 24)
    const local = isLong
      ? Number(zip.readBigUInt64LE(at + 46 + name + 20))
      : zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const full = zip.toString('utf8', at + 46, at + 46 + name)
    files.set(full.replace('harbour-r3-evidence/', ''), zip.subarray(start, start + size))
    at += 46 + name + extra + note
  }
  return files
}

/** A ZIP as other programs write it: deflated, sizes in front, no folder around; with bytes before each file that are in none, if so asked. */
function zipped(files: Files, hidden = Buffer.alloc(0)): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const [name, content] of files) {
    const [path, packed] = [Buffer.from(name), deflateRawSync(content)]
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(0x800, 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(content.length, 18)
    head.writeUInt16LE(path.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset + hidden.length, 10)
    list.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, rest, path)
    parts.push(hidden, Buffer.from('PK\x03\x04', 'latin1'), head, path, packed)
    offset += hidden.length + 30 + path.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.size, 8)
  end.writeUInt16LE(files.size, 10)
  end.writeUInt32LE(Buffer.concat(list).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...list, end])
}

async function ran(script: string, ...args: string[]) {
  return promisify(execFile)(process.execPath, [script, ...args], { cwd: tmpdir() }).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout, errors: stderr }),
    ({ code, stdout, stderr }) => ({ code, said: stdout, errors: stderr }),
  )
}
