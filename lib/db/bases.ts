import type { Actor } from '../domain/policy'
import type { Base } from '../domain/revision-preview'
import { findRevision } from './articles'
import { listLastPlaces } from './places'

/** The newest text of an article, and the older ones in which claims have their last place, each with those claims. */
export async function listBases(
  actor: Actor,
  articleId: string,
): Promise<[Base, ...Base[]] | null> {
  const newest = await findRevision(actor, articleId)
  if (!newest) return null
  const places = await listLastPlaces(actor, { articleId, status: { not: 'cut' } })
  const placedIn = (number: number) =>
    places
      .filter(({ anchor }) => anchor.revision.number === number)
      .map(({ number, status, anchor: { start, end } }) => ({
        ...{ number, start, end },
        isChecked: status === 'checked',
      }))
  const numbers = new Set(places.map(({ anchor }) => anchor.revision.number))
  numbers.delete(newest.number)
  const older: Base[] = []
  for (const number of numbers) {
    const revision = await findRevision(actor, articleId, number)
    if (revision) older.push({ ...shown(revision), claims: placedIn(number) })
  }
  return [{ ...shown(newest), claims: placedIn(newest.number) }, ...older]
}

const shown = ({ number, text, blocks }: Omit<Base, 'claims'>) => ({ number, text, blocks })
