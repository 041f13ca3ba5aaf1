import { listMembers } from '@/lib/db/newsroom/members'
import { type Actor, canBeAssigned } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { ArticleHere } from '../revisions/newest-revision'

/** Refuses to give claims of an article to somebody who may not check there; nobody is always fine. */
export async function assertAssignee(
  actor: Actor,
  article: Pick<ArticleHere, 'writerIds' | 'checkerIds'>,
  userId: string | null,
): Promise<void> {
  if (userId === null) return
  const member = (await listMembers(actor)).find((one) => one.userId === userId)
  const may = member?.removedAt === null && canBeAssigned(actor, member, article)
  if (!may) {
    const message = 'Assign it to an editor or to a checker of this article.'
    throw new Refusal('invalid', message, { assigneeId: message })
  }
}
