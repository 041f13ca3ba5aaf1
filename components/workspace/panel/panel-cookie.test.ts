import { expect, test } from 'vitest'
import { readPanel, withinWidths, writePanel } from './panel-cookie'

test.each([
  [{ width: null, closed: false }],
  [{ width: 420, closed: false }],
  [{ width: null, closed: true }],
  [{ width: 288, closed: true }],
])('what is remembered of the panel is read again: %o', (kept) => {
  expect(readPanel(writePanel(kept))).toEqual(kept)
})

test.each([undefined, '', 'wide', '-4', '1e3', 'closed420', '99999', '420;color:red'])(
  'a cookie that says %o says nothing',
  (cookie) => {
    expect(readPanel(cookie)).toEqual({ width: null, closed: false })
  },
)

test('no panel is too narrow to read or wider than a window', () => {
  expect(readPanel('7').width).toBe(288)
  expect(readPanel('9999').width).toBe(960)
  expect(withinWidths(400.4)).toBe(400)
})
