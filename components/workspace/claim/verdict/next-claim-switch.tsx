'use client'

import { readStored, useStored } from '../../../browser/use-stored'

const NAME = 'stet:opens-next'

/** Says whether the next claim opens once one is done; this browser remembers it. It is no field of the form around it. */
export function NextClaimSwitch() {
  const [stored, store] = useStored<'no'>(NAME)
  return (
    <label className="next-switch small">
      <input
        type="checkbox"
        checked={stored !== 'no'}
        onChange={({ target }) => store(target.checked ? null : 'no')}
      />
      Open the next claim afterwards
    </label>
  )
}

/** Whether this browser wants the next claim opened; it does until somebody says otherwise. */
export const opensNext = () => readStored(NAME) !== 'no'
