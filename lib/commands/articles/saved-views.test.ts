import { expect } from 'vitest'
import { listSavedViews } from '@/lib/db/articles/saved-views'
import { listEvents } from '@/lib/db/audit/log-events'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { removeMember, setRole } from '../newsroom/members'
import { deleteView, keepViewBack, renameView, saveView, shareView } from './saved-views'

const names = async (actor: Parameters<typeof listSavedViews>[0]) =>
  (await listSavedViews(actor)).map(({ name }) => name)

test('a view is its owner’s own until an editor shares it', async () => {
  const newsroom = await aNewsroom()
  const [ines, tom] = [await newsroom.member('editor'), await newsroom.member('checker')]
  const { viewId } = await saveView(ines, { name: ' My  drafts ', query: 'mine=1&state=draft' })
  await saveView(tom, { name: 'Late', query: 'deadline=overdue' })
  expect(await names(ines)).toEqual(['My drafts'])
  expect(await names(tom)).toEqual(['Late'])
  await expect(renameView(tom, { viewId, name: 'His' })).rejects.toMatchObject({
    reason: 'not-found',
  })

  await shareView(ines, { viewId })
  expect(await listSavedViews(tom)).toMatchObject([
    { name: 'Late', isShared: false },
    { name: 'My drafts', query: 'state=draft&mine=1', isShared: true, ownedById: ines.userId },
  ])
  await expect(shareView(ines, { viewId })).rejects.toMatchObject({ reason: 'conflict' })
  for (const change of [renameView, keepViewBack, deleteView]) {
    await expect(change(tom, { viewId, name: 'His' })).rejects.toMatchObject({
      reason: 'not-allowed',
    })
  }
  await keepViewBack(ines, { viewId })
  expect(await names(tom)).toEqual(['Late'])
})

test('only an editor shares, also while saving', async () => {
  const newsroom = await aNewsroom()
  const [ines, tom] = [await newsroom.member('editor'), await newsroom.member('checker')]
  const late = { name: 'Late', query: 'deadline=overdue' }
  await expect(saveView(tom, { ...late, shared: 'yes' })).rejects.toMatchObject({
    reason: 'not-allowed',
  })
  const { viewId } = await saveView(tom, late)
  await expect(shareView(tom, { viewId })).rejects.toMatchObject({ reason: 'not-allowed' })
  await saveView(ines, { ...late, shared: 'yes' })
  expect(await names(tom)).toEqual(['Late', 'Late'])
})

test('what cannot be saved is refused, and says why', async () => {
  const newsroom = await aNewsroom()
  const tom = await newsroom.member('checker')
  await saveView(tom, { name: 'Late', query: 'deadline=overdue' })
  for (const [input, field, message] of [
    [{ name: ' ', query: '' }, 'name', 'Give the view a name.'],
    [{ name: 'a'.repeat(61), query: '' }, 'name', 'At most 60 characters.'],
    [{ name: 'Odd', query: 'state=lost' }, 'query', 'The list does not know this filter.'],
    [{ name: 'late', query: '' }, 'name', 'There is a view “late” already.'],
  ] as const) {
    await expect(saveView(tom, input)).rejects.toMatchObject({ fields: { [field]: message } })
  }
  expect(await names(tom)).toEqual(['Late'])
})

test('a view is renamed and deleted, and the log says so', async () => {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor')
  const { viewId } = await saveView(ines, { name: 'Late', query: 'deadline=overdue' })
  await expect(renameView(ines, { viewId, name: 'Late' })).rejects.toMatchObject({
    fields: { name: 'It has this name already.' },
  })
  await renameView(ines, { viewId, name: 'Overdue' })
  await deleteView(ines, { viewId })
  expect(await names(ines)).toEqual([])
  await expect(deleteView(ines, { viewId })).rejects.toMatchObject({ reason: 'not-found' })
  expect((await listEvents(ines)).map(({ event }) => event)).toMatchObject([
    { type: 'view.deleted', viewId, name: 'Overdue' },
    { type: 'view.renamed', from: 'Late', name: 'Overdue' },
    { type: 'view.saved', query: 'deadline=overdue', isShared: false },
  ])
})

test('a shared view outlives its owner, and an editor looks after it', async () => {
  const newsroom = await aNewsroom()
  const [ada, eve] = [await newsroom.member('admin'), await newsroom.member('editor')]
  const tom = await newsroom.member('checker')
  const { viewId } = await saveView(eve, { name: 'Late', query: '', shared: 'yes' })
  await saveView(eve, { name: 'Hers', query: '' })
  await removeMember(ada, { userId: eve.userId })
  expect(await names(tom)).toEqual(['Late'])
  await expect(keepViewBack(ada, { viewId })).rejects.toMatchObject({
    reason: 'conflict',
    message: expect.stringContaining('has left'),
  })
  await renameView(ada, { viewId, name: 'Overdue' })
  expect(await names(tom)).toEqual(['Overdue'])
})

test('whoever is an editor no more keeps the views that they shared', async () => {
  const newsroom = await aNewsroom()
  const [ada, eve] = [await newsroom.member('admin'), await newsroom.member('editor')]
  const { viewId } = await saveView(eve, { name: 'Late', query: '', shared: 'yes' })
  await setRole(ada, { userId: eve.userId, role: 'checker' })
  const asChecker = { ...eve, role: 'checker' as const }
  await keepViewBack(asChecker, { viewId })
  await expect(shareView(asChecker, { viewId })).rejects.toMatchObject({ reason: 'not-allowed' })
})
