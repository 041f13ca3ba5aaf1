import type { SourceNote } from '@/lib/db/sources/trust'
import { Timestamp } from '../../ui/timestamp'
import { WeighSource } from './weigh-source'

/** What was written on how far a source can be trusted, the newest first; older notes stay. */
export function SourceTrust({
  me,
  sourceId,
  notes,
  names,
  mayWrite,
}: {
  me: string
  sourceId: string
  notes: readonly SourceNote[]
  /** Of people, by their ids. */
  names: ReadonlyMap<string, string>
  mayWrite: boolean
}) {
  if (notes.length === 0 && !mayWrite) return null
  const [newest, ...older] = notes
  return (
    <section className="section trust" aria-labelledby="trust">
      <h2 id="trust">How far it can be trusted</h2>
      {newest ? (
        <Note note={newest} names={names} />
      ) : (
        <p className="quiet">Nobody has written on it yet.</p>
      )}
      {older.length > 0 && (
        <details>
          <summary>{older.length === 1 ? '1 older note' : `${older.length} older notes`}</summary>
          {older.map((note) => (
            <Note key={note.id} note={note} names={names} />
          ))}
        </details>
      )}
      {mayWrite && <WeighSource me={me} sourceId={sourceId} />}
    </section>
  )
}

function Note({
  note: { text, writtenById, writtenAt },
  names,
}: {
  note: SourceNote
  names: ReadonlyMap<string, string>
}) {
  return (
    <div className="trust-note">
      <p className="prose" dir="auto">
        {text}
      </p>
      <p className="quiet small">
        {names.get(writtenById) ?? 'Somebody'}, <Timestamp at={writtenAt.toISOString()} />
      </p>
    </div>
  )
}
