import { vocabularyOf } from '../../comparisons/figures/reading/vocabularies'
import { folded } from './folded'

/** Whether a folded word only connects others in a language (ISO 639-1), so that nothing is found by it. */
export function isFunctionWord(word: string, language: string): boolean {
  let words = BY_LANGUAGE.get(language)
  if (!words) {
    words = new Set([...listOf(language)].map(folded))
    if (BY_LANGUAGE.size < MOST_LANGUAGES) BY_LANGUAGE.set(language, words)
  }
  return words.has(word)
}

const BY_LANGUAGE = new Map<string, ReadonlySet<string>>()
const MOST_LANGUAGES = 50

const listOf = (language: string): Iterable<string> =>
  OTHERS[language]?.split(' ') ?? (READ.has(language) ? vocabularyOf(language).empty : [])

/** Those whose words are known for reading figures. */
const READ = new Set(['en', 'de', 'fr', 'es', 'tr', 'ru'])

const OTHERS: Readonly<Record<string, string>> = {
  ar: 'في من على إلى عن أن إن ما لا هو هي هم كان كانت التي الذي الذين هذا هذه ذلك تلك قد لم لن مع بعد قبل بين كل أو ثم كما أي عند منذ حتى لكن بل غير أنه أنها وقد فقد حيث',
}
