import { readFile } from 'node:fs/promises'
import type { CaptureFacts } from '@/lib/domain/captures/capture'
import { readEml } from '../../extraction/files/read-eml'
import { readMhtml } from '../../extraction/files/read-mhtml'
import { readCsv, readHtmlFile, readPlainText } from '../../extraction/files/read-text-file'
import { type KeptText, keptText } from '../../extraction/kept-text'
import { readPdfText } from '../../extraction/pdf/read-pdf-text'
import { sourceFacts } from '../../extraction/source-facts'
import { readWacz } from '../../extraction/wacz/read-wacz'
import type { Made, ParserArgs, ParserValue } from '../parser-kinds'

/** Reads the words of a file of a kind that has some, and what it says of itself. */
export async function parse(
  path: string,
  { mediaType, name, url }: ParserArgs<'text'>,
): Promise<Made<ParserValue<'text'>>> {
  const kept = await readKept(path, { mediaType, name, url })
  return { value: { text: kept.text, facts: factsOf(kept) } }
}

async function readKept(
  path: string,
  { mediaType, name, url }: ParserArgs<'text'>,
): Promise<KeptText> {
  if (mediaType === 'application/pdf') return readPdfText(path)
  if (/\.wacz$/i.test(name)) return readWacz(path)
  const bytes = () => readFile(path)
  if (mediaType === 'text/html' || mediaType === 'application/xhtml+xml') {
    return readHtmlFile(await bytes(), { url })
  }
  if (/\.mhtml?$/i.test(name) || mediaType === 'multipart/related') return readMhtml(await bytes())
  if (mediaType === 'message/rfc822') return readEml(await bytes())
  if (mediaType === 'text/csv') return readCsv(await bytes())
  if (mediaType.startsWith('text/')) return readPlainText(await bytes())
  return keptText('text', '')
}

function factsOf(kept: KeptText): CaptureFacts {
  const { title, publisher, published } = sourceFacts(kept)
  return { title, publisher, published, byline: kept.byline ?? '', language: kept.language ?? '' }
}
