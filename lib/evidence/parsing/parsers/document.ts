import { readFile } from 'node:fs/promises'
import { importDocument } from '@/lib/importing/document/import-document'
import type { Made, ParserArgs, ParserValue } from '../parser-kinds'

/** Reads a document as an article. */
export async function parse(
  path: string,
  { name, ...wishes }: ParserArgs<'document'>,
): Promise<Made<ParserValue<'document'>>> {
  const { blocks, lines, notes } = await importDocument(await readFile(path), name, wishes)
  return { value: { blocks, lines, notes } }
}
