import { z } from 'zod'
import { findMerge, updateMergedInto, updateMergeUndone } from '@/lib/db/sources/merges'
import { listWithOrigins, updateOriginGroup } from '@/lib/db/sources/origins'
import { findSource, type Source } from '@/lib/db/sources/sources'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { OriginFacts } from '@/lib/domain/sources/origins'
import { isFallen } from '@/lib/domain/sources/standable'
import { command } from '../command'
import { id, neededId } from '../fields'
import { assertStillIndependent, type OriginChanges } from './independence'

/**
 * Says that a source is another one: its evidence and its copies go there, and whoever attaches it attaches the other. It
 * stays as a trace that leads there. What was signed or printed before keeps its name.
 */
export const mergeSource = command('mergeSource', {
  permission: 'source.manage',
  input: z.object({ sourceId: id, intoId: neededId('Choose the source that it is.') }),
  subject: async (actor, { sourceId, intoId }) => {
    const [source, into] = [await findSource(actor, sourceId), await findSource(actor, intoId)]
    return source && into && { source, into }
  },

  async run({ actor, subject: { source, into }, record }) {
    assertMergeable(source, into)
    const group = await groupOf(actor, source, into)
    await assertStillIndependent(actor, togetherAs(source, into, group), 'intoId')
    if (group) await updateOriginGroup(actor, group.ids, group.id)
    const went = await updateMergedInto(actor, { sourceId: source.id, intoId: into.id })
    record({
      ...{ type: 'source.merged', sourceId: source.id, title: source.title },
      ...{ intoId: into.id, into: into.title, ...went },
    })
    return { intoId: into.id, ...went }
  },
})

/** Takes a merge back: the source stands for itself again, with what came from it. Its origin stays as it is counted now. */
export const undoMerge = command('undoMerge', {
  permission: 'source.manage',
  input: z.object({ sourceId: id }),
  subject: (actor, { sourceId }) => findSource(actor, sourceId),

  async run({ actor, subject: source, record }) {
    const merge = source.mergedIntoId ? await findMerge(actor, source.id) : null
    const into = source.mergedIntoId ? await findSource(actor, source.mergedIntoId) : null
    if (!merge || !into) throw new Refusal('conflict', 'This source stands for itself already.')
    if (isFallen(into)) {
      throw new Refusal(
        'conflict',
        `“${into.title}” fell since then. Say first that it stands again; then take the merge back, and say what of the two fell.`,
      )
    }
    await updateMergeUndone(actor, merge.id)
    const { title } = source
    record({
      ...{ type: 'source.merge-undone', sourceId: source.id, title },
      ...{ intoId: into.id, into: into.title },
    })
  },
})

function assertMergeable(source: Source, into: Source): void {
  if (source.id === into.id) throw refused('A source is not merged into itself.')
  if (source.mergedIntoId) throw refused(`“${source.title}” was merged into another one already.`)
  if (into.mergedIntoId) {
    throw refused(`“${into.title}” was merged into another one. Choose the one that it became.`)
  }
  if (isFallen(source) !== isFallen(into)) {
    throw refused(
      `One of the two fell and the other stands. Say first of “${source.title}” and “${into.title}” that both fell, or that both stand.`,
    )
  }
}

function refused(message: string) {
  return new Refusal('conflict', message, { intoId: message })
}

/** What the two were put together with as one origin: of which group all of it is afterwards; null where there is none. */
async function groupOf(actor: Actor, source: Source, into: Source) {
  const id = into.originGroupId ?? source.originGroupId
  if (id === null) return null
  const all = await listWithOrigins(actor, [source.id, into.id])
  return { id, ids: all.map((one) => one.id) }
}

/** As the two would be counted: as one report, and with it whatever was put together with one of them. */
function togetherAs(
  source: Source,
  { id, publisher, origin }: Source,
  group: { id: string; ids: string[] } | null,
): OriginChanges {
  const originGroupId = group?.id ?? id
  return new Map<string, Partial<Omit<OriginFacts, 'id'>>>([
    ...(group?.ids ?? []).map((one) => [one, { originGroupId }] as const),
    [id, { originGroupId }],
    [source.id, { publisher, origin, originGroupId }],
  ])
}
