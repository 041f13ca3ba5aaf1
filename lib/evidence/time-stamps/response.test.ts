import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import { TimeStampReq } from 'pkijs'
import { describe, expect, test } from 'vitest'
import {
  authorityUnder,
  certificateFor,
  type KeyKind,
  pemOf,
  refusedWith,
  stampedBy,
} from '@/lib/testing/fixtures/time-stamp-authority'
import { makeTimeStampRequest } from './request'
import { readTimeStampResponse, verifyTimeStamp } from './response'

const sha256 = createHash('sha256').update('The harbour ledger, page 4').digest('hex')
const otherHash = createHash('sha256').update('The harbour ledger, page 5').digest('hex')
const HOUR = 60 * 60 * 1000

const root = await certificateFor('Root of Trust')
const authority = await authorityUnder(root)
const anchors = pemOf(root)
const request = makeTimeStampRequest(sha256)
const { nonce } = request
const answer = await stampedBy(authority, request.der)

test('a request asks for a SHA-256, with a nonce of its own and the certificates', () => {
  const asked = TimeStampReq.fromBER(request.der)
  expect(Buffer.from(asked.messageImprint.hashedMessage.getValue()).toString('hex')).toBe(sha256)
  expect(asked).toMatchObject({ version: 1, certReq: true })
  expect(nonce).toMatch(/^[4-7][0-9a-f]{31}$/)
  expect(makeTimeStampRequest(sha256).nonce).not.toBe(nonce)
  for (const wrong of ['', sha256.slice(1), sha256.toUpperCase(), `${sha256}0`]) {
    expect(() => makeTimeStampRequest(wrong)).toThrow('This is not a SHA-256')
  }
})

describe('a time stamp is read', () => {
  test.each<KeyKind>(['RSASSA-PKCS1-v1_5', 'RSA-PSS', 'ECDSA'])('signed with %s', async (kind) => {
    const by = await authorityUnder(root, { kind })
    const genTime = new Date(Math.floor(Date.now() / 1000) * 1000)
    const der = await stampedBy(by, request.der, { genTime })
    const read = await readTimeStampResponse(der, { sha256, nonce, anchors })
    expect(read).toMatchObject({
      outcome: 'granted',
      genTime,
      serial: '4d',
      policy: '1.2.3.4.1',
      authority: 'Stamps of Record',
    })
    expect(read.outcome === 'granted' && read.certificates).toEqual([by.der])
  })

  test('and holds later, when its certificate has expired and its nonce is forgotten', async () => {
    const then = new Date(Date.now() - 300 * 24 * HOUR)
    const old = {
      from: new Date(then.getTime() - HOUR),
      to: new Date(then.getTime() + HOUR),
    }
    const oldRoot = await certificateFor('Root of Then', old)
    const by = await authorityUnder(oldRoot, old)
    const der = await stampedBy(by, request.der, { genTime: then })
    expect(await verifyTimeStamp(der, sha256, pemOf(root, oldRoot))).toMatchObject({
      outcome: 'granted',
    })
  })

  test('of an authority that nobody was told to trust, where none is told', async () => {
    expect(await verifyTimeStamp(answer, sha256)).toMatchObject({ outcome: 'granted' })
  })
})

