import type { TokenizerAndRendererExtension } from 'marked'

const BODY =
  /^ {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*([^\n]*(?:\n(?:[ \t]+[^\n]*|[^\n[\s][^\n]*))*)(?:\n|$)/
const MARK = /^\[\^([^\]\s]{1,40})\]/

/** Footnotes as many programs write them: `[^1]` in the text, and `[^1]: …` on a line of its own. */
export function footnotes(source: string): TokenizerAndRendererExtension[] {
  const known = new Set([...source.matchAll(/^ {0,3}\[\^([^\]\s]{1,40})\]:/gm)].map(([, id]) => id))
  return [
    {
      name: 'footnote-body',
      level: 'block',
      start: (src) => /^ {0,3}\[\^/m.exec(src)?.index,
      tokenizer(src) {
        const [raw, id, text = ''] = BODY.exec(src) ?? []
        if (raw === undefined) return undefined
        const words = text.replace(/\n[ \t]+/g, '\n')
        return { type: 'footnote-body', raw, id, tokens: this.lexer.inline(words) }
      },
      renderer({ id, tokens = [] }) {
        return `<div role="doc-footnote" id="note:${escaped(id)}"><p>[${escaped(id)}] ${this.parser.parseInline(tokens)}</p></div>\n`
      },
    },
    {
      name: 'footnote-mark',
      level: 'inline',
      start: (src) => (known.size > 0 ? src.indexOf('[^') : undefined),
      tokenizer(src) {
        const [raw, id] = MARK.exec(src) ?? []
        return raw && known.has(id) ? { type: 'footnote-mark', raw, id } : undefined
      },
      renderer: ({ id }) =>
        `<sup class="footnote-ref" data-note="note:${escaped(id)}">[${escaped(id)}]</sup>`,
    },
  ]
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
