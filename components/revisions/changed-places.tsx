import type { TextChange } from '@/lib/domain/text/diff/changes'
import { ChangedText } from '../ui/word-diff'

/** Only the places where two texts differ, each with some words around it. */
export function ChangedPlaces({
  old,
  now,
  changes,
  language,
}: {
  old: string
  now: string
  changes: readonly TextChange[]
  language: string
}) {
  const places = changes.flatMap((change, at) => (change.what === 'same' ? [] : [at]))
  return (
    <ul className="bare changed-places">
      {places.slice(0, MOST).map((at) => (
        <li key={at} lang={language} dir="auto">
          {before(now, changes[at - 1])}
          <ChangedText old={old} now={now} changes={changes.slice(at, at + 1)} />
          {after(now, changes[at + 1])}
        </li>
      ))}
      {places.length > MOST && (
        <li className="quiet">and {(places.length - MOST).toLocaleString('en')} more places</li>
      )}
    </ul>
  )
}

/** So many places are listed; a text that differs in more is read as a whole. */
const MOST = 100
/** How much is shown around a place, in UTF-16 units. */
const AROUND = 40

/** With an ellipsis where there is more. */
function before(text: string, change: TextChange | undefined): string {
  if (!change) return ''
  if (change.what !== 'same') return '…'
  const words = text.slice(change.now.start, change.now.end)
  if (words.length > AROUND) return `…${words.slice(-AROUND).replace(/^\S*\s/, '')}`
  return change.now.start > 0 ? `…${words}` : words
}

function after(text: string, change: TextChange | undefined): string {
  if (!change) return ''
  if (change.what !== 'same') return '…'
  const words = text.slice(change.now.start, change.now.end)
  if (words.length > AROUND) return `${words.slice(0, AROUND).replace(/\s\S*$/, '')}…`
  return change.now.end < text.length ? `${words}…` : words
}
