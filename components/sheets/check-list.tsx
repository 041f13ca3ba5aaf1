'use client'

import { useRef, useState } from 'react'
import { canBeBrought, type MatchedCheck } from '@/lib/domain/sheets/match-checks'
import { useKeys } from '../keyboard/use-shortcuts'
import { useSingleKeys } from '../keyboard/use-single-keys'
import { CheckItem, type MatchedText } from './check-item'

/** How a row stands towards the text, and what these are called together. */
const STANDINGS = {
  ready: 'To be brought',
  several: 'In several places',
  missing: 'Not in this text',
  barred: 'Cannot be brought',
  here: 'On file already',
} as const

type Standing = keyof typeof STANDINGS

function standingOf(one: MatchedCheck): Standing {
  if (one.check.problem !== null) return 'barred'
  if (canBeBrought(one)) return 'ready'
  if (one.isHere) return 'here'
  return one.place.what === 'several' ? 'several' : 'missing'
}

/** How many rows are drawn at first, and with each step. */
const STEP = 200

/** The rows of a sheet with their places in the text, to be gone through by mouse or keys. */
export function CheckList({
  name,
  matched,
  here,
  left,
  onLeft,
  onPlace,
}: {
  name: string
  matched: readonly MatchedCheck[]
  here: MatchedText
  left: ReadonlySet<number>
  onLeft: (left: ReadonlySet<number>) => void
  onPlace: (row: number, start: number) => void
}) {
  const [shown, setShown] = useState<Standing | null>(null)
  const [most, setMost] = useState(STEP)
  const list = useRef<HTMLUListElement>(null)
  const [single] = useSingleKeys()
  const standings = matched.map(standingOf)
  const rows = matched.filter((_, at) => shown === null || standings[at] === shown)
  const ready = matched.filter((_, at) => standings[at] === 'ready')

  const items = () => [...(list.current?.querySelectorAll<HTMLElement>(':scope > li') ?? [])]
  const current = () => items().find((item) => item.contains(document.activeElement))
  const step = (by: 1 | -1) => {
    const all = items()
    const at = all.findIndex((item) => item.contains(document.activeElement))
    all[at === -1 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))]?.focus()
  }
  const set = (isLeft: boolean) => {
    const row = Number(current()?.dataset.row)
    if (row) leave(row, isLeft)
  }
  const leave = (row: number, isLeft: boolean) => {
    const next = new Set(left)
    if (isLeft) next.add(row)
    else next.delete(row)
    onLeft(next)
  }
  useKeys({
    single,
    runs: {
      nextProposal: { run: () => step(1), ready: rows.length > 0 },
      proposalBefore: { run: () => step(-1), ready: rows.length > 0 },
      takeProposal: { run: () => set(false), ready: rows.length > 0 },
      dismiss: { run: () => set(true), ready: rows.length > 0 },
    },
  })

  return (
    <section className="section" aria-labelledby="sheet-checks">
      <h2 id="sheet-checks">Its rows in this text</h2>
      <fieldset className="sheet-filter">
        <legend className="visually-hidden">Which are shown</legend>
        <Filter
          label="All"
          count={matched.length}
          isOn={shown === null}
          onPick={() => setShown(null)}
        />
        {(Object.keys(STANDINGS) as Standing[]).map((standing) => {
          const count = standings.filter((one) => one === standing).length
          return (
            count > 0 && (
              <Filter
                key={standing}
                label={STANDINGS[standing]}
                count={count}
                isOn={shown === standing}
                onPick={() => setShown(standing)}
              />
            )
          )
        })}
      </fieldset>
      {ready.length > 0 && (
        <p>
          <button type="button" className="link-button" onClick={() => onLeft(new Set())}>
            Choose all
          </button>{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => onLeft(new Set(ready.map(({ check }) => check.row)))}
          >
            Choose none
          </button>
        </p>
      )}
      <ul className="exchange-list sheet-checks" ref={list}>
        {rows.slice(0, most).map((one) => (
          <li
            key={one.check.row}
            tabIndex={-1}
            data-row={one.check.row}
            aria-label={`Row ${one.check.row}`}
          >
            <CheckItem
              {...{ name, one, here }}
              isLeft={left.has(one.check.row)}
              onLeave={(isLeft) => leave(one.check.row, isLeft)}
              onPlace={(start) => onPlace(one.check.row, start)}
            />
          </li>
        ))}
      </ul>
      {rows.length > most && (
        <button type="button" className="button" onClick={() => setMost(most + STEP)}>
          Show more of {rows.length.toLocaleString('en')} rows
        </button>
      )}
    </section>
  )
}

function Filter({
  label,
  count,
  isOn,
  onPick,
}: {
  label: string
  count: number
  isOn: boolean
  onPick: () => void
}) {
  return (
    <button type="button" className="button small" aria-pressed={isOn} onClick={onPick}>
      {label} <span className="quiet">{count.toLocaleString('en')}</span>
    </button>
  )
}
