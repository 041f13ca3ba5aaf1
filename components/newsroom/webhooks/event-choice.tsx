'use client'

import { useId } from 'react'
import { EVENT_GROUPS } from '@/lib/domain/webhooks/event-names'
import { useAnswer } from '../../forms/action-form'
import { FieldError } from '../../forms/fields'

/** So many of the groups are what most receivers want; the others are a press away. */
const COMMON = 10

/** Of what an address is told: whole groups, or single events of them. */
export function EventChoice({ chosen }: { chosen: readonly string[] }) {
  const isWrong = useAnswer().answer.fields?.events !== undefined
  const id = useId()
  const rest = EVENT_GROUPS.slice(COMMON)
  const isRestOpen = rest.some(({ all, names }) =>
    [all, ...names].some((one) => chosen.includes(one)),
  )
  return (
    <fieldset
      className="field event-choice"
      aria-invalid={isWrong || undefined}
      aria-describedby={`${id}-hint`}
    >
      <legend>What it is told</legend>
      <span className="hint" id={`${id}-hint`}>
        A group is told whole, with events that later versions bring; or open it and choose.
      </span>
      <FieldError name="events" />
      <Groups groups={EVENT_GROUPS.slice(0, COMMON)} chosen={chosen} />
      <details open={isRestOpen || undefined}>
        <summary>All other events</summary>
        <Groups groups={rest} chosen={chosen} />
      </details>
    </fieldset>
  )
}

function Groups({ groups, chosen }: { groups: typeof EVENT_GROUPS; chosen: readonly string[] }) {
  return (
    <ul className="bare event-groups">
      {groups.map(({ noun, label, all, names }) => (
        <li key={noun}>
          <label>
            <input
              type="checkbox"
              name="events"
              value={all}
              defaultChecked={chosen.includes(all)}
            />
            {label}
          </label>
          <details open={names.some((name) => chosen.includes(name)) || undefined}>
            <summary>
              {names.length} {names.length === 1 ? 'event' : 'events'}
              <span className="visually-hidden"> of {label}</span>
            </summary>
            {names.map((name) => (
              <label key={name} className="mono small">
                <input
                  type="checkbox"
                  name="events"
                  value={name}
                  defaultChecked={chosen.includes(name)}
                />
                {name}
              </label>
            ))}
          </details>
        </li>
      ))}
    </ul>
  )
}
