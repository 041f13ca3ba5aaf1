// @vitest-environment happy-dom
import { act, createElement, type ReactElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { DayList } from '../audit/day-list'
import { Timestamp } from './timestamp'

const AT = '2026-03-28T23:30:00.000Z'

afterEach(() => {
  vi.useRealTimers()
  process.env.TZ = 'UTC'
})

test.each<[string, ReactElement, string]>([
  ['a moment', createElement(Timestamp, { at: AT }), 'Sun 29 Mar, 12:30'],
  ['a moment in full', createElement(Timestamp, { at: AT, full: true }), '29 Mar 2026, 12:30'],
  ['an hour', createElement(Timestamp, { at: AT, clock: true }), '12:30'],
  [
    'lines under their days',
    createElement(DayList, { lines: [{ seq: 1, at: AT, line: 'Ada founded the newsroom' }] }),
    '29 March 2026',
  ],
])(
  '%s that the server drew at another time and in another zone is taken as it is',
  async (_, shown, after) => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
    vi.useFakeTimers({ now: Date.parse(AT) + 5_000 })
    process.env.TZ = 'America/Los_Angeles'
    const html = renderToString(shown)

    vi.setSystemTime(Date.parse(AT) + 15 * 86_400_000)
    process.env.TZ = 'Pacific/Auckland'
    const box = document.body.appendChild(document.createElement('div'))
    box.innerHTML = html
    const wrong: unknown[] = []
    const root = await act(() =>
      hydrateRoot(box, shown, { onRecoverableError: (error) => wrong.push(error) }),
    )
    expect(wrong).toEqual([])
    expect(box.textContent).toContain(after)
    await act(() => root.unmount())
  },
)
