import type { Actor } from '@/lib/domain/policy'
import type { PlacedMark, PreviewBase } from '@/lib/domain/revisions/preview'
import { COVERAGE_KINDS } from '@/lib/domain/vocabulary'
import { listLastPlaces } from '../claims/anchors'
import { listMarks } from '../coverage/coverage'
import { findRevision } from './revisions'

/** All that a page previews a next text against: the newest one, those before it that still hold claims, and its marks. */
export async function findBases(actor: Actor, articleId: string) {
  const [revision, bases] = [
    await findRevision(actor, articleId),
    await listBases(actor, articleId),
  ]
  if (!revision || !bases) return null
  const marks = (await listMarks(actor, revision.id)).map(
    ({ kind, start, end }): PlacedMark => ({ kind: COVERAGE_KINDS[kind], start, end }),
  )
  return { revision, bases, marks }
}

/** The newest text of an article, and the older ones in which claims have their last place, each with those claims. */
async function listBases(
  actor: Actor,
  articleId: string,
): Promise<[PreviewBase, ...PreviewBase[]] | null> {
  const newest = await findRevision(actor, articleId)
  if (!newest) return null
  const places = await listLastPlaces(actor, { articleId, status: { not: 'cut' } })
  const placedIn = (number: number) =>
    places
      .filter(({ anchor }) => anchor.revision.number === number)
      .map(({ number, status, claimant, saidVerdict, anchor: { start, end } }) => ({
        ...{ number, start, end },
        isChecked: status === 'checked',
        isSaid: claimant !== null && saidVerdict !== null,
      }))
  const numbers = new Set(places.map(({ anchor }) => anchor.revision.number))
  numbers.delete(newest.number)
  const older: PreviewBase[] = []
  for (const number of numbers) {
    const revision = await findRevision(actor, articleId, number)
    if (revision) older.push({ ...shown(revision), claims: placedIn(number) })
  }
  return [{ ...shown(newest), claims: placedIn(newest.number) }, ...older]
}

const shown = ({ number, text, blocks }: Omit<PreviewBase, 'claims'>) => ({ number, text, blocks })
