import { bundleJsonSchemas } from '@/lib/reports/bundle/schemas'
import { reportJsonSchema } from '@/lib/reports/json'
import { readersBoxJsonSchema } from '@/lib/reports/readers-box/readers-box'

/** The published schemas of what leaves Stet as JSON; anybody may read them. */
export async function GET(_request: Request, { params }: RouteContext<'/schemas/[name]'>) {
  const schemas: Record<string, object> = {
    'stet-report-1.json': reportJsonSchema(),
    'stet-readers-box-1.json': readersBoxJsonSchema(),
    ...bundleJsonSchemas(),
  }
  const { name } = await params
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined
  if (!schema) return new Response(null, { status: 404 })
  return Response.json(schema, { headers: { 'content-type': 'application/schema+json' } })
}
