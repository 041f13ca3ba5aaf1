import { Refusal } from '../domain/refusal'

/**
 * Turns Markdown (GitHub's kind) into HTML for `blocksOfHtml`. Raw HTML passes through as it is, so the
 * result must only ever be parsed into an inert document. YAML front matter is left out.
 */
export async function htmlOfMarkdown(text: string): Promise<string> {
  const { Marked } = await import('marked')
  try {
    return await new Marked({ gfm: true, async: true }).parse(text.replace(FRONT_MATTER, ''))
  } catch {
    // The parser is recursive: thousands of nested quotes overflow its stack.
    throw new Refusal('invalid', 'Stet cannot read this Markdown. Paste it as plain text instead.')
  }
}

/** Lines of `key: value`, lists and comments between two rules; two rules around prose are just rules. */
const FRONT_MATTER = /^---[ \t]*\r?\n(?:(?:[\w-]+:|[ \t]+\S|- |#)[^\n]*\n)+---[ \t]*(?:\r?\n|$)/
