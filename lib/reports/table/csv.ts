import type { Report } from '@/lib/domain/report/schema'
import { COLUMNS, claimsOf } from './claim-columns'
import { tableCsv } from './table-csv'

/** A report as a table, a row per claim. */
export function reportCsv(report: Report): string {
  const rows = claimsOf(report).map((claim) => COLUMNS.map(({ cell }) => cell(claim, report)))
  return tableCsv([COLUMNS.map(({ heading }) => heading), ...rows])
}
