'use client'

import { useMemo } from 'react'
import { claimNumber } from '@/lib/domain/vocabulary'
import { initials } from '../../ui/initials'
import { useDesk } from '../desk/desk-context'
import type { Person } from '../desk/desk-state'

interface Named extends Person {
  name: string
}

/** Who else is here; somebody whose name is not known yet comes with the next news. */
function usePeople(): readonly Named[] {
  const people = useDesk((state) => state.people)
  const names = useDesk(({ desk }) => desk.names)
  return useMemo(
    () =>
      people.flatMap((person) => {
        const name = names[person.userId]
        return name === undefined ? [] : [{ ...person, name }]
      }),
    [people, names],
  )
}

/** Everybody who is here, in the bar: a press goes to the claim they are on. */
export function PeopleInBar({ onOpen }: { onOpen: (claim: number) => void }) {
  const people = usePeople()
  if (people.length === 0) return null
  const [shown, more] = [people.slice(0, SHOWN), people.slice(SHOWN)]
  return (
    <ul className="bare people-here" aria-label="Here now">
      {shown.map(({ userId, name, claim }) => (
        <li key={userId}>
          {claim === null ? (
            <span className="avatar" title={name}>
              <span aria-hidden="true">{initials(name)}</span>
              <span className="visually-hidden">{name}</span>
            </span>
          ) : (
            <button
              type="button"
              className="avatar"
              title={`${name}, on ${claimNumber(claim)}`}
              aria-label={`${name}, on ${claimNumber(claim)}. Go there.`}
              onClick={() => onOpen(claim)}
            >
              {initials(name)}
            </button>
          )}
        </li>
      ))}
      {more.length > 0 && (
        <li title={more.map(({ name }) => name).join(', ')}>
          <span className="quiet small">and {more.length} more</span>
        </li>
      )}
    </ul>
  )
}

const SHOWN = 4

/** The initials of those who are on a claim, at its row in the list. */
export function HereMarks({ claim }: { claim: number }) {
  const people = usePeopleOn(claim)
  if (people.length === 0) return null
  const names = people.map(({ name }) => name).join(', ')
  return (
    <span className="here-marks" title={`${names} ${people.length > 1 ? 'are' : 'is'} here`}>
      <span aria-hidden="true">{people.map(({ name }) => initials(name)).join(' ')}</span>
      <span className="visually-hidden">, here: {names}</span>
    </span>
  )
}

/** Says in the open claim who else has it open. */
export function AlsoHere({ claim }: { claim: number }) {
  const people = usePeopleOn(claim)
  return (
    <span className="quiet small also-here" aria-live="polite">
      {people.length > 0 && `${listed(people)} ${people.length > 1 ? 'are' : 'is'} here too.`}
    </span>
  )
}

function usePeopleOn(claim: number): Named[] {
  return usePeople().filter((person) => person.claim === claim)
}

const listed = (people: Named[]) => new Intl.ListFormat('en').format(people.map(({ name }) => name))
