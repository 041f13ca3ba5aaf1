import { execFile } from 'node:child_process'
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { fingerprintOf, printCheckpoint } from '@/lib/domain/audit/checkpoint'
import { canonicalJson } from '@/lib/domain/audit/hash-chain'
import {
  at,
  chain,
  DESK,
  exported,
  foreign,
  ours,
  pem,
  sealedAfter,
} from '@/lib/testing/fixtures/sample-log'
import { canonicalJson as theirs, verifyLog } from '@/public/verify-stet-log.mjs'

const entries = chain(9)
const file = await new Response(exported(entries)).text()

test('the verifier writes canonical JSON as Stet does, though it shares no code with it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const plain = JSON.parse(JSON.stringify(value))
      expect(theirs(plain)).toBe(canonicalJson(plain))
    }),
    { numRuns: 500 },
  )
  const keys = '{"10":1,"9":2,"😀":3,"\ufb33":4,"\\r":5,"__proto__":6,"ö":[-0,1e21,"\u2028"]}'
  expect(theirs(JSON.parse(keys))).toBe(canonicalJson(JSON.parse(keys)))
})

describe('a log that nobody touched is whole', () => {
  test.each([12, 1, 0])('with %i entries', async (count) => {
    const { code, said } = await verified(exported(chain(count)))
    expect(said).toMatch(new RegExp(`^WHOLE. ${count} entr(y|ies) of The Desk`))
    expect(said).toContain(fingerprintOf(ours.publicKey))
    expect(said).toContain('Without a checkpoint that was kept elsewhere this cannot be excluded')
    expect(code).toBe(0)
  })

  test.each([1, 7, 64, 1000])('read in pieces of %i bytes', async (size) => {
    const bytes = Buffer.from(file)
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
      bytes.subarray(n * size, (n + 1) * size),
    )
    expect(await verified(pieces)).toMatchObject({ code: 0 })
  })

  test('after a trip through a program that ends lines as Windows does', async () => {
    expect(await verified(file.replaceAll('\n', '\r\n'))).toMatchObject({ code: 0 })
  })

  const { checkpoint } = at(entries, 7)
  test.each([
    JSON.stringify(checkpoint),
    canonicalJson(checkpoint),
    printCheckpoint(checkpoint),
    printCheckpoint(checkpoint).replaceAll(' ', '\n'),
    `7:${checkpoint.head}`,
    `7: ${checkpoint.head.slice(0, 32).toUpperCase()}\n${checkpoint.head.slice(32)}`,
  ])('and grew, seen from a checkpoint that was kept (%#)', async (kept) => {
    const { code, said } = await verified(file, { checkpoints: [kept] })
    expect(said).toContain('It holds everything that stood there at the checkpoint of 7 entries')
    expect(said).toContain('Of entries 8 to 9')
    expect(said).not.toContain('Without a checkpoint')
    expect(code).toBe(0)
  })

  const print = fingerprintOf(ours.publicKey)
  test.each([pem(ours.publicKey), print, print.replace(/(..)(?=.)/g, '$1:').toUpperCase()])(
    'verified with the key that was given (%#)',
    async (key) => {
      const { code, said } = await verified(file, { keys: [key] })
      expect(said).toContain(`${print}, as given`)
      expect(code).toBe(0)
    },
  )

  test('after the newsroom changed its key, with both keys', async () => {
    const checkpoints = [JSON.stringify(at(entries, 2, foreign).checkpoint)]
    const keys = [pem(ours.publicKey), pem(foreign.publicKey)]
    expect(await verified(file, { checkpoints, keys })).toMatchObject({ code: 0 })
    const { code, said } = await verified(file, { checkpoints })
    expect(said).toContain('was signed with another key')
    expect(code).toBe(1)
  })
})

