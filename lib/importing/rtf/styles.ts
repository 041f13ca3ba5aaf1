import { kindOf } from '../word/styles'
import type { Fonts } from './fonts'
import { type Group, groupsOf, isGroup, numberAt } from './group-tree'
import { AT_FIRST, type ParagraphStanding } from './standing'
import { flatWords } from './steps'

/** The kinds of blocks of a document's styles by their numbers, their own or those of what they are based on. */
export class RtfStyles {
  readonly #styles = new Map<number, { name: string; base: number | null }>()

  constructor(document: Group, fonts: Fonts) {
    for (const sheet of groupsOf(document, 'stylesheet'))
      for (const style of sheet.children.filter(isGroup)) {
        if (numberAt(style, 'cs') !== null || numberAt(style, 'ts') !== null) continue
        const name = flatWords(
          { children: style.children.filter((one) => !isGroup(one)) },
          AT_FIRST,
          fonts,
        )
        this.#styles.set(numberAt(style, 's') ?? 0, {
          name: name.replace(/;.*$/s, '').trim(),
          base: numberAt(style, 'sbasedon'),
        })
      }
  }

  /** What kind of block a paragraph is that stands so; undefined where nothing says it. */
  kindOf({ style, outline }: ParagraphStanding): string | undefined {
    const seen = new Set<number>()
    for (let at = style; at !== null && !seen.has(at); ) {
      seen.add(at)
      const known = this.#styles.get(at)
      const kind = known && kindOf(known.name)
      if (kind) return kind
      at = known?.base ?? null
    }
    if (outline === null || outline > 8) return undefined
    return outline === 0 ? 'headline' : 'subhead'
  }
}

/** Who made changes, by the numbers that they are named by. */
export function changeAuthors(document: Group, fonts: Fonts): string[] {
  return groupsOf(document, 'revtbl').flatMap((table) =>
    table.children
      .filter(isGroup)
      .map((one) => flatWords(one, AT_FIRST, fonts).replace(/;$/, '').trim()),
  )
}
