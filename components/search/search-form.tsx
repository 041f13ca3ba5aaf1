import { isNarrowed, type SearchQuery } from '@/lib/domain/search/search-query'
import { CLAIM_TYPES, VERDICTS } from '@/lib/domain/vocabulary'

/** What is looked for, and what narrows it. It needs no script: all of it stands in the address. */
export function SearchForm({
  query,
  people,
}: {
  query: SearchQuery
  /** The members that can be chosen, by name. */
  people: readonly { userId: string; name: string }[]
}) {
  const { typed, kind, person, type, verdict, from, to } = query
  return (
    <search>
      <form method="get" className="search-form">
        {kind && <input type="hidden" name="kind" value={kind} />}
        <div className="search-words">
          <input
            type="search"
            id="search-words"
            name="q"
            aria-label="Look for"
            aria-describedby="search-hint"
            defaultValue={typed}
            placeholder="Words, or “a phrase”"
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            // biome-ignore lint/a11y/noAutofocus: whoever opens this page comes to type
            autoFocus={typed === ''}
          />
          <button type="submit" className="button primary">
            Search
          </button>
        </div>
        <p id="search-hint" className="hint search-hint">
          All words are looked for, with their endings, in any order. Between quotation marks they
          are found as they stand.
        </p>
        <details className="search-narrow" open={isNarrowed(query)}>
          <summary>Narrow the search</summary>
          <div className="search-fields">
            <Choice name="person" label="Written or added by" value={person} all="Anybody">
              {people.map(({ userId, name }) => (
                <option key={userId} value={userId}>
                  {name}
                </option>
              ))}
            </Choice>
            <Choice name="type" label="Claims of the type" value={type ?? ''} all="Any type">
              {options(CLAIM_TYPES)}
            </Choice>
            <Choice name="verdict" label="With the verdict" value={verdict ?? ''} all="Any or none">
              {options(VERDICTS)}
            </Choice>
            <label className="field">
              <span>From</span>
              <input type="date" name="from" defaultValue={from} />
            </label>
            <label className="field">
              <span>To</span>
              <input type="date" name="to" defaultValue={to} />
            </label>
          </div>
        </details>
      </form>
    </search>
  )
}

function Choice({
  name,
  label,
  value,
  all,
  children,
}: {
  name: string
  label: string
  value: string
  all: string
  children: React.ReactNode
}) {
  return (
    <label className="field">
      <span>{label}</span>
      <select name={name} defaultValue={value}>
        <option value="">{all}</option>
        {children}
      </select>
    </label>
  )
}

const options = (vocabulary: Record<string, string>) =>
  Object.entries(vocabulary).map(([value, word]) => (
    <option key={value} value={value}>
      {word}
    </option>
  ))
