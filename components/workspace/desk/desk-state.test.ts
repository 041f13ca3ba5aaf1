import { describe, expect, test } from 'vitest'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { answered, opened, patched, received, sending, settled } from './desk-state'

const claim = (id: string, change: Partial<ClaimShown> = {}): ClaimShown => ({
  ...{ id, number: Number(id.slice(1)), version: 1, status: 'unchecked', type: 'event' },
  ...{ risks: [], claimant: null, assigneeId: null, start: 0, end: 7 },
  ...{ evidence: 0, saidVerdict: null, soVerdict: null },
  ...change,
})

const desk = (seq: number, change: Partial<Desk> = {}): Desk => ({
  ...{ newsroom: 'herald', me: 'ada', seq, signOff: null, corrected: null, dossier: null },
  article: {
    ...{ id: 'a', slug: 'a', headline: 'The bridge', language: 'en' },
    ...{ state: 'in_check', isArchived: false, worry: '', deadline: null },
  },
  revision: { number: 1, sha256: 'one', text: 'The bridge.', blocks: [] },
  coverage: { words: 2, covered: 0 },
  claims: [claim('c1'), claim('c2')],
  ...{ unplaced: [], revisions: [], marks: [], dismissed: [], names: { ada: 'Ada' } },
  ...{ assignable: [], lastChecked: null, lawyers: [], mentionable: [] },
  ...{ hasDocument: false, pageNews: 0 },
  talk: { queries: 0, blocking: 0, answered: [], undecided: 0, accepted: 0 },
  may: {
    ...{ mark: true, waiveWords: true, edit: true, rate: true, waive: true, attach: true },
    ...{ move: true, details: true, ask: true, suggest: true, comment: true, revise: true },
    ...{ sign: true, apply: true, correct: true, judgeOrigins: true },
  },
  ...change,
})

const waiting = new Map([['c1', { status: 'waiting_writer' as const }]])
const statuses = ({ desk }: { desk: Desk }) => desk.claims.map(({ status }) => status)

describe('what the server tells of an article', () => {
  const before = opened(desk(5))

  test.each([
    ['newer', 6, 2],
    ['as new, and asked for later', 5, 2],
    ['overtaken by what is here', 4, 1],
  ])('%s', (_, seq, version) => {
    const told = desk(seq, { claims: [claim('c1', { version: 2 }), claim('c2')] })
    expect(received(before, told).desk.claims[0]?.version).toBe(version)
  })

  test('what is as before stays the very same', () => {
    const told = desk(6, { claims: [claim('c1', { version: 2 }), claim('c2')] })
    const after = received(before, told).desk
    expect(after.claims[0]).toBe(told.claims[0])
    expect(after.claims[1]).toBe(before.desk.claims[1])
    expect(after.marks).toBe(before.desk.marks)
    expect(after.revision).toBe(before.desk.revision)
    expect(received(before, desk(6)).desk.claims).toBe(before.desk.claims)
  })

  test('another text is not the one before', () => {
    const revision = { ...before.desk.revision, number: 2, sha256: 'two' }
    expect(received(before, desk(6, { revision })).desk.revision).toBe(revision)
  })
})

describe('what is set here', () => {
  const set = patched(opened(desk(5)), 0, waiting)

  test('shows at once, on the one claim alone', () => {
    expect(statuses(set)).toEqual(['waiting_writer', 'unchecked'])
    expect(set.desk.claims[1]).toBe(set.told.claims[1])
  })

  test('goes back when it is refused', () => {
    const after = settled(set, 0, null)
    expect(after.desk).toBe(after.told)
  })

  test('stays over news that came before it, also once the server has agreed', () => {
    const claims = [claim('c1', { version: 2, type: 'money' }), claim('c2')]
    const agreed = settled(received(set, desk(6, { claims })), 0, new Map([['c1', 3]]))
    expect(agreed.desk.claims[0]).toMatchObject({ status: 'waiting_writer', type: 'money' })
  })

  test.each([
    ['by its own change', claim('c1', { version: 2, status: 'waiting_writer' })],
    ['by a later one of a colleague', claim('c1', { version: 3, status: 'in_progress' })],
  ])('is overtaken %s', (_, now) => {
    const agreed = settled(set, 0, new Map([['c1', 2]]))
    const after = received(agreed, desk(6, { claims: [now, claim('c2')] }))
    expect(after.desk.claims[0]?.status).toBe(now.status)
    expect(after.patches).toEqual([])
  })

  test('is overtaken also where the news came before the answer', () => {
    const claims = [claim('c1', { version: 2, status: 'in_progress' }), claim('c2')]
    const after = settled(received(set, desk(6, { claims })), 0, new Map([['c1', 2]]))
    expect(statuses(after)).toEqual(['in_progress', 'unchecked'])
  })

  test('goes back on the claims that the server left out', () => {
    const both = patched(
      opened(desk(5)),
      0,
      new Map(['c1', 'c2'].map((id) => [id, { assigneeId: 'ada' }])),
    )
    const after = settled(both, 0, new Map([['c2', 2]]))
    expect(after.desk.claims.map(({ assigneeId }) => assigneeId)).toEqual([null, 'ada'])
  })

  test('each of two changes on the way is judged by itself', () => {
    const two = patched(set, 1, new Map([['c1', { type: 'money' as const }]]))
    const after = settled(two, 0, null)
    expect(after.desk.claims[0]).toMatchObject({ status: 'unchecked', type: 'money' })
  })

  test('is let go of where the claim is gone', () => {
    expect(received(set, desk(6, { claims: [claim('c2')] })).patches).toEqual([])
  })
})

test('saving is over when every answer is there; a refusal stays until the next is stored', () => {
  const [at, later] = [new Date(1_000), new Date(2_000)]
  const two = sending(sending(opened(desk(5))))
  expect(two.saving).toEqual({ pending: 2, savedAt: null, refused: null })
  const one = answered(two, null, at)
  expect(one.saving).toEqual({ pending: 1, savedAt: at, refused: null })
  const refused = answered(one, 'Offline', later)
  expect(refused.saving).toEqual({ pending: 0, savedAt: at, refused: 'Offline' })
  expect(answered(sending(refused), null, later).saving).toEqual({
    ...{ pending: 0, savedAt: later, refused: null },
  })
})
