import { CITED_AS, type CitedEvidence, SOURCE_AS } from '@/lib/domain/sources/cited-evidence'
import { locatorProblem } from '@/lib/domain/sources/locator'
import { isoDate } from '@/lib/domain/times/published'
import { ASPECTS, DIRECTNESSES, keysOf, SOURCE_KINDS, STANCES } from '@/lib/domain/vocabulary'
import { writtenAddress } from '@/lib/domain/web-address'
import { type Json, objectsOf, textOf } from '../json/values'

/**
 * The evidence that a body of an annotation cites in terms that programs read. Null where it cites none, or says of it
 * what is no evidence here; then it is read as words.
 */
export function citedIn(body: Json): CitedEvidence | null {
  const [work] = objectsOf(body['schema:citation'])
  if (!work) return null
  const fact = (key: keyof typeof SOURCE_AS) => textOf(work[SOURCE_AS[key]]).trim()
  const properties = objectsOf(body['schema:additionalProperty'])
  const said = (key: keyof typeof CITED_AS) =>
    textOf(properties.find((one) => textOf(one['schema:name']) === CITED_AS[key])?.['schema:value'])
      .replace(/\r\n?/g, '\n')
      .trim()
  const kind = named(SOURCE_KINDS, fact('kind'))
  const stance = named(STANCES, said('stance'))
  const directness = named(DIRECTNESSES, said('directness'))
  const published = isoDate(fact('published') || '2000') && fact('published')
  const url = fact('url') && writtenAddress(fact('url'))
  const isShort =
    fits(500)(fact('title')) &&
    [said('locator'), fact('publisher'), fact('origin')].every(fits(300)) &&
    [said('excerpt'), said('note')].every(fits(10_000)) &&
    fits(2_000)(fact('url'))
  if (!kind || !stance || !directness || fact('title') === '' || !isShort) return null
  if (published === null || url === null || locatorProblem(said('locator')) !== null) return null
  return {
    source: {
      ...{ kind, title: fact('title'), publisher: fact('publisher') },
      ...{ published, url, origin: fact('origin') },
    },
    aspect: named(ASPECTS, said('aspect')),
    ...{ stance, directness, locator: said('locator') },
    ...{ excerpt: said('excerpt'), note: said('note') },
  }
}

const fits = (longest: number) => (text: string) => text.length <= longest

/** The key of a word of a vocabulary, as it is printed. */
function named<Key extends string>(words: Record<Key, string>, word: string): Key | null {
  return keysOf(words).find((key) => words[key] === word) ?? null
}
