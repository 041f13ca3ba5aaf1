/** Who may have something to hear by mail, before it is known who they are. */

import { db } from '../client'

/** The newsrooms in which somebody hears by mail of what waits, with where their logs end, and who that is. */
export async function listMembersToTell() {
  const rows = await db().newsroom.findMany({
    select: {
      ...{ id: true, auditSeq: true },
      memberships: {
        where: {
          removedAt: null,
          user: { isProgram: false },
          NOT: { mailBlocks: 'never', mailAsked: 'never', mailWork: 'never' },
        },
        select: { userId: true, newsroomId: true },
      },
    },
  })
  return rows.map(({ id, auditSeq, memberships }) => ({
    ...{ newsroomId: id, seq: auditSeq, members: memberships },
  }))
}
