import { readFile } from 'node:fs/promises'
import { importPage } from '../../extraction/page/import/import-page'
import type { Made, ParserArgs, ParserValue } from '../parser-kinds'

/** Reads the article in a page. */
export async function parse(
  path: string,
  wishes: ParserArgs<'page'>,
): Promise<Made<ParserValue<'page'>>> {
  return { value: importPage(await readFile(path), wishes) }
}