describe('what was done to a log is found, without a checkpoint:', () => {
  const putIn = canonicalJson(sealedAfter(entries[1], { seq: 3 }))
  const added = canonicalJson(sealedAfter(entries[8], { seq: 10 }))
  const endless = `${'['.repeat(200_000)}${']'.repeat(200_000)}`

  test.each<[string, string, RegExp]>([
    ['a word altered', of('page 4 of 5', 'page 4 of 6'), /Entry 5 was altered/],
    ['a name altered', of('ada","articleId":"a7"', 'eve","articleId":"a7"'), /Entry 7 was altered/],
    ['one taken out', cut((all) => all.toSpliced(4, 1)), /Where entry 4 belongs stands entry 5/],
    ['the first taken out', cut((all) => all.toSpliced(1, 1)), /Where entry 1 belongs/],
    [
      'two swapped',
      cut(([h, a, b, ...z]) => [h, b, a, ...z]),
      /Where entry 1 belongs stands entry 2/,
    ],
    ['one doubled', cut((all) => all.toSpliced(3, 0, all[3] ?? '')), /Where entry 4 belongs/],
    ['one put in and sealed', cut((all) => all.toSpliced(3, 0, putIn)), /Where entry 4 belongs/],
    ['one replaced and sealed', cut((all) => all.with(3, putIn)), /Entry 4 does not follow/],
    ['the end cut off', cut((all) => all.slice(0, 6)), /ends after entry 5.*it has 9/],
    ['cut within a line', file.slice(0, -40), /Line 10 is no entry/],
    ['all cut off', cut((all) => all.slice(0, 1)), /ends after entry 0/],
    ['one added at the end', `${file}${added}\n`, /does not end as it says/],
    ['a note added', of('"seq":4', '"note":"x","seq":4'), /Line 5 is no entry/],
    [
      'a word said twice',
      of('"type":"claim', '"type":"x","type":"claim'),
      /Entry 1 is not written/,
    ],
    ['white space', of('"seq":4', '"seq": 4'), /Entry 4 is not written/],
    ['an empty line', of('\n', '\n\n'), /Line 2 is no entry/],
    ['the count in the header', of('"entries":9,"format"', '"entries":8,"format"'), /header/],
    [
      'another newsroom',
      file.replaceAll(DESK, DESK.replace('0198', '0199')),
      /Entry 1 was altered/,
    ],
    ['the name in the header', of('The Desk', 'Our Desk'), /header is not what was signed/],
    ['the time in the header', of('"generatedAt":"2026', '"generatedAt":"2025'), /header is not/],
    ['another key', withKey(file, foreign.publicKey), /was signed with another key/],
    ['a code for the terminal', of('"seq":4', '"seq":"\\u001b[2J"'), /stands entry "\\u001b\[2J"/],
    ['an endless nesting', of('"rationale":"', `"rationale":${endless},"x":"`), /entry|nested/i],
  ])('%s', async (_what, changed, why) => {
    expect(changed).not.toBe(file)
    const { code, said } = await verified(changed)
    expect(said).toMatch(/^BROKEN\. /)
    expect(said).toMatch(why)
    expect(code).toBe(1)
  })

  test('a byte that is no text', async () => {
    const bytes = Buffer.from(file)
    bytes[bytes.indexOf('page 4 of 5')] = 0xff
    const { code, said } = await verified([bytes])
    expect(said).toContain('Line 6 is no entry')
    expect(code).toBe(1)
  })

  test('any byte of it altered, wherever', async () => {
    const bytes = Buffer.from(file)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 2),
        fc.integer({ min: 1, max: 255 }),
        async (place, by) => {
          const changed = Buffer.from(bytes)
          changed[place] = (changed[place] ?? 0) ^ by
          expect((await verified([changed])).code).not.toBe(0)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('everything sealed anew by somebody without the key', async () => {
    const forged = await new Response(
      exported(chain(9, { forgedFrom: 3 }), { key: foreign }),
    ).text()
    const keys = [pem(ours.publicKey)]
    const { code, said } = await verified(forged, { keys })
    expect(said).toContain('which is not the one that was given')
    expect(code).toBe(1)
    const renamed = await verified(withKey(forged, ours.publicKey), { keys })
    expect(renamed.said).toContain('was signed with another key')
  })
})

describe('what only a checkpoint can show is shown by it:', () => {
  const kept = at(entries, 7).checkpoint
  const forms = [JSON.stringify(kept), printCheckpoint(kept), `7:${kept.head}`]

  test.each(forms)('all sealed and signed anew by whoever holds the key (%#)', async (form) => {
    const forged = chain(9, { forgedFrom: 3 })
    expect(await verified(exported(forged))).toMatchObject({ code: 0 })
    const { code, said } = await verified(exported(forged), { checkpoints: [form] })
    expect(said).toContain('the log was written anew, in entry 7 or before it')
    expect(code).toBe(1)
  })

  test.each(forms)('an old backup put in its place (%#)', async (form) => {
    expect(await verified(exported(chain(5)))).toMatchObject({ code: 0 })
    const { code, said } = await verified(exported(chain(5)), { checkpoints: [form] })
    expect(said).toContain('There were 7 entries when the checkpoint was made, and now there are 5')
    expect(code).toBe(1)
  })

  test.each(forms)('an old backup that grew since (%#)', async (form) => {
    const grown = exported(chain(9, { forgedFrom: 6 }))
    const { code, said } = await verified(grown, { checkpoints: [form] })
    expect(said).toContain('the log was written anew')
    expect(code).toBe(1)
  })

  test.each([
    [{ newsroom: 'another' }, 'is of another newsroom'],
    [{ entries: 6 }, 'is not what was signed'],
    [{ at: '2020-12-08T14:02:09Z' }, 'is not what was signed'],
    [{ key: 'f'.repeat(64) }, 'was signed with another key'],
  ])('a checkpoint with %o', async (change, why) => {
    const checkpoints = [JSON.stringify({ ...kept, ...change })]
    const { code, said } = await verified(file, { checkpoints })
    expect(said).toContain(why)
    expect(code).toBe(1)
  })
})

describe('what cannot be read is said to be so:', () => {
  const rsa = pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey)
  test.each<[string, string, { checkpoints?: string[]; keys?: string[] }]>([
    ['an empty file', '', {}],
    ['another file', 'Dear editor,\n', {}],
    ['a report', '{"format":"stet-report/1"}\n', {}],
    ['a log of a later form', '{"format":"stet-log/2"}\n', {}],
    ['a checkpoint that is none', file, { checkpoints: ['yesterday'] }],
    ['half a hash', file, { checkpoints: ['7:abc'] }],
    ['a key that is none', file, { keys: ['mine'] }],
    ['a key of another kind', file, { keys: [rsa] }],
  ])('%s', async (_what, log, given) => {
    const { code, said } = await verified(log, given)
    expect(said).toMatch(/^CANNOT BE READ\. /)
    expect(code).toBe(2)
  })
})

describe('as a program', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'stet-verify-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const put = (name: string, content: string) => {
    writeFileSync(path.join(folder, name), content)
    return path.join(folder, name)
  }

  test('it needs only its one file, and ends with a code', async () => {
    const script = put('a copy.mjs', readFileSync('public/verify-stet-log.mjs', 'utf8'))
    const log = put('log.jsonl', file)
    const bad = put('bad.jsonl', file.replace('page 4', 'page 5'))
    const kept = put('kept.json', `${JSON.stringify(at(entries, 7).checkpoint)}\n`)
    const key = put('key.pem', `Fingerprint: …\n${pem(ours.publicKey)}`)
    const line = printCheckpoint(at(entries, 4).checkpoint)

    const whole = await ran(script, log, '--checkpoint', kept, '--checkpoint', line, '--key', key)
    expect(whole).toMatchObject({ code: 0, said: expect.stringContaining('WHOLE. 9 entries') })
    expect(await ran(script, bad)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^BROKEN/),
    })
    for (const args of [[], ['missing.jsonl'], [folder], [log, log], [log, '--what']]) {
      expect(await ran(script, ...args)).toMatchObject({ code: 2, errors: '' })
    }
  })
})

function of(words: string, others: string): string {
  return file.replace(words, others)
}

function cut(change: (lines: string[]) => (string | undefined)[]): string {
  return `${change(file.trimEnd().split('\n')).join('\n')}\n`
}

function withKey(log: string, key: KeyObject): string {
  const [first = '', ...rest] = log.split('\n')
  return [canonicalJson({ ...JSON.parse(first), key: pem(key) }), ...rest].join('\n')
}

async function verified(
  log: string | Iterable<Uint8Array> | ReadableStream<Uint8Array>,
  given: { checkpoints?: string[]; keys?: string[] } = {},
) {
  const said: string[] = []
  const bytes = typeof log === 'string' ? [Buffer.from(log)] : log
  const code = await verifyLog({ log: bytes, ...given, say: (line) => void said.push(line) })
  return { code, said: said.join('\n') }
}

async function ran(script: string, ...args: string[]) {
  const run = promisify(execFile)
  return run(process.execPath, [script, ...args], { cwd: tmpdir() }).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout, errors: stderr }),
    ({ code, stdout, stderr }) => ({ code, said: stdout, errors: stderr }),
  )
}
