import { z } from 'zod'
import { bundleClaimsSchema, bundleEvidenceSchema } from '@/lib/domain/report/bundle'

/** The JSON Schemas (draft 2020-12) of a bundle's own files, closed, by the names under which they are published. */
export function bundleJsonSchemas(): Record<string, object> {
  return {
    'stet-bundle-claims-1.json': closed('stet-bundle-claims-1', bundleClaimsSchema),
    'stet-bundle-evidence-1.json': closed('stet-bundle-evidence-1', bundleEvidenceSchema),
  }
}

function closed($id: string, schema: z.ZodObject): object {
  return { ...z.toJSONSchema(schema, { io: 'output' }), $id }
}
