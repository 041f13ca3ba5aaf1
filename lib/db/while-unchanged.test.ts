import { expect } from 'vitest'
import { setStatus } from '@/lib/commands/claims/claims'
import { test } from '@/lib/testing/database/rollback'
import { again, aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { whileUnchanged } from './while-unchanged'

async function counted(most = 2) {
  const newsroom = await aNewsroom()
  const ada = await newsroom.member('editor', 'Ada')
  const ben = await newsroom.member('checker', 'Ben')
  const reads: string[] = []
  const known = whileUnchanged(most, String, async (actor, what: string) => {
    reads.push(`${actor.name} ${what}`)
    if (what === 'broken') throw new Error('the database is away')
    return `${what} of ${actor.name}`
  })
  return { newsroom, ada, ben, reads, known }
}

test('what nobody changed is read once for each person', async () => {
  const { ada, ben, reads, known } = await counted()
  expect(await known(ada, 'bridge')).toBe('bridge of Ada')
  expect(await known(ada, 'bridge')).toBe('bridge of Ada')
  expect(await known(ben, 'bridge')).toBe('bridge of Ben')
  expect(reads).toEqual(['Ada bridge', 'Ben bridge'])
})

test('after any change in the newsroom it is read again', async () => {
  const { newsroom, ada, reads, known } = await counted()
  const article = await newsroom.article({ by: ada })
  const { claimId } = await newsroom.claim(article, 'opened in 1932')
  const before = await again(ada)
  if (!before) throw new Error('Ada is not here')
  await known(before, 'bridge')
  await setStatus(ada, { claimId, from: 'unchecked', status: 'in_progress' })
  const after = await again(ada)
  if (!after) throw new Error('Ada is not here')
  await known(after, 'bridge')
  expect(reads).toEqual(['Ada bridge', 'Ada bridge'])
})

test('what failed is not kept, and only so many are', async () => {
  const { ada, reads, known } = await counted()
  await expect(known(ada, 'broken')).rejects.toThrow('away')
  await expect(known(ada, 'broken')).rejects.toThrow('away')
  for (const what of ['one', 'two', 'three', 'one']) await known(ada, what)
  expect(reads).toEqual(['broken', 'broken', 'one', 'two', 'three', 'one'].map((x) => `Ada ${x}`))
})
