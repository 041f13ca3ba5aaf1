import { ENGLISH } from './languages/english'
import { FRENCH } from './languages/french'
import { GERMAN } from './languages/german'
import { RUSSIAN } from './languages/russian'
import { SPANISH } from './languages/spanish'
import { TURKISH } from './languages/turkish'
import type { Vocabulary } from './languages/vocabulary'

const BY_LANGUAGE: Readonly<Record<string, Vocabulary>> = {
  ...{ en: ENGLISH, de: GERMAN, fr: FRENCH },
  ...{ es: SPANISH, tr: TURKISH, ru: RUSSIAN },
}

/** Spanish of these countries writes its decimals as English does (Real Academia Española, Ortografía, VIII.2). */
const POINT_IN_SPANISH = /^es-(?:MX|US|PR|DO|GT|HN|NI|PA|SV|PE)$/i

/** The words of a language by its BCP 47 tag; those of English where a language has none here. */
export function vocabularyOf(language: string): Vocabulary {
  const found = BY_LANGUAGE[language.slice(0, 2).toLowerCase()] ?? ENGLISH
  return POINT_IN_SPANISH.test(language) ? { ...found, decimal: '.' } : found
}
