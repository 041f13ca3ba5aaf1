import { stringify } from 'csv-stringify/sync'
import type { Report } from '@/lib/domain/report/schema'
import { COLUMNS, claimsOf } from './claim-columns'

/**
 * A report as a table, a row per claim (RFC 4180, with a byte order mark). A cell that a spreadsheet
 * would take for a formula begins with an apostrophe.
 */
export function reportCsv(report: Report): string {
  const rows = claimsOf(report).map((claim) => COLUMNS.map(({ cell }) => cell(claim, report)))
  return stringify([COLUMNS.map(({ heading }) => heading), ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
    // A line break of any kind, and what a spreadsheet of another country splits cells at.
    quoted_match: /[\r\n\t;]/,
  })
}
