'use client'

import { columnName, columnsIn, type SheetRow } from '@/lib/domain/sheets/sheet'

/** How many rows are shown, and how much of a cell, in UTF-16 units. */
const SHOWN = 5
const LONGEST = 120

/** The first rows of a sheet, as it was read, from its headings on. */
export function FirstRows({ rows, header }: { rows: readonly SheetRow[]; header: number }) {
  const from = Math.max(
    0,
    rows.findIndex(({ number }) => number === header),
  )
  const shown = rows.slice(from, from + SHOWN + (header > 0 ? 1 : 0))
  const columns = Array.from({ length: columnsIn(shown) }, (_, column) => column)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is scrolled by keys, too
    <section className="sheet-rows" aria-label="First rows of the sheet" tabIndex={0}>
      <table className="table small">
        <thead>
          <tr>
            <th scope="col">Row</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnName(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ number, cells, isHidden }) => (
            <tr key={number} data-headings={number === header || undefined}>
              <th scope="row">
                {number}
                {isHidden && <span className="quiet"> hidden</span>}
              </th>
              {columns.map((column) => (
                <td key={column} dir="auto">
                  {shortened(cells[column] ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const shortened = (cell: string) =>
  cell.length > LONGEST ? `${cell.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…` : cell
