import { Refusal } from '../domain/refusal'
import { decode } from './decode'

/** An article as it was opened or pasted, before it is read as blocks. */
export interface ArticleContent {
  kind: 'text' | 'markdown' | 'html'
  content: string
}

/** The largest file that is opened, in bytes. */
const LARGEST_FILE = 5_000_000

/** Reads a .txt, .md or .html file in whatever encoding it was saved. Refuses others, empty ones and those over 5 MB. */
export async function readArticleFile(file: File): Promise<ArticleContent> {
  const kind = kindOf(file.name)
  if (!kind) {
    throw new Refusal(
      'invalid',
      'Stet opens .txt, .md and .html files. Save the text as one of these, or paste it.',
    )
  }
  if (file.size > LARGEST_FILE) {
    throw new Refusal(
      'invalid',
      'This file is larger than 5 MB. Save the text alone, without pictures, or paste it.',
    )
  }
  const content = decode(new Uint8Array(await file.arrayBuffer()), { isHtml: kind === 'html' })
  if (content.trim() === '') throw new Refusal('invalid', 'There is no text in this file.')
  return { kind, content }
}

function kindOf(name: string): ArticleContent['kind'] | null {
  if (/\.txt$/i.test(name)) return 'text'
  if (/\.(?:md|markdown)$/i.test(name)) return 'markdown'
  return /\.html?$/i.test(name) ? 'html' : null
}
