import { z } from 'zod'
import {
  findSavedView,
  insertSavedView,
  listSavedViews,
  updateSavedView,
} from '@/lib/db/articles/saved-views'
import { findMember } from '@/lib/db/newsroom/members'
import { filterInQuery, queryOf } from '@/lib/domain/articles/list-filter'
import { type Actor, can, whyNot } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { command } from '../command'
import { id, needed, ticked } from '../fields'

const name = needed('Give the view a name.', 60)

/** As the address of the list says it; kept in the one order that filters are printed in. */
const query = z
  .string()
  .default('')
  .transform((text) => filterInQuery(text))
  .refine(({ ignored }) => ignored.length === 0, 'The list does not know this filter.')
  .transform(({ filter }) => queryOf(filter))

const aView = {
  input: z.object({ viewId: id }),
  subject: (actor: Actor, { viewId }: { viewId: string }) => findSavedView(actor, viewId),
}

/** More views than these nobody finds their way in. */
const MOST_VIEWS = 50

/** Keeps a filter of the list of articles under a name: one's own, or everybody's where an editor says so. */
export const saveView = command('saveView', {
  permission: 'view.save',
  input: z.object({ name, query, shared: ticked }),
  subject: async () => ({}),

  async run({ actor, input: { name, query, shared: isShared }, record }) {
    if (isShared && !can(actor, 'view.share', {})) {
      throw new Refusal('not-allowed', whyNot(actor, 'view.share', {}))
    }
    const views = await assertNameFree(actor, name)
    if (views.length >= MOST_VIEWS) {
      throw new Refusal('conflict', `There are ${MOST_VIEWS} views already. Delete one first.`)
    }
    const viewId = await insertSavedView(actor, { name, query, isShared })
    record({ type: 'view.saved', viewId, name, query, isShared })
    return { viewId }
  },
})

/** Gives a view another name; a shared one’s its owner or an editor. */
export const renameView = command('renameView', {
  permission: 'view.edit',
  input: aView.input.extend({ name }),
  subject: aView.subject,

  async run({ actor, input: { viewId, name }, subject: { name: from }, record }) {
    if (name === from) throw refuseName('It has this name already.')
    await assertNameFree(actor, name, viewId)
    await updateSavedView(actor, viewId, { name })
    record({ type: 'view.renamed', viewId, name, from })
  },
})

/** Lets everybody in the newsroom use a view. */
export const shareView = command('shareView', {
  permission: 'view.share',
  ...aView,

  async run({ actor, input: { viewId }, subject: { name, isShared }, record }) {
    if (isShared) throw new Refusal('conflict', 'The view is shared already.')
    await updateSavedView(actor, viewId, { isShared: true })
    record({ type: 'view.shared', viewId, name })
  },
})

/** Makes a view its owner’s own again, for as long as there is an owner. */
export const keepViewBack = command('keepViewBack', {
  permission: 'view.edit',
  ...aView,

  async run({ actor, input: { viewId }, subject: { name, isShared, ownedById }, record }) {
    if (!isShared) throw new Refusal('conflict', 'The view is not shared.')
    if (!(await findMember(actor, ownedById))) {
      throw new Refusal(
        'conflict',
        'Whoever saved it has left, so nobody could use it any more. Delete it instead.',
      )
    }
    await updateSavedView(actor, viewId, { isShared: false })
    record({ type: 'view.kept-back', viewId, name })
  },
})

/** Takes a view away; the articles that it showed stay as they are. */
export const deleteView = command('deleteView', {
  permission: 'view.edit',
  ...aView,

  async run({ actor, input: { viewId }, subject: { name }, record }) {
    await updateSavedView(actor, viewId, { removedAt: new Date() })
    record({ type: 'view.deleted', viewId, name })
  },
})

/** Refuses a name that another view has which the actor uses; answers with these views. */
async function assertNameFree(actor: Actor, name: string, but?: string) {
  const views = await listSavedViews(actor)
  const isSame = (one: string) => one.toLocaleLowerCase() === name.toLocaleLowerCase()
  if (views.some((view) => view.id !== but && isSame(view.name))) {
    throw refuseName(`There is a view “${name}” already.`)
  }
  return views
}

const refuseName = (message: string) => new Refusal('invalid', message, { name: message })
