import { reportJsonSchema } from '@/lib/reports/json'

/** The published schema of the report's JSON form; anybody may read it. */
export async function GET(_request: Request, { params }: RouteContext<'/schemas/[name]'>) {
  if ((await params).name !== 'stet-report-1.json') return new Response(null, { status: 404 })
  return Response.json(reportJsonSchema(), {
    headers: { 'content-type': 'application/schema+json' },
  })
}
