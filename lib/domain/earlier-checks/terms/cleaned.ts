/** The words of a text, parted from the names of those who posted it. */
export interface Cleaned {
  words: string
  /** Names and handles from the lines that posts are quoted with, parted by spaces. */
  posters: string
}

/**
 * Takes web and mail addresses out of a text, and reads handles and hashtags as the words that they are made of
 * (`#ClimateStrike2019` as `Climate Strike 2019`). What only says who posted it, and when, is parted from what it says.
 */
export function cleaned(text: string): Cleaned {
  if (!HAS_ANY.test(text)) return { words: text, posters: '' }
  const posters: string[] = []
  const words = text
    .replace(ADDRESS, ' ')
    .replace(POSTED_BY, (_, name: string, handle: string) => {
      posters.push(name.trim(), parted(handle))
      return ' '
    })
    .replace(TAG, (_, tag: string) => ` ${parted(tag)} `)
  return { words, posters: posters.join(' ') }
}

/** Without one of these there is nothing to take out. */
const HAS_ANY = /[@＠#＃]|:\/\/|www\.|t\.co|twitter/iu

const ADDRESS =
  /(?:https?:\/\/|www\.|pic\.twitter\.com\/|(?<![\p{L}\p{N}.])t\.co\/)[^\s]+|(?<![\p{L}\p{N}._+-])[\p{L}\p{N}._+-]{1,60}@[\p{L}\p{N}-]{1,60}\.[\p{L}\p{N}.-]{2,60}/giu

/** `— Ana Moss (@anamoss) January 6, 2020` */
const POSTED_BY =
  /[—–]\s?([^—–@＠()]{0,80})\([@＠](\w{1,40})\)(?:\s?(?:\p{L}{3,12}\.? \d{1,2}, \d{4}|\d{1,2}\.? \p{L}{3,12}\.? \d{4}))?/gu

const TAG = /[@＠#＃]([\p{L}\p{M}\p{N}_]+)/gu

/** Parted at low lines, before capitals and before figures. */
function parted(tag: string): string {
  return tag.replaceAll('_', ' ').replace(BEFORE_NEXT, '$& ')
}

const BEFORE_NEXT = /\p{Ll}(?=\p{Lu})|\p{L}(?=\p{N})|\p{Lu}(?=\p{Lu}\p{Ll})/gu
