'use client'

import { useEffect, useRef } from 'react'

const KEYS: [keys: string[], does: string][] = [
  [['j'], 'Next claim'],
  [['k'], 'Claim before'],
  [['t'], 'Go to the text'],
  [['←', '→'], 'In the text: word before, next word'],
  [['↑', '↓'], 'In the text: sentence before, next sentence'],
  [['Shift'], 'With an arrow: let the choice grow or shrink'],
  [['c'], 'Make the chosen words a claim'],
  [['o'], 'The chosen words are opinion'],
  [['x'], 'There is nothing to check in the chosen words'],
  [['w'], 'Waive the chosen words (editors)'],
  [['p'], 'Show or hide what is proposed for a check'],
  [['.'], 'Next proposal'],
  [[','], 'Proposal before'],
  [['d'], 'Dismiss the chosen proposal'],
  [['g'], 'Show or hide the coverage'],
  [['n'], 'Next gap in the coverage'],
  [['Shift', 'n'], 'Gap before'],
  [['e'], 'Attach a source to the open claim'],
  [['v'], 'Give the open claim a verdict'],
  [['/'], 'Filter the claims'],
  [['Ctrl', 'Enter'], 'Send the form'],
  [['Esc'], 'Close what is open'],
  [['Ctrl', 'z'], 'Take back the last mark, status or claim'],
  [['?'], 'This list'],
]

/** All keys of the page. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">Keys of this page</h2>
      <dl className="keys">
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="button">
          Close
        </button>
      </form>
    </dialog>
  )
}
