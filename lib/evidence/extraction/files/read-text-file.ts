import { decode } from '@/lib/importing/encoding/decode'
import { type KeptText, keptText } from '../kept-text'
import { type ExtractedArticle, extractArticle } from '../page/extract-article'

/** Reads a page that was saved as HTML, in the encoding that it declares or that its bytes show. */
export function readHtmlFile(
  bytes: Uint8Array,
  { url = null }: { url?: string | null } = {},
): KeptText {
  return keptArticle(
    extractArticle(decode(bytes, { isHtml: true }).content, { url: url ?? undefined }),
    url,
  )
}

/** Reads a plain text in the encoding that its bytes show, with line ends as `\n`. */
export function readPlainText(bytes: Uint8Array): KeptText {
  return keptText('text', decode(bytes, { isHtml: false }).content.replace(/\r\n?/g, '\n'))
}

/** Reads a CSV file (RFC 4180) as it stands, a row a line. */
export function readCsv(bytes: Uint8Array): KeptText {
  return { ...readPlainText(bytes), form: 'table' }
}

function keptArticle(article: ExtractedArticle, url: string | null): KeptText {
  const { text, captions, title, byline, siteName, publishedTime, lang, type } = article
  return {
    ...keptText('page', text),
    ...{ title, byline, type, url, captions },
    publisher: siteName,
    published: publishedTime,
    language: lang,
  }
}
