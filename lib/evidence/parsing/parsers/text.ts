import { readFile } from 'node:fs/promises'
import type { CaptureFacts } from '@/lib/domain/captures/capture'
import { type KeptText, keptText } from '../../extraction/kept-text'
import { sourceFacts } from '../../extraction/source-facts'
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
  // Only what this file takes is loaded: a process of its own begins with nothing.
  if (mediaType === 'application/pdf') {
    return (await import('../../extraction/pdf/read-pdf-text')).readPdfText(path)
  }
  if (/\.wacz$/i.test(name)) return (await import('../../extraction/wacz/read-wacz')).readWacz(path)
  const bytes = () => readFile(path)
  if (/\.mhtml?$/i.test(name) || mediaType === 'multipart/related') {
    return (await import('../../extraction/files/read-mhtml')).readMhtml(await bytes())
  }
  if (mediaType === 'message/rfc822') {
    return (await import('../../extraction/files/read-eml')).readEml(await bytes())
  }
  if (!mediaType.startsWith('text/') && mediaType !== 'application/xhtml+xml') {
    return keptText('text', '')
  }
  const texts = await import('../../extraction/files/read-text-file')
  if (/html/.test(mediaType)) return texts.readHtmlFile(await bytes(), { url })
  return mediaType === 'text/csv'
    ? texts.readCsv(await bytes())
    : texts.readPlainText(await bytes())
}

function factsOf(kept: KeptText): CaptureFacts {
  const { title, publisher, published } = sourceFacts(kept)
  return { title, publisher, published, byline: kept.byline ?? '', language: kept.language ?? '' }
}
