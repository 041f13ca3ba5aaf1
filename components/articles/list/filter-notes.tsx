import type { Ignored } from '@/lib/domain/articles/list-filter'

const NAMES: Record<Ignored['name'] | 'month', string> = {
  q: 'the words',
  state: 'the state',
  person: 'the person',
  deadline: 'the deadline',
  mine: 'mine',
  archived: 'archived',
  sort: 'the order',
  group: 'the headings',
  view: 'the view',
  month: 'the month',
}

/** More of what an address says than this, in UTF-16 units, nobody needs to read again. */
const LONGEST = 40

/** Says what the address asks for that the list does not know, and that somebody whom it names is gone. */
export function FilterNotes({
  ignored,
  person,
}: {
  ignored: readonly { name: Ignored['name'] | 'month'; value: string }[]
  /** Whom the filter names, where they are here no more or never were; null where nothing is to be said. */
  person: { name: string | null } | null
}) {
  if (ignored.length === 0 && !person) return null
  return (
    <div className="filter-notes small" role="note">
      {ignored.length > 0 && (
        <p>
          The list does not know {LIST.format(ignored.map(sayIgnored))}, so the filter goes without.
        </p>
      )}
      {person && (
        <p>
          {person.name === null
            ? 'The filter names somebody who never was in this newsroom.'
            : `${person.name}, whom the filter names, has left the newsroom. What they took part in is still found.`}
        </p>
      )}
    </div>
  )
}

const sayIgnored = ({ name, value }: { name: keyof typeof NAMES; value: string }) =>
  `${NAMES[name]} “${value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}”`

const LIST = new Intl.ListFormat('en-GB')
