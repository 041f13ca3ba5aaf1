/** The language of a tag as an article has it, without its region: `en` for `en-GB`; null for none (BCP 47). */
export function languageOf(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag.replaceAll('_', '-'))
    return script ? `${language}-${script}` : language
  } catch {
    return null
  }
}
