import { z } from 'zod'
import { type Report, reportSchema } from '@/lib/domain/report/schema'

/**
 * A report as indented JSON, checked against its schema first, which also leaves out whatever the
 * schema does not name. `origin` is the address of the installation that serves the schema and opens
 * kept copies; without one the report leads to neither.
 */
export function reportJson(report: Report, origin?: string): string {
  const value = leadingTo(origin, reportSchema.parse(report))
  const $schema = origin && `${origin.replace(/\/+$/, '')}/schemas/${SCHEMA_ID}.json`
  return `${JSON.stringify($schema ? { $schema, ...value } : value, null, 2)}\n`
}

function leadingTo(origin: string | undefined, report: Report): Report {
  const inFull = <Claim extends Pick<Report['claims'][number], 'evidence'>>(claim: Claim) => ({
    ...claim,
    evidence: claim.evidence.map(({ opensAt, ...evidence }) => ({
      ...evidence,
      ...(origin && opensAt && { opensAt: new URL(opensAt, origin).href }),
    })),
  })
  return {
    ...report,
    claims: report.claims.map(inFull),
    ...(report.unplaced && { unplaced: report.unplaced.map(inFull) }),
  }
}

const SCHEMA_ID = 'stet-report-1'

/** The JSON Schema (draft 2020-12) of an exported report, closed: a property that it does not name is an error. */
export function reportJsonSchema(): object {
  const schema = z.toJSONSchema(reportSchema)
  const properties = { $schema: { type: 'string' }, ...schema.properties }
  return { ...schema, $id: SCHEMA_ID, properties }
}
