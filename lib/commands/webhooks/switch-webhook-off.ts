/** A webhook that took nothing for days, which nobody switches off but Stet. */

import { appendEvents, lockChain } from '@/lib/db/audit/log'
import { transaction } from '@/lib/db/client'
import { insertJob } from '@/lib/db/jobs/jobs'
import { listAdminsOf } from '@/lib/db/newsroom/queue'
import { updateWebhook } from '@/lib/db/newsroom/webhooks'

/** Switches a webhook off, with why in a sentence, and has the newsroom's admins told by mail. It is on record as of whoever added it. */
export async function switchWebhookOff(
  webhook: { id: string; newsroomId: string; addedById: string; host: string },
  says: string,
  isMailed: boolean,
): Promise<void> {
  const { id, newsroomId, addedById: userId, host } = webhook
  await transaction(async () => {
    const head = await lockChain({ newsroomId })
    await updateWebhook({ newsroomId }, id, { isOn: false, offReason: says })
    for (const admin of isMailed ? await listAdminsOf(newsroomId) : []) {
      await insertJob(admin, {
        kind: 'send_mail',
        about: `A webhook is off, to ${admin.user.email}`,
        input: { letter: 'webhook-off', userId: admin.userId, webhookId: id },
      })
    }
    const off = { type: 'webhook.switched-off', webhookId: id, host, says } as const
    await appendEvents({ newsroomId, userId }, head, [off])
  }, newsroomId)
}
