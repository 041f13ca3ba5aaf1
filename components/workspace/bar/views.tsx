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
  return (
    <fieldset className="views" aria-label="Views">
      {mayPropose && (
        <button
          type="button"
          aria-pressed={view === 'proposals'}
          aria-keyshortcuts="p"
          onClick={() => onView('proposals')}
        >
          Proposals
        </button>
      )}
      <button
        type="button"
        aria-pressed={view === 'coverage'}
        aria-keyshortcuts="g"
        onClick={() => onView('coverage')}
      >
        Coverage
      </button>
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
