import { describe, expect } from 'vitest'
import { listEvents } from '@/lib/db/audit/log-events'
import { listComments } from '@/lib/db/discussion/comments'
import { findWaiting } from '@/lib/db/waiting/find-waiting'
import type { Actor } from '@/lib/domain/policy'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { reopenComment, resolveComment, writeComment } from './comments'

describe('a comment', () => {
  test('reaches whom it calls by name, until it is resolved', async () => {
    const { tom, ines, claimId } = await aDesk()
    const { commentId } = await writeComment(tom, { claimId, text: '@Ines Marek, see page 4.' })
    expect(await listMentions(ines)).toEqual([commentId])
    expect(await listMentions(tom)).toEqual([])

    await resolveComment(ines, { commentId })
    expect(await listMentions(ines)).toEqual([])
    await expect(resolveComment(tom, { commentId })).rejects.toThrow('Ines Marek resolved')
    await reopenComment(tom, { commentId })
    expect(await listMentions(ines)).toHaveLength(1)
    await expect(reopenComment(tom, { commentId })).rejects.toThrow('open already')
  })

  test('is not for the writer, who cannot be called either', async () => {
    const { tom, lena, claimId, articleId } = await aDesk()
    await writeComment(tom, { claimId, text: 'This smells.' })
    await expect(writeComment(tom, { claimId, text: 'Ask @Lena.' })).rejects.toMatchObject({
      fields: { text: expect.stringContaining('Lena does not see') },
    })
    expect(await listComments(lena, { articleId, claimId })).toEqual([])
    expect(JSON.stringify(await listEvents(lena, { claimId }))).not.toContain('smells')
  })

  test('is for writers too where they check themselves', async () => {
    const { tom, lena, claimId, articleId } = await aDesk({ selfCheck: true })
    await writeComment(tom, { claimId, text: 'Ask @Lena.' })
    expect(await listComments(lena, { articleId, claimId })).toMatchObject([{ mentions: ['Lena'] }])
    expect(await listMentions(lena)).toHaveLength(1)
  })
})

/** The comments that call somebody and wait for them. */
async function listMentions(actor: Actor): Promise<string[]> {
  const { lines } = await findWaiting(actor)
  return lines.flatMap(({ kind, id }) => (kind === 'mention' ? id : []))
}

async function aDesk(options: { selfCheck?: boolean } = {}) {
  const newsroom = await aNewsroom(options)
  const ines = await newsroom.member('editor', 'Ines Marek')
  const tom = await newsroom.member('checker', 'Tom')
  const lena = await newsroom.member('writer', 'Lena')
  const article = await newsroom.article({ by: ines, writers: [lena], checkers: [tom] })
  const { claimId, articleId } = await newsroom.claim({ ...article, by: tom }, 'opened in 1932')
  return { ines, tom, lena, claimId, articleId }
}
