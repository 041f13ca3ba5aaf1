import { certificatesFor } from '@/lib/evidence/time-stamps/verification'
import { attachment, grantedStamp } from '../granted-stamp'

/** The certificates that a time stamp is verified against (PEM). */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[newsroom]/captures/[capture]/time-stamps/[stamp]/certificates'>,
) {
  const stamp = await grantedStamp(await params)
  if (!stamp) return new Response(null, { status: 404 })
  const { name } = stamp
  const pem = await certificatesFor(stamp)
  return attachment(pem, { type: 'application/x-pem-file', name: `${name}.pem` })
}
