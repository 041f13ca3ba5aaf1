'use client'

import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { nameAsSeen, nameBeingTyped } from '@/lib/domain/discussion/mentions'
import { TextArea } from '../forms/fields'

/** A text field in which `@` offers the names of colleagues: arrow keys choose, Enter or Tab takes. */
export function MentionArea({
  name,
  label,
  hint,
  names,
}: {
  name: string
  label: string
  hint: string
  names: readonly string[]
}) {
  const area = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const [typed, setTyped] = useState<{ at: number; begun: string } | null>(null)
  const [chosen, setChosen] = useState(0)
  const offered = typed ? names.filter((one) => isBegun(one, typed.begun)).slice(0, 6) : []
  const current = offered[Math.min(chosen, offered.length - 1)]

  function look() {
    const { value = '', selectionStart = 0 } = area.current ?? {}
    setTyped(nameBeingTyped(value, selectionStart))
    setChosen(0)
  }
  function take(taken: string) {
    const field = area.current
    if (!field || !typed) return
    field.setRangeText(`@${taken} `, typed.at, field.selectionStart, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
    setTyped(null)
  }
  function keys(event: KeyboardEvent) {
    if (!current || event.ctrlKey || event.metaKey) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by) setChosen((chosen + by + offered.length) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(current)
    else if (event.key === 'Escape') setTyped(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="mention-area">
      <TextArea
        ref={area}
        name={name}
        label={label}
        hint={hint}
        rows={3}
        dir="auto"
        autoFocus
        aria-autocomplete="list"
        aria-controls={current ? list : undefined}
        aria-activedescendant={current ? `${list}-${offered.indexOf(current)}` : undefined}
        onInput={look}
        onClick={look}
        onKeyDown={keys}
        onBlur={() => setTyped(null)}
      />
      {current && (
        <div className="mention-list" id={list} role="listbox" aria-label="Colleagues">
          {offered.map((one, index) => (
            <div
              key={one}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={one === current}
              onPointerDown={(event) => {
                event.preventDefault()
                take(one)
              }}
            >
              {one}
            </div>
          ))}
        </div>
      )}
      <p className="visually-hidden" role="status">
        {current ? `${offered.length} to call. Enter takes ${current}.` : ''}
      </p>
    </div>
  )
}

/** Whether any of the name's parts begins so. */
function isBegun(name: string, begun: string): boolean {
  const sought = nameAsSeen(begun)
  const said = nameAsSeen(name)
  return said.startsWith(sought) || said.split(' ').some((part) => part.startsWith(sought))
}
