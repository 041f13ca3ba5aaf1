import type { Separator } from '@/lib/domain/sheets/sheet'
import type { EncodingName } from '../encoding/encodings'

/** How a sheet is to be read; what is left out is found out. */
export interface SheetWishes {
  /** Of the file, as it was chosen. */
  name: string
  worksheet?: number
  separator?: Separator
  encoding?: EncodingName
}
