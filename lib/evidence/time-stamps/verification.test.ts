import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  authorityUnder,
  certificateFor,
  pemOf,
  stampedBy,
} from '@/lib/testing/fixtures/time-stamp-authority'
import { makeTimeStampRequest } from './request'
import { certificatesFor, type Kept, verifyKept } from './verification'

const DAY = 24 * 3600_000
const sha256 = createHash('sha256').update('The harbour ledger, page 4').digest('hex')
const { der } = makeTimeStampRequest(sha256)
const root = await certificateFor('Root of Trust')
const authority = await authorityUnder(root)

async function kept(changes: Partial<Kept> = {}): Promise<Kept> {
  const response = await stampedBy(authority, der)
  return { response, sha256, anchors: pemOf(root), file: 'whole', name: 'ledger', ...changes }
}

test('a time stamp that holds says who vouches for what, since when, and how to see that without Stet', async () => {
  const { holds, words, command } = await verifyKept(await kept())
  expect(holds).toBe(true)
  expect(words).toEqual([
    expect.stringMatching(
      /^The time stamp holds: Stamps of Record signed .* on \d+ \w+ \d{4}, .* UTC\.$/,
    ),
    expect.stringContaining('those that the newsroom named'),
    'The kept file still has this hash.',
  ])
  expect(command).toBe(`openssl ts -verify -digest ${sha256} -in ledger.tsr -CAfile ledger.pem`)
})

test('without certificates it says that nobody else knows who signed', async () => {
  const { holds, words, command } = await verifyKept(await kept({ anchors: '' }))
  expect(holds).toBe(true)
  expect(words[1]).toContain('named no certificates')
  // The certificates that came in it begin with the authority's own and need not end in a root.
  expect(await certificatesFor(await kept({ anchors: '' }))).toContain('BEGIN CERTIFICATE')
  expect(command).toMatch(/ -partial_chain$/)
})

test('a certificate that ran out since takes nothing away, and one that had run out before is a bad time stamp', async () => {
  const old = await certificateFor('Old Root', { from: new Date(Date.now() - 900 * DAY) })
  const short = await authorityUnder(old, {
    from: new Date(Date.now() - 800 * DAY),
    to: new Date(Date.now() - 400 * DAY),
  })
  const stamped = async (days: number) =>
    verifyKept(
      await kept({
        response: await stampedBy(short, der, { genTime: new Date(Date.now() - days * DAY) }),
        anchors: pemOf(old),
      }),
    )

  const before = await stamped(500)
  expect(before.holds).toBe(true)
  expect(before.words.join(' ')).toContain('has run out since')
  expect(before.command).toMatch(/ -attime \d+$/)

  const after = await stamped(300)
  expect(after).toMatchObject({ holds: false, command: '' })
  expect(after.words.join(' ')).toContain('was not valid at that time')
})

test.each([
  ['gone', 'is gone'],
  ['altered', 'was altered since'],
] as const)(
  'of a file that is %s, a good time stamp proves nothing, and it says so',
  async (file, words) => {
    const checked = await verifyKept(await kept({ file }))
    expect(checked.holds).toBe(false)
    expect(checked.words.at(-1)).toContain(words)
  },
)

test('a time stamp of another file does not hold', async () => {
  const other = createHash('sha256').update('Page 5').digest('hex')
  expect(await verifyKept(await kept({ sha256: other }))).toMatchObject({
    holds: false,
    words: [expect.stringContaining('another file')],
  })
})
