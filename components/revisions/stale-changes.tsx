import type { SuggestionShown } from '@/lib/db/discussion/suggestions'
import { AcceptedChange } from './accepted-change'

/** The accepted suggestions that cannot be applied any more, and why. */
export function GoneChanges({
  gone,
  newest,
  language,
}: {
  gone: readonly SuggestionShown[]
  newest: number
  language: string
}) {
  if (gone.length === 0) return null
  return (
    <section className="section" aria-labelledby="gone">
      <h2 id="gone">
        Cannot be applied <span className="quiet">{gone.length}</span>
      </h2>
      <p className="quiet">
        Their words do not stand in revision {newest} any more, it cannot be told where they stand,
        or they are what was accepted already. Suggest the change anew on the words that do stand
        there.
      </p>
      <ul className="bare apply-list">
        {gone.map((suggestion) => (
          <li key={suggestion.id}>
            <div>
              <AcceptedChange suggestion={suggestion} language={language} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
