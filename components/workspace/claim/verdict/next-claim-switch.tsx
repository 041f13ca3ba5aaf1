'use client'

import { useState } from 'react'

const NAME = 'stet:opens-next'

/** Says whether the next claim opens once one is done; this browser remembers it. It is no field of the form around it. */
export function NextClaimSwitch() {
  const [on, setOn] = useState(opensNext)
  return (
    <label className="next-switch small">
      <input
        type="checkbox"
        checked={on}
        onChange={({ target }) => {
          setOn(target.checked)
          remember(target.checked)
        }}
      />
      Open the next claim afterwards
    </label>
  )
}

/** Whether this browser wants the next claim opened; it does until somebody says otherwise. */
export function opensNext(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'no'
  } catch {
    return true
  }
}

function remember(on: boolean): void {
  try {
    if (on) localStorage.removeItem(NAME)
    else localStorage.setItem(NAME, 'no')
  } catch {
    // Without storage it holds until the form is closed.
  }
}
