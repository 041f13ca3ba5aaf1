import type { Block } from '@/lib/domain/text/blocks'
import { blocksOfHtml } from './html'
import { htmlOfMarkdown } from './markdown'
import { blocksOfPlainText } from './plain-text'
import type { ArticleContent } from './read-file'

/** Reads an opened or pasted article as blocks. Works where there is a `DOMParser`: in a browser. */
export async function blocksOfContent({ kind, content }: ArticleContent): Promise<Block[]> {
  if (kind === 'text') return blocksOfPlainText(content)
  const html = kind === 'markdown' ? await htmlOfMarkdown(content) : content
  return blocksOfHtml(new DOMParser().parseFromString(html, 'text/html'))
}
