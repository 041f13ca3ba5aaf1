import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { SourceChoices } from '@/lib/db/sources/source-list'
import { SelectField } from '../../../forms/fields'
import { SourceFields } from '../../../sources/source-fields'

/** The sources on file, by typing where there are many, or a new one whose fields appear when that is chosen. */
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
  // Once there are more than are offered, the field stays, however few are found.
  const [isMany] = useState(more)
  useEffect(() => {
    if (isMany) place.current?.querySelector('input')?.focus()
  }, [isMany])
  const list = () => place.current?.querySelector('select')

  function goOn(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
    event.preventDefault()
    list()?.focus()
  }

  return (
    <div ref={place} className="source-choice">
      {isMany && (
        <div className="field">
          <label htmlFor={id}>Find a source</label>
          <input
            id={id}
            type="search"
            autoComplete="off"
            placeholder="Title, publisher or kind"
            onInput={({ currentTarget }) => search(currentTarget.value, list()?.value ?? '')}
            onKeyDown={goOn}
          />
          <p role="status" className="hint">
            {words
              ? foundOf(choices.length, more)
              : 'Offered are those of this article, and the newest.'}
          </p>
        </div>
      )}
      <SelectField
        name="sourceId"
        label="Source"
        empty="Choose a source"
        options={choices.map(
          ({ id, title, publisher, published }) =>
            [id, [title, publisher, published].filter(Boolean).join(', ')] as const,
        )}
        autoFocus={!isMany}
      >
        <option value="new">New source…</option>
      </SelectField>
      <div className="new-source">
        <SourceFields withNote={false} />
      </div>
    </div>
  )
}

function foundOf(count: number, more: boolean): string {
  if (more) return 'The first of those found are offered. Type more to narrow them.'
  if (count === 0) return 'None found. Try fewer words, or add a new source.'
  return count === 1 ? '1 found' : `${count} found`
}
