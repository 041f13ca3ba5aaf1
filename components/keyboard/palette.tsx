'use client'

import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { KeyCaps } from './key-caps'

/** A line of a palette. */
export interface Entry {
  id: string
  kind: 'Actions' | 'Claims' | 'Articles' | 'Pages'
  label: string
  /** Said quietly beside it: a claim's status, or what has to be there first. */
  note?: string
  caps?: string[]
  /** Missing where it cannot be done now. */
  run?: () => void
}

/**
 * What there is to do and to go to, by name: an editable combobox with a list, as the ARIA Authoring Practices
 * describe it. It closes before the line that was taken is carried out.
 */
export function Palette({
  label,
  lookFor,
  sought,
  onSought,
  entriesOf,
  onClose,
}: {
  label: string
  /** What can be looked for, as the field says. */
  lookFor: string
  sought: string
  onSought: (sought: string) => void
  /** The lines that answer to what is sought; the same function as long as they are the same. */
  entriesOf: (sought: string) => Entry[]
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const left = useRef(false)
  const id = useId()
  const [at, setAt] = useState(0)
  const entries = useMemo(() => entriesOf(sought), [entriesOf, sought])
  const current = entries[Math.min(at, entries.length - 1)]

  useEffect(() => dialog.current?.showModal(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another line is current, so another one is shown
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current?.id])

  function leave() {
    if (left.current) return
    left.current = true
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
      aria-label={label}
      onClose={leave}
      closedby="any"
    >
      <input
        autoFocus
        role="combobox"
        aria-label={lookFor}
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={current && `${id}-${current.id}`}
        placeholder={lookFor}
        spellCheck={false}
        autoComplete="off"
        value={sought}
        onFocus={(event) => event.target.setSelectionRange(sought.length, sought.length)}
        onChange={(event) => {
          onSought(event.target.value)
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

/** Whether a line's name and kind hold every word that is sought. */
export function isNamed({ label, kind }: Pick<Entry, 'label' | 'kind'>, sought: string): boolean {
  const said = `${label} ${kind}`.toLocaleLowerCase()
  const words = sought.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return words.every((word) => said.includes(word))
}
