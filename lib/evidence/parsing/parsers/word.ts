import { readFile } from 'node:fs/promises'
import { importDocx } from '@/lib/importing/word/import-docx'
import type { Made, ParserArgs, ParserValue } from '../parser-kinds'

/** Reads a Word document as an article. */
export async function parse(
  path: string,
  wishes: ParserArgs<'word'>,
): Promise<Made<ParserValue<'word'>>> {
  const { blocks, lines, notes } = await importDocx(await readFile(path), wishes)
  return { value: { blocks, lines, notes } }
}
