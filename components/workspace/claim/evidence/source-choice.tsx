import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { SourceChoices } from '@/lib/db/sources/source-list'
import { SelectField } from '../../../forms/fields'
import { SourceFields } from '../../../sources/source-fields'

/**
 * The source by typing: what is on file is found by its words, and Enter takes the first found. A new one is made in the
 * same place, under the title that was typed.
 */
export function SourceChoice({
  found: { choices, more },
  words,
  search,
}: {
  found: SourceChoices
  /** What the choices were found by. */
  words: string
  search: (typed: string, chosen: string) => void
}) {
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  /** Enter came before what it takes was found. */
  const isAwaited = useRef(false)
  const list = () => place.current?.querySelector('select')
  const isFound = typed.trim() === words

  useEffect(() => place.current?.querySelector('input')?.focus(), [])
  useEffect(() => {
    if (!isFound || !isAwaited.current) return
    isAwaited.current = false
    take(place.current, choices[0]?.id ?? NEW)
  }, [isFound, choices])

  function goOn(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown') list()?.focus()
    else if (event.key !== 'Enter') return
    else if (!typed.trim()) list()?.focus()
    else if (isFound) take(place.current, choices[0]?.id ?? NEW)
    else isAwaited.current = true
    event.preventDefault()
  }

  /** A new source begins with the title that was looked for. */
  function name(chosen: string) {
    const title = place.current?.querySelector<HTMLInputElement>('input[name="title"]')
    if (chosen !== NEW || !title || title.value) return
    title.value = typed.trim()
    title.dispatchEvent(new Event('input', { bubbles: true }))
  }

  return (
    <div ref={place} className="source-choice">
      <div className="field">
        <label htmlFor={id}>Find a source</label>
        <input
          id={id}
          type="search"
          autoComplete="off"
          placeholder="Title, publisher or kind"
          value={typed}
          onChange={({ target }) => {
            isAwaited.current = false
            setTyped(target.value)
            search(target.value, list()?.value ?? '')
          }}
          onKeyDown={goOn}
        />
        <p role="status" className="hint">
          {words ? foundOf(choices.length, more) : more && OFFERED}
        </p>
      </div>
      <SelectField
        name="sourceId"
        label="Source"
        empty="Choose a source"
        options={choices.map(
          ({ id, title, publisher, published, fell }) =>
            [
              id,
              [fell && 'Fell:', [title, publisher, published].filter(Boolean).join(', ')]
                .filter(Boolean)
                .join(' '),
            ] as const,
        )}
        onChange={({ target }) => name(target.value)}
      >
        <option value={NEW}>{words ? `New source “${words}”…` : 'New source…'}</option>
      </SelectField>
      <div className="new-source">
        <SourceFields withNote={false} />
      </div>
    </div>
  )
}

const NEW = 'new'

const OFFERED = 'Offered are those of this article, and the newest.'

/** Chooses it as if by hand, so that it is kept with what is typed, and goes there. */
function take(place: HTMLElement | null, value: string): void {
  const list = place?.querySelector('select')
  if (!list) return
  list.value = value
  for (const kind of ['input', 'change']) list.dispatchEvent(new Event(kind, { bubbles: true }))
  list.focus()
}

function foundOf(count: number, more: boolean): string {
  if (more) return 'The first of those found are offered. Type more to narrow them.'
  if (count === 0) return 'None found. Enter begins a new source with this title.'
  return count === 1 ? '1 found: Enter takes it.' : `${count} found: Enter takes the first.`
}
