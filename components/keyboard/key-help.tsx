'use client'

import { useEffect, useRef } from 'react'
import { KeyCaps } from './key-caps'
import { ACTION_IDS, ACTIONS, capsOf } from './shortcuts'

/** Keys that are no actions of their own. */
const OTHERS: [caps: string[], does: string][] = [
  [['Ctrl', 'k'], 'Every action, claim and page, by name'],
  [['←', '→'], 'In the text: word before, next word'],
  [['↑', '↓'], 'In the text: sentence before, next sentence'],
  [['Shift'], 'With an arrow: let the choice grow or shrink'],
  [['Ctrl', 'Enter'], 'Send the form'],
  [['Ctrl', 'z'], 'Take back the last mark, status, assignment or claim'],
  [['Esc'], 'Close what is open'],
]

/** All keys of the page, and the switch for the single ones. */
export function KeyHelp({
  single,
  onSingle,
  onClose,
}: {
  single: boolean
  onSingle: () => void
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const actions = ACTION_IDS.map((id) => ACTIONS[id])
  const groups = [...new Set(actions.map(({ group }) => group))]

  return (
    <dialog ref={dialog} className="dialog key-help" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">Keys of this page</h2>
      <label className="single-keys">
        <input type="checkbox" checked={single} onChange={onSingle} />
        Single keys <span className="quiet">(they never fire while you type in a field)</span>
      </label>
      <div className="key-groups">
        <section>
          <h3>Always</h3>
          <Keys lines={OTHERS} />
        </section>
        {groups.map((group) => (
          <section key={group} data-off={!single || undefined}>
            <h3>{group}</h3>
            <Keys
              lines={actions.flatMap((one) =>
                one.group === group && one.key ? [[capsOf(one.key), one.label]] : [],
              )}
            />
          </section>
        ))}
      </div>
      <form method="dialog">
        <button type="submit" className="button">
          Close
        </button>
      </form>
    </dialog>
  )
}

function Keys({ lines }: { lines: [caps: string[], does: string][] }) {
  return (
    <dl className="keys">
      {lines.map(([caps, does]) => (
        <div key={does}>
          <dt>
            <KeyCaps caps={caps} />
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
