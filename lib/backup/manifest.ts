import { z } from 'zod'

/** The format of this version; a newer one is refused. */
export const FORMAT = 1

const digest = z.string().regex(/^[\da-f]{64}$/)
const file = z.object({ newsroomId: z.string(), sha256: digest, bytes: z.number().int().min(0) })

const schema = z.object({
  format: z.number().int(),
  /** When its one snapshot of the database was taken, ISO 8601 in UTC. */
  madeAt: z.iso.datetime(),
  /** The newest migration that the database had gone through. */
  schema: z.string(),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int().min(0),
    }),
  ),
  /** Where each newsroom's log ended: the last entry's number and hash. */
  heads: z.array(z.object({ newsroomId: z.string(), seq: z.number().int(), hash: z.string() })),
  /** Kept files that a row names and that were gone from their store, or not what they were. */
  missing: z.array(file),
  /** Every other part of the archive, in its order. */
  entries: z.array(z.object({ name: z.string(), bytes: z.number().int().min(0), sha256: digest })),
})

/** What a backup says of itself, as its last part: only a whole one has it. */
export type Manifest = z.infer<typeof schema>

export const MANIFEST = 'manifest.json'

/** A manifest as it stands in an archive; null where it is none. */
export function parseManifest(text: string): Manifest | null {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
