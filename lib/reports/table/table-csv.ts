import { stringify } from 'csv-stringify/sync'

/**
 * Rows as a table (RFC 4180, with a byte order mark). A cell that a spreadsheet would take for a formula begins with an
 * apostrophe.
 */
export function tableCsv(rows: readonly (readonly (string | number)[])[]): string {
  return stringify([...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
    // A line break of any kind, and what a spreadsheet of another country splits cells at.
    quoted_match: /[\r\n\t;]/,
  })
}
