import { actorToTell } from '@/lib/auth/look-up-actor'
import { mailWaiting } from '@/lib/commands/newsroom/mail-waiting'
import { listMembersToTell } from '@/lib/db/waiting/queue'
import { isMailSet } from '@/lib/mail/settings'

/** What is near its deadline, and whose digest is due, is judged anew every quarter of an hour. */
const QUARTER = 900_000

/** Where each newsroom's log ended, and in which quarter it was, when its people were last told. */
const seen = new Map<string, string>()

/**
 * Has mails sent to whoever something new waits for, in the newsrooms in which something happened since, or a quarter of an
 * hour went by. It asks what waits and not what happened, so nothing is lost that happens while nobody looks.
 */
export async function tellWaiting(now = new Date()): Promise<void> {
  if (!isMailSet()) return
  for (const { newsroomId, seq, members } of await listMembersToTell()) {
    const state = `${seq} ${Math.floor(now.getTime() / QUARTER)}`
    if (seen.get(newsroomId) === state) continue
    let isDone = true
    // One after another: the connections are others' too.
    for (const member of members) isDone = (await tell(member, now)) && isDone
    if (isDone) seen.set(newsroomId, state)
  }
}

/** Whether somebody could be told. What stands in the way of one person keeps nothing from the others. */
async function tell(member: { userId: string; newsroomId: string }, now: Date): Promise<boolean> {
  try {
    const actor = await actorToTell(member)
    if (actor) await mailWaiting(actor, now)
    return true
  } catch (error) {
    console.error(`What waits for ${member.userId} could not be looked at:`, error)
    return false
  }
}
