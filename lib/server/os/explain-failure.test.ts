import { expect, test } from 'vitest'
import { Refusal } from '@/lib/domain/refusal'
import { explain } from './explain-failure'

test.each([
  [new Refusal('unavailable', 'Port 3000 is taken.'), /^Port 3000 is taken\.$/],
  [errno('ENOSPC', 'ENOSPC: no space left on device, write'), /^The disk is full: /],
  [errno('53100', 'could not extend file "base/1"'), /^The disk is full: /],
  [errno('EACCES', "EACCES: permission denied, mkdir '/x'"), /^Stet may not do this: .*\/x/],
  [errno('XX001', 'invalid page in block 0'), /^The database is damaged or cannot be read: /],
  [errno('ECONNREFUSED', ''), /^The database cannot be reached: ECONNREFUSED$/],
  [errno('28P01', 'password authentication failed'), /^The database says: password/],
])('%s is one line', (error, line) => {
  expect(explain(error)).toMatch(line)
})

test('a mistake of our own is not hidden behind a line', () => {
  expect(explain(new TypeError('x is not a function'))).toBeNull()
})

function errno(code: string, message: string) {
  return Object.assign(new Error(message), { code })
}
