import type { Span } from '../text/blocks'

/**
 * Words that only connect others and assert nothing by themselves. No negation, no modal verb and no
 * quantity is among them: those change what is said.
 */
const CONNECTING: Record<string, ReadonlySet<string>> = {
  en: new Set(
    'a an the and or but nor so yet of in on at to by for from with as into onto over under about between through during before after while when where which who whom whose that this these those it its he she they them his her their him is are was were be been being has have had also then there here too meanwhile however moreover'.split(
      ' ',
    ),
  ),
}

/** Whether a span holds nothing but connecting words; never true in a language whose words are not known. */
export function isConnecting(text: string, { start, end }: Span, language: string): boolean {
  const known = CONNECTING[language.split('-')[0] ?? '']
  if (!known) return false
  const words = text.slice(start, end).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return words.length > 0 && words.every((word) => known.has(word.toLowerCase()))
}
