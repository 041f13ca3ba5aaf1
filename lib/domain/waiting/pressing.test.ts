import { expect, test } from 'vitest'
import type { ArticleState } from '../vocabulary'
import { isRead, keyOf, type Waiting } from './kinds'
import { needsOf } from './needs'
import { byKind, comparePlaces, isPressing, placeOf } from './pressing'

const at = (day: number) => new Date(Date.UTC(2026, 0, day))

const article = (id: string, state: ArticleState, deadline: Date | null, emergencyAt = false) => ({
  ...{ id, state, deadline, createdAt: at(1) },
  emergencyAt: emergencyAt ? at(3) : null,
})

test('what is due first comes first, then the oldest; what is out is due only after an emergency', () => {
  const all = [
    article('d', 'published', at(1)),
    article('b', 'in_check', at(4)),
    article('a', 'published', at(9), true),
    { ...article('e', 'draft', null), createdAt: at(2) },
    article('c', 'with_editor', at(5)),
  ]
  const order = all.map(placeOf).sort(comparePlaces)
  expect(order.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test.each([
  ['past', at(1), true],
  ['within a day', new Date(at(2).getTime() + 3_600_000), true],
  ['in two days', at(4), false],
  ['never', null, false],
])('a deadline %s presses or does not', (_, due, presses) => {
  expect(isPressing(due, at(2))).toBe(presses)
})

const line = (kind: Waiting['kind'], rest: Partial<Waiting> = {}): Waiting => ({
  ...{ kind, articleId: 'bridge', id: 'x', parts: ['1'], count: 1, blocking: false, since: null },
  ...rest,
})

test('in an article what blocks comes first, then by kind, then what waits longest', () => {
  const lines = [
    line('check'),
    line('mention', { id: 'new', since: at(3) }),
    line('mention', { id: 'old', since: at(2) }),
    line('answer'),
    line('close', { blocking: true }),
  ]
  expect(lines.sort(byKind).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    ...['close x', 'answer x', 'mention old', 'mention new', 'check x'],
  ])
})

test('a line is unread again as soon as something comes into it, and not when something goes', () => {
  const check = (...parts: string[]) => line('check', { parts })
  const read = { [keyOf(check('1', '2'))]: ['1', '2'] }
  expect(isRead({}, check('1'))).toBe(false)
  expect(isRead(read, check('1', '2'))).toBe(true)
  expect(isRead(read, check('2'))).toBe(true)
  expect(isRead(read, check('2', '3'))).toBe(false)
  expect(isRead(read, check('1', '2r'))).toBe(false)
  expect(isRead(read, line('take', { parts: ['1'] }))).toBe(false)
})

test('an article says what it needs, the most pressing first, with how many of what', () => {
  const lines = [
    line('check', { count: 3 }),
    line('answer', { id: 'a' }),
    line('answer', { id: 'b' }),
    line('sign'),
    line('close'),
  ]
  expect(needsOf(lines).map(({ words }) => words)).toEqual([
    ...['Answer 2 queries', 'Read 1 answer', 'Sign off', 'Check 3 claims'],
  ])
  expect(needsOf([])).toEqual([])
})
