import { stringify } from 'csv-stringify/sync'
import { FACT_FIELDS, fieldsOf } from '@/lib/domain/ledger/fact-fields'
import type { FactSaid } from '@/lib/domain/ledger/facts'
import { keysOf } from '@/lib/domain/vocabulary'

/**
 * Facts as a table, a row each, as it can be imported again (RFC 4180, with a byte order mark). A cell that a spreadsheet would take for a
 * formula begins with an apostrophe. Nothing of the claims that they come from stands in it.
 */
export function ledgerCsv(facts: readonly FactSaid[]): string {
  const fields = keysOf(FACT_FIELDS)
  const rows = facts.map((fact) => {
    const said = fieldsOf(fact)
    return fields.map((field) => said[field] ?? '')
  })
  return stringify([fields.map((field) => FACT_FIELDS[field]), ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
    quoted_match: /[\r\n\t;]/,
  })
}
