'use client'

import { useEffect, useRef, useState } from 'react'
import { KeyCaps } from '../../keyboard/key-caps'
import { ACTIONS, capsOf } from '../../keyboard/shortcuts'
import { useKeys } from '../../keyboard/use-shortcuts'
import { useSingleKeys } from '../../keyboard/use-single-keys'

/** The ways from change to change, each with its key. What is shown opens at its first change. */
export function ChangeSteps({ shown }: { /** Names what is compared, and how. */ shown: string }) {
  const at = useRef(0)
  const [said, say] = useState({ shown: '', at: 0, all: 0 })
  const [single] = useSingleKeys()

  useEffect(() => {
    const all = places()
    at.current = 0
    say({ shown, at: 0, all: all.length })
    // Whoever comes back to a place on the page, or has scrolled already, stays there.
    if (all[0] && window.scrollY === 0) show(all, 0)
    return () => unmark()
  }, [shown])

  function step(by: 1 | -1) {
    const all = places()
    at.current = Math.max(0, Math.min(all.length - 1, at.current + by))
    show(all, at.current)?.focus({ preventScroll: true })
    say({ shown, at: at.current, all: all.length })
  }

  const ready = said.all > 0
  const runs = {
    nextChange: { run: () => step(1), ready },
    changeBefore: { run: () => step(-1), ready },
  }
  useKeys({ runs, single })
  if (!ready || said.shown !== shown) return null
  return (
    <div className="change-steps">
      {(['changeBefore', 'nextChange'] as const).map((id) => {
        const { key = '', short } = ACTIONS[id]
        return (
          <span key={id}>
            <button
              type="button"
              className="button small"
              aria-keyshortcuts={capsOf(key).join('+')}
              onClick={runs[id].run}
            >
              {short}
            </button>{' '}
            {single && (
              <span aria-hidden="true">
                <KeyCaps caps={capsOf(key)} />
              </span>
            )}
          </span>
        )
      })}
      <span role="status" className="quiet small">
        Change {said.at + 1} of {said.all.toLocaleString('en')}
      </span>
    </div>
  )
}

/** The changes in their order, each with what shows it: side by side, its place in either column. */
function places(): HTMLElement[][] {
  return [...document.querySelectorAll('.compared-block')].flatMap((block) => {
    const columns = [...block.querySelectorAll('.block')].map((column) => [
      ...column.querySelectorAll<HTMLElement>('.change'),
    ])
    return (columns[0] ?? []).map((_, nth) =>
      columns.flatMap((column) => column[nth] ?? []).filter((one) => one.textContent !== ''),
    )
  })
}

/** Marks a change and brings it into view; answers with what of it can take the keyboard. */
function show(all: readonly HTMLElement[][], nth: number): HTMLElement | undefined {
  unmark()
  const place = all[nth] ?? []
  for (const one of place) one.dataset.current = ''
  const first = place[0]
  if (first) first.tabIndex = -1
  first?.scrollIntoView({ block: 'center' })
  return first
}

function unmark(): void {
  for (const one of document.querySelectorAll<HTMLElement>('.change[data-current]')) {
    delete one.dataset.current
  }
}
