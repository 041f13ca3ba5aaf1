import { describe, expect, test } from 'vitest'
import { keysOf } from '../vocabulary'
import { digestDue, mailGroupOf, toldWith, toldWithout, untold } from './by-mail'
import { WAITING_KINDS, type Waiting } from './kinds'

const line = (kind: Waiting['kind'], rest: Partial<Waiting> = {}): Waiting => ({
  ...{ kind, articleId: 'bridge', id: 'x', parts: ['1'], count: 1, blocking: false, since: null },
  ...rest,
})

test('every kind of thing belongs to one part, and a query that blocks to what blocks', () => {
  expect(keysOf(WAITING_KINDS).map((kind) => mailGroupOf(line(kind)))).not.toContain(undefined)
  expect(mailGroupOf(line('answer'))).toBe('asked')
  expect(mailGroupOf(line('answer', { blocking: true }))).toBe('blocks')
})

describe('what was read or told is not told again', () => {
  const check = line('check', { parts: ['1', '2'] })
  const key = 'check:bridge'

  test.each([
    ['nothing', {}, {}, true],
    ['a part, and not another', { [key]: ['1'] }, {}, true],
    ['one part read, the other told', { [key]: ['1'] }, { [key]: ['2'] }, false],
    ['all of it told', {}, { [key]: ['1', '2'] }, false],
  ])('%s', (_, read, told, isNews) => {
    expect(untold([check], { read, told })).toEqual(isNews ? [check] : [])
  })

  test('what waits no more is forgotten, so that it is news when it comes back', () => {
    const told = { [key]: ['1', '2'], 'sign:bridge': ['r1'] }
    expect(toldWith(told, [], [check])).toEqual({ [key]: ['1', '2'] })
    const more = line('check', { parts: ['2', '3'] })
    expect(toldWith(told, [], [more])).toEqual({ [key]: ['2'] })
    expect(toldWith(told, [more], [more])).toEqual({ [key]: ['2', '3'] })
    expect(toldWith({}, [], [check])).toEqual({})
  })

  test('what a mail held that did not get through counts as not told', () => {
    const told = { [key]: ['1', '2'] }
    expect(toldWithout(told, [{ [key]: ['2'] }])).toEqual({ [key]: ['1'] })
    expect(toldWithout(told, [])).toEqual(told)
  })
})

describe('the digest comes once a day, at its hour in the newsroom', () => {
  test.each([
    ['before its hour', '2026-12-01T04:59:00Z', 'Europe/Istanbul', '2026-11-30', null],
    ['at its hour', '2026-12-01T05:00:00Z', 'Europe/Istanbul', '2026-11-30', '2026-12-01'],
    ['after a day without a server', '2026-12-01T20:00:00Z', 'UTC', '2026-11-29', '2026-12-01'],
    ['when it has come', '2026-12-01T20:00:00Z', 'UTC', '2026-12-01', null],
    ['by the day of the newsroom', '2026-12-01T19:00:00Z', 'Asia/Tokyo', '2026-12-01', null],
    ['by its clock', '2026-12-01T23:30:00Z', 'Asia/Tokyo', '2026-12-01', '2026-12-02'],
  ])('%s', (_, now, zone, digestedOn, day) => {
    expect(digestDue(new Date(now), zone, { digestHour: 8, digestedOn })).toBe(day)
  })

  test('an hour that the clocks leave out is over with the next', () => {
    const at = new Date('2027-03-28T01:00:00Z')
    const how = { digestHour: 2, digestedOn: '2027-03-27' }
    expect(digestDue(at, 'Europe/Berlin', how)).toBe('2027-03-28')
    expect(digestDue(new Date('2027-03-28T00:59:00Z'), 'Europe/Berlin', how)).toBeNull()
  })
})