describe('what is no time stamp is told by its name:', () => {
  const untrusted = () => certificateFor('Root of Somebody')
  const at = (from: number, to: number) => ({
    from: new Date(Date.now() + from * HOUR),
    to: new Date(Date.now() + to * HOUR),
  })
  const stampedWith = async (wishes: Parameters<typeof authorityUnder>[1]) =>
    stampedBy(await authorityUnder(root, wishes), request.der)
  const usage = (purpose: string, critical = true) => ({ purposes: [purpose], critical })

  test.each<[string, string, () => Promise<Uint8Array> | Uint8Array]>([
    ['nothing', 'not-a-time-stamp', () => new Uint8Array()],
    ['a page in its place', 'not-a-time-stamp', () => Buffer.from('<!doctype html><p>Moved')],
    ['another hash', 'other-hash', () => stampedBy(authority, makeTimeStampRequest(otherHash).der)],
    [
      'the answer to another request',
      'other-nonce',
      () => stampedBy(authority, makeTimeStampRequest(sha256).der),
    ],
    [
      'an answer without the nonce',
      'other-nonce',
      () => stampedBy(authority, request.der, { change: (info) => void delete info.nonce }),
    ],
    ['an expired certificate', 'expired-certificate', () => stampedWith(at(-9, -1))],
    ['a certificate of tomorrow', 'expired-certificate', () => stampedWith(at(1, 9))],
    ['a certificate for nothing', 'wrong-certificate', () => stampedWith({ usage: undefined })],
    [
      'a certificate for servers',
      'wrong-certificate',
      () => stampedWith({ usage: usage('1.3.6.1.5.5.7.3.1') }),
    ],
    [
      'a certificate that does not insist',
      'wrong-certificate',
      () => stampedWith({ usage: usage('1.3.6.1.5.5.7.3.8', false) }),
    ],
    [
      'a certificate for time stamps and more',
      'wrong-certificate',
      () =>
        stampedWith({
          usage: { purposes: ['1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.1'], critical: true },
        }),
    ],
    [
      'another certificate named than signed',
      'bad-signature',
      () => stampedBy(authority, request.der, { named: root }),
    ],
    ['an altered time', 'bad-signature', () => flipped(answer, placeOfTime(answer))],
    ['an altered signature', 'bad-signature', () => flipped(answer, answer.length - 5)],
    [
      'an unknown authority',
      'unknown-authority',
      async () => stampedBy(await authorityUnder(await untrusted()), request.der),
    ],
    [
      'an authority that only bears the name of a trusted one',
      'unknown-authority',
      async () =>
        stampedBy(await authorityUnder(await certificateFor('Root of Trust')), request.der),
    ],
    ['a policy it does not have', 'refused-policy', () => refusedWith(15, 'No such policy')],
    ['a hash it does not know', 'refused', () => refusedWith(0)],
  ])('%s', async (_what, failure, made) => {
    const read = await readTimeStampResponse(await made(), { sha256, nonce, anchors })
    expect(read).toMatchObject({ outcome: 'failed', failure })
  })

  test('an answer cut anywhere, or with more at its end', async () => {
    for (let end = 0; end < answer.length; end++) {
      const read = await verifyTimeStamp(answer.subarray(0, end), sha256)
      expect(read, `cut at ${end}`).toMatchObject({ failure: 'not-a-time-stamp' })
    }
    const more = Buffer.concat([answer, Buffer.from([0])])
    expect(await verifyTimeStamp(more, sha256)).toMatchObject({ failure: 'not-a-time-stamp' })
  })

  test('any byte of what was signed altered, wherever', async () => {
    const { token: _, ...unaltered } = Object(await verifyTimeStamp(answer, sha256, anchors))
    const signedFrom = Buffer.from(answer).indexOf(Buffer.from(sha256, 'hex'))
    for (let place = signedFrom; place < answer.length; place++) {
      const read = await verifyTimeStamp(flipped(answer, place), sha256, anchors)
      // A version number in the wrapping, say, is not signed and changes nothing that is read.
      if (read.outcome === 'granted') expect(read, `byte ${place}`).toMatchObject(unaltered)
    }
  })

  test('a refusal is told in words, without what could disturb a screen', async () => {
    const words = 'Ask\u202e\u001b[2J Ada'
    const { message } = Object(await verifyTimeStamp(refusedWith(14, words), sha256))
    expect(message).toBe(
      'The authority refused to give a time stamp. Its clock is not available. It says: “Ask  [2J Ada”.',
    )
  })

  test('trusted certificates that are none are a mistake of ours', async () => {
    const damaged = anchors.replace(/[a-zA-Z0-9]{20}/, '')
    for (const wrong of ['', 'Root of Trust', damaged]) {
      await expect(verifyTimeStamp(answer, sha256, wrong)).rejects.toThrow('not certificates')
    }
  })
})

test('numbers are read whatever zeros an authority writes before them', async () => {
  const change = (info: { nonce?: asn1js.Integer }) => {
    info.nonce = new asn1js.Integer({
      valueHex: Uint8Array.from(Buffer.from(`00${nonce}`, 'hex')),
    })
  }
  const der = await stampedBy(authority, request.der, { change })
  expect(await readTimeStampResponse(der, { sha256, nonce })).toMatchObject({ outcome: 'granted' })
})

function flipped(bytes: Uint8Array, place: number): Uint8Array {
  const changed = Uint8Array.from(bytes)
  changed[place] = (changed[place] ?? 0) ^ 1
  return changed
}

/** Where the last digit of the minutes stands. */
function placeOfTime(bytes: Uint8Array): number {
  const found = /20\d{10}(?=\d\d[.Z])/.exec(Buffer.from(bytes).toString('latin1'))
  if (!found) throw new Error('the time is not found')
  return found.index + found[0].length - 1
}
