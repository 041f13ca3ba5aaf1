/** Languages that are offered by name, each in its own words, by BCP 47 code. */
const LANGUAGES = [
  ['en', 'English'],
  ['ar', 'العربية'],
  ['zh', '中文'],
  ['cs', 'Čeština'],
  ['da', 'Dansk'],
  ['de', 'Deutsch'],
  ['el', 'Ελληνικά'],
  ['es', 'Español'],
  ['fa', 'فارسی'],
  ['fi', 'Suomi'],
  ['fr', 'Français'],
  ['he', 'עברית'],
  ['hi', 'हिन्दी'],
  ['hu', 'Magyar'],
  ['id', 'Bahasa Indonesia'],
  ['it', 'Italiano'],
  ['ja', '日本語'],
  ['ko', '한국어'],
  ['nl', 'Nederlands'],
  ['no', 'Norsk'],
  ['pl', 'Polski'],
  ['pt', 'Português'],
  ['ro', 'Română'],
  ['ru', 'Русский'],
  ['sv', 'Svenska'],
  ['tr', 'Türkçe'],
  ['uk', 'Українська'],
  ['vi', 'Tiếng Việt'],
] as const satisfies readonly (readonly [string, string])[]

type Option = readonly [code: string, name: string]

/** The languages to choose from; one that is chosen already but not among them stands first, by its code. */
export function languageOptions(chosen: string): Option[] {
  const known: readonly Option[] = LANGUAGES
  return known.some(([code]) => code === chosen) ? [...known] : [[chosen, chosen], ...known]
}
