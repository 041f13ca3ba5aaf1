import { LINE_KINDS, type Line, type LineKind } from '@/lib/importing/account/line'

/** The longest words that a line shows at once, in UTF-16 units; the rest opens. */
const LONGEST_SHOWN = 240

/** One line of an import's account: the words, where they stood, and what became of them. */
export function AccountLine({
  line,
  onChoose,
}: {
  line: Line
  onChoose?: (name: string, option: string) => void
}) {
  const { kind, number, words, before, option } = line
  const options = optionsOf(kind)
  const shown = words.slice(0, LONGEST_SHOWN)
  return (
    <li>
      <span className="account-words" dir="auto">
        {before.trim() && <span className="quiet">… {before.trimStart()}</span>}
        {kind === 'struck' ? <s>{shown}</s> : <b>{shown}</b>}
        {words.length > LONGEST_SHOWN && (
          <details>
            <summary>{(words.length - LONGEST_SHOWN).toLocaleString('en')} characters more</summary>
            {words.slice(LONGEST_SHOWN)}
          </details>
        )}
      </span>
      {onChoose && options.length > 0 && (
        <select
          aria-label={`What becomes of “${words.slice(0, 60)}”`}
          value={option ?? ''}
          onChange={({ target }) => onChoose(`${kind} ${number}`, target.value)}
        >
          {options.map(([one, name]) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </select>
      )}
    </li>
  )
}

/** What may be done with lines of a kind, by name and label; nothing where they only tell. */
export function optionsOf(kind: LineKind): [option: string, name: string][] {
  return Object.entries(LINE_KINDS[kind].options)
}
