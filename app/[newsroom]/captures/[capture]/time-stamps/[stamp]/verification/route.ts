import { findCapture } from '@/lib/db/captures/captures'
import { openStore } from '@/lib/evidence/files/open-store'
import { problemOf } from '@/lib/evidence/files/verify-files'
import { verifyKept } from '@/lib/evidence/time-stamps/verification'
import { grantedStamp } from '../granted-stamp'

/** Verifies a time stamp, and the file that it dates, as they are kept now; says in words what holds. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[newsroom]/captures/[capture]/time-stamps/[stamp]/verification'>,
) {
  const stamp = await grantedStamp(await params)
  const capture = stamp && (await findCapture(stamp.actor, stamp.captureId))
  const part = capture?.parts.find(({ sha256 }) => sha256 === stamp?.sha256)
  if (!stamp || !part) return new Response(null, { status: 404 })

  const kept = { newsroomId: stamp.actor.newsroomId, sha256: part.sha256, bytes: part.bytes }
  const problem = await problemOf(openStore(), kept)
  const checked = await verifyKept({ ...stamp, file: problem ?? 'whole' })
  return Response.json(checked, { headers: { 'cache-control': 'private, no-store' } })
}
