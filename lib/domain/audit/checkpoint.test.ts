import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Checkpoint,
  fingerprintOf,
  isSignedBy,
  parseCheckpoint,
  printCheckpoint,
  signCheckpoint,
} from './checkpoint'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const head = {
  newsroomId: '0198c1de-7a10-7c11-9e2b-5f0f5d3c2a11',
  seq: 41,
  hash: 'c0ffee00'.repeat(8),
  at: new Date('2020-12-07T14:02:09.750Z'),
}
const checkpoint = signCheckpoint(head, privateKey)

test('a checkpoint says where the log ended, and whose key signed it', () => {
  expect(checkpoint).toEqual({
    format: 'stet-checkpoint/1',
    newsroom: head.newsroomId,
    entries: 41,
    head: head.hash,
    at: '2020-12-07T14:02:09Z',
    key: fingerprintOf(publicKey),
    signature: expect.stringMatching(/^[\w-]{86}$/),
  })
  expect(isSignedBy(checkpoint, publicKey)).toBe(true)
  expect(signCheckpoint(head, privateKey)).toEqual(checkpoint)
})

describe('a checkpoint in which anything was changed is not signed:', () => {
  test.each<[string, Partial<Checkpoint>]>([
    ['the newsroom', { newsroom: 'other' }],
    ['the number of entries', { entries: 40 }],
    ['the hash', { head: 'c0ffee01'.repeat(8) }],
    ['the time', { at: '2020-12-07T14:02:10Z' }],
    ['the key', { key: 'f'.repeat(64) }],
    ['the signature', { signature: `A${checkpoint.signature.slice(1, -1)}A` }],
  ])('%s', (_what, change) => {
    expect(isSignedBy({ ...checkpoint, ...change }, publicKey)).toBe(false)
  })

  test('or signed by another key', () => {
    const other = generateKeyPairSync('ed25519')
    expect(isSignedBy(checkpoint, other.publicKey)).toBe(false)
    const forged = signCheckpoint(head, other.privateKey)
    expect(isSignedBy({ ...forged, key: checkpoint.key }, publicKey)).toBe(false)
  })
})

test('the line and the JSON give the checkpoint back, for any log', () => {
  fc.assert(
    fc.property(
      fc.uuid(),
      fc.nat(),
      fc.stringMatching(/^[0-9a-f]{64}$/),
      fc.date({
        min: new Date('1970-01-01'),
        max: new Date('9999-12-31'),
        noInvalidDate: true,
      }),
      (newsroomId, seq, hash, at) => {
        const one = signCheckpoint({ newsroomId, seq, hash, at }, privateKey)
        expect(parseCheckpoint(printCheckpoint(one))).toEqual(one)
        expect(parseCheckpoint(JSON.stringify(one))).toEqual(one)
      },
    ),
  )
})

test('a line that was wrapped in print is read all the same', () => {
  const line = printCheckpoint(checkpoint)
  expect(line).toMatch(/^[\w/ -]+$/)
  const wrapped = line.replace(/ /g, '\n').replace(/([0-9a-f]{20})(?=[0-9a-f]{40})/g, '$1\u200b\n')
  expect(wrapped.split('\n').length).toBeGreaterThan(9)
  expect(parseCheckpoint(`  ${wrapped}\n`)).toEqual(checkpoint)
  // What comes after the newsroom has no hyphen that a program could take for hyphenation.
  expect(line.slice(60)).not.toContain('-')
})

describe('what is no checkpoint is refused:', () => {
  const line = printCheckpoint(checkpoint)
  test.each<[string, string]>([
    ['nothing', ''],
    ['other words', 'it was whole yesterday'],
    ['a line without its end', line.slice(0, -1)],
    ['a line with more at its end', `${line}0`],
    ['a newer form', line.replace('/1', '/2')],
    ['a day that there is not', line.replace('20201207', '20201307')],
    ['half of a number', line.replace(' 41 ', ' 4.1 ')],
    ['a negative number', JSON.stringify({ ...checkpoint, entries: -1 })],
    ['half of JSON', JSON.stringify(checkpoint).slice(0, -1)],
    ['another property', JSON.stringify({ ...checkpoint, note: 'trust me' })],
    ['a missing hash', JSON.stringify({ ...checkpoint, head: undefined })],
    ['a hash in capitals', JSON.stringify({ ...checkpoint, head: 'C'.repeat(64) })],
    [
      'a signature written in another way',
      JSON.stringify({ ...checkpoint, signature: `${'A'.repeat(85)}B` }),
    ],
  ])('%s', (_what, text) => {
    expect(() => parseCheckpoint(text)).toThrow('This is not a checkpoint')
  })
})
