export const dynamic = 'force-dynamic'

/** Says that this process answers; it asks nothing of the database. One that is ready to serve says so at `/api/ready`. */
export function GET() {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
}
