import { type Figure, tableOf } from '@/lib/domain/figures/figure'
import { tableCsv } from './table-csv'

/** The table behind a figure, a row for each of its rows. */
export function figureCsv(figure: Figure): string {
  return tableCsv(tableOf(figure))
}
