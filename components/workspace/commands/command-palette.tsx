'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
import { KeyCaps } from '../../keyboard/key-caps'
import type { ActionHandlers } from '../../keyboard/shortcuts'
import type { TextSelection } from '../text/use-word-selection'
import { type Entry, entriesOf } from './palette-entries'

/**
 * Every action, claim and page by name, with its key: an editable combobox with a list, as the ARIA
 * Authoring Practices describe it.
 */
export function CommandPalette({
  desk,
  runs: now,
  sought: first,
  selection,
  onClaim,
  onClose,
}: {
  desk: Desk
  runs: ActionHandlers
  /** What the field says at first. */
  sought: string
  selection: TextSelection
  onClaim: (number: number) => void
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const left = useRef(false)
  const router = useRouter()
  const id = useId()
  const [sought, setSought] = useState(first)
  const [at, setAt] = useState(0)
  // The field takes the browser's selection, so what was chosen and could be done then is kept.
  const [{ runs, chosen }] = useState(() => ({ runs: now, chosen: selection.now() }))
  const entries = useMemo(
    () => entriesOf(desk, runs, sought, { openClaim: onClaim, go: (to) => router.push(to) }),
    [desk, runs, sought, onClaim, router],
  )
  const current = entries[Math.min(at, entries.length - 1)]

  useEffect(() => dialog.current?.showModal(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another line is current, so another one is shown
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current?.id])

  function leave() {
    if (left.current) return
    left.current = true
    if (chosen) selection.choose(chosen)
    onClose()
  }
  function take(entry: Entry | undefined) {
    if (!entry?.run) return
    // Closing gives the focus back; what is done then may take it elsewhere.
    dialog.current?.close()
    leave()
    entry.run()
  }
  function keys(event: KeyboardEvent) {
    const last = entries.length - 1
    const to = { ArrowDown: at < last ? at + 1 : 0, ArrowUp: at > 0 ? at - 1 : last }[event.key]
    if (to !== undefined) setAt(to)
    else if (event.key === 'Enter') take(current)
    else return
    event.preventDefault()
  }

  return (
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label="Every action"
      onClose={leave}
      closedby="any"
    >
      <input
        autoFocus
        role="combobox"
        aria-label="Look for an action, a claim or a page"
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={current && `${id}-${current.id}`}
        placeholder="Look for an action, a claim or a page"
        spellCheck={false}
        autoComplete="off"
        value={sought}
        onFocus={(event) => event.target.setSelectionRange(sought.length, sought.length)}
        onChange={(event) => {
          setSought(event.target.value)
          setAt(0)
        }}
        onKeyDown={keys}
      />
      <div ref={list} id={id} role="listbox" aria-label="Found" className="palette-list">
        {entries.map((entry, index) => (
          <Line
            key={entry.id}
            id={`${id}-${entry.id}`}
            entry={entry}
            first={entries[index - 1]?.kind !== entry.kind}
            selected={entry === current}
            onTake={() => take(entry)}
          />
        ))}
      </div>
      <p className="palette-none quiet" role="status">
        {entries.length === 0 && 'Nothing here goes by that name.'}
      </p>
    </dialog>
  )
}

function Line({
  id,
  entry: { kind, label, note, caps, run },
  first,
  selected,
  onTake,
}: {
  id: string
  entry: Entry
  first: boolean
  selected: boolean
  onTake: () => void
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the current line
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-disabled={run ? undefined : true}
      data-first={first ? kind : undefined}
      onClick={onTake}
      onPointerDown={(event) => event.preventDefault()}
    >
      <bdi className="palette-label">{label}</bdi>
      {note && <span className="quiet small">{note}</span>}
      {caps && (
        <span className="palette-caps">
          <KeyCaps caps={caps} />
        </span>
      )}
    </div>
  )
}
