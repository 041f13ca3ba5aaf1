import { findActor } from '@/lib/auth/current-actor'
import { findChainHead, listAuditPages } from '@/lib/db/audit/log'
import { listHiddenClaims } from '@/lib/db/claims/second-checks'
import { isConfirmedLately } from '@/lib/domain/accounts/confirmation'
import { can } from '@/lib/domain/policy'
import { signed, signedCheckpoint, signingKey } from '@/lib/keys/signing-key'
import { logFile, logFileName } from '@/lib/reports/log-file'

/** The newsroom's whole log as a file, for whoever may read it and showed lately who they are; made while it is sent. */
export async function GET(_request: Request, { params }: RouteContext<'/[newsroom]/log/export'>) {
  const actor = await findActor((await params).newsroom)
  if (!actor || !can(actor, 'newsroom.read-log', {})) {
    return new Response('There is no such log.', { status: 404 })
  }
  const hidden = await listHiddenClaims(actor, 5)
  if (hidden.length > 0) {
    return new Response(
      `The log tells verdicts that are hidden from you until your own second check is saved: on ${LIST.format(hidden)}. Give it first, or let somebody export the log who does not check these claims.\n`,
      { status: 403, headers: { 'cache-control': 'private, no-store' } },
    )
  }
  if (!isConfirmedLately(actor.confirmedAt, new Date())) {
    const asking = new URL(`/${actor.newsroomSlug}/log?confirm=export`, process.env.NEXTAUTH_URL)
    return Response.redirect(asking, 303)
  }
  const head = await findChainHead(actor)
  const header = {
    newsroom: { id: actor.newsroomId, name: actor.newsroomName },
    generatedBy: actor.name,
    checkpoint: signedCheckpoint({ newsroomId: actor.newsroomId, ...head }),
    key: signingKey().pem,
    sign: signed,
  }
  return new Response(logFile(header, listAuditPages(actor, head.seq)), {
    headers: {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': `attachment; filename="${logFileName(actor.newsroomSlug, head.seq)}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

const LIST = new Intl.ListFormat('en-GB')
