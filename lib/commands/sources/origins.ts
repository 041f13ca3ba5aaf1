import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import {
  insertOriginJudgements,
  listWithOrigins,
  updateOriginGroup,
} from '@/lib/db/sources/origins'
import { findSource, type Source } from '@/lib/db/sources/sources'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { command } from '../command'
import { id, several } from '../fields'
import { assertStillIndependent } from './independence'

/** How many sources are judged at once at most: each is compared with each. */
const MOST = 20

const together = z.object({
  sourceIds: several(id)
    .transform((ids) => [...new Set(ids)])
    .pipe(
      z
        .array(z.string())
        .min(2, 'Name at least two sources.')
        .max(MOST, `At most ${MOST} sources at once.`),
    ),
})

/** Says that sources are of one origin, as are those that were put together with them: they count as one report. */
export const groupOrigins = command('groupOrigins', {
  permission: 'source.judge-origin',
  input: together,
  subject: findNamed,

  async run({ actor, input: { sourceIds }, subject: { named, all }, record }) {
    const groups = new Set(all.map(({ originGroupId }) => originGroupId ?? ''))
    if (groups.size === 1 && !groups.has('')) {
      throw new Refusal('conflict', 'These sources are counted as one origin already.')
    }
    const originGroupId = [...groups].find((group) => group !== '') ?? randomUUID()
    const ids = all.map((source) => source.id)
    const changes = new Map(ids.map((one) => [one, { originGroupId }]))
    await assertStillIndependent(actor, changes, 'sourceIds')
    await updateOriginGroup(actor, ids, originGroupId)
    await insertOriginJudgements(actor, pairsOf(sourceIds), true)
    record({ type: 'origins.grouped', sourceIds: ids, titles: titlesOf(all, named) })
  },
})

/** Says that sources which say the same words reported each on their own, so that nobody is asked again. */
export const keepOriginsApart = command('keepOriginsApart', {
  permission: 'source.judge-origin',
  input: together,
  subject: findNamed,

  async run({ actor, input: { sourceIds }, subject: { named }, record }) {
    const groupOf = new Map(named.map((source) => [source.id, source.originGroupId]))
    const apart = pairsOf(sourceIds).filter(([one, other]) => {
      const group = groupOf.get(one)
      return !group || group !== groupOf.get(other)
    })
    if (apart.length === 0) {
      throw new Refusal(
        'conflict',
        'These sources were put together as one origin. On the page of a source it can be taken out.',
      )
    }
    await insertOriginJudgements(actor, apart, false)
    record({ type: 'origins.kept-apart', sourceIds, titles: titlesOf(named) })
  },
})

/** Takes a source out of those that it was put together with: it reported on its own. */
export const partOrigin = command('partOrigin', {
  permission: 'source.judge-origin',
  input: z.object({ sourceId: id }),
  subject: (actor, { sourceId }) => findSource(actor, sourceId),

  async run({ actor, subject: source, record }) {
    const others = (await listWithOrigins(actor, [source.id])).filter((one) => one.id !== source.id)
    if (source.originGroupId === null || others.length === 0) {
      throw new Refusal('conflict', 'This source is not put together with another any more.')
    }
    const leaving = others.length === 1 ? [source, ...others] : [source]
    await updateOriginGroup(
      actor,
      leaving.map((one) => one.id),
      null,
    )
    const pairs = others.map((other) => [source.id, other.id] as const)
    await insertOriginJudgements(actor, pairs, false)
    record({
      ...{ type: 'origin.parted', sourceId: source.id, title: source.title },
      from: titlesOf(others),
    })
  },
})

async function findNamed(actor: Actor, { sourceIds }: { sourceIds: string[] }) {
  const all = await listWithOrigins(actor, sourceIds)
  const named = all.filter(({ id }) => sourceIds.includes(id))
  return named.length === sourceIds.length ? { named, all } : null
}

function pairsOf(ids: readonly string[]): (readonly [string, string])[] {
  return ids.flatMap((one, at) => ids.slice(at + 1).map((other) => [one, other] as const))
}

/** The titles of the sources, those that were named first. */
function titlesOf(sources: readonly Source[], first: readonly Source[] = sources): string[] {
  const rest = sources.filter((one) => !first.includes(one))
  return [...first, ...rest].map(({ title }) => title)
}
