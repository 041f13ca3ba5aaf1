import { readFile } from 'node:fs/promises'
import { readSheetOf } from '@/lib/importing/sheets/read-sheet'
import type { Made, ParserArgs, ParserValue } from '../parser-kinds'

/** Reads a sheet of checks. */
export async function parse(
  path: string,
  wishes: ParserArgs<'sheet'>,
): Promise<Made<ParserValue<'sheet'>>> {
  return { value: await readSheetOf(await readFile(path), wishes) }
}
