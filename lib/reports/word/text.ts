import { HeadingLevel, Paragraph, type ParagraphChild } from 'docx'
import type { Run, TextPart } from '../view/text-segments'
import { spoken } from './facts'
import { numberLink } from './headings'
import { runs, type Setting } from './runs'
import { UNDERLINES } from './styles'

/** The article's text, its claims underlined and numbered. */
export function textOf(parts: readonly TextPart[], language: string): Paragraph[] {
  return parts.flatMap((part) =>
    part.items.map(
      (item) =>
        new Paragraph({
          ...settingOf(part),
          bidirectional: item.dir === 'rtl',
          children: item.runs.flatMap((run) => marked(run, item.dir, language)),
        }),
    ),
  )
}

function settingOf({ kind, level }: TextPart): Setting {
  if (level === 3) return { heading: HeadingLevel.HEADING_2 }
  if (level === 4) return { heading: HeadingLevel.HEADING_3 }
  if (kind === 'quote' || kind === 'pull_quote') return { style: 'ArticleQuote' }
  return { style: 'ArticleText', ...(kind === 'list_item' && { bullet: { level: 0 } }) }
}

function marked(run: Run, dir: 'ltr' | 'rtl', language: string): ParagraphChild[] {
  const innermost = run.marks.at(-1)
  const look = { ...(innermost && UNDERLINES[innermost]), ...spoken(language) }
  return [
    ...runs({ text: run.text, dir }, look),
    ...run.ends.map(({ number }) => numberLink(number, { superScript: true, bold: true })),
  ]
}
