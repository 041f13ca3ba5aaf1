import type { View } from '../desk/use-url-state'

/** What is shown over the text, one at a time or nothing, and whether the claims stand beside it. */
export function Views({
  view,
  onView,
  mayPropose,
  closed,
  onList,
}: {
  view: View | null
  onView: (view: View) => void
  mayPropose: boolean
  /** Whether the claims are put away. */
  closed: boolean
  onList: () => void
}) {
  const shown = OVER_THE_TEXT.filter(({ of }) => of !== 'proposals' || mayPropose)
  return (
    <fieldset className="views" aria-label="Views">
      {shown.map(({ of, label, keys }) => (
        <button
          key={of}
          type="button"
          aria-pressed={view === of}
          aria-keyshortcuts={keys}
          onClick={() => onView(of)}
        >
          {label}
        </button>
      ))}
      <button
        type="button"
        className="to-panel"
        aria-expanded={!closed}
        aria-controls="claims"
        aria-keyshortcuts="\"
        onClick={onList}
      >
        Claims
      </button>
    </fieldset>
  )
}

const OVER_THE_TEXT: readonly { of: View; label: string; keys: string }[] = [
  { of: 'proposals', label: 'Proposals', keys: 'p' },
  { of: 'coverage', label: 'Coverage', keys: 'g' },
]
