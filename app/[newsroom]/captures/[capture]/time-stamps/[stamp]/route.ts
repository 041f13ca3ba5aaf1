import { attachment, grantedStamp } from './granted-stamp'

/** An authority's whole answer as it came (RFC 3161, TimeStampResp in DER). */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[newsroom]/captures/[capture]/time-stamps/[stamp]'>,
) {
  const stamp = await grantedStamp(await params)
  if (!stamp) return new Response(null, { status: 404 })
  const { response, name } = stamp
  return attachment(response, { type: 'application/timestamp-reply', name: `${name}.tsr` })
}
