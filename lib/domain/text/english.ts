/** English words by what they do in a sentence, in lower case and parted by a space. */

export const ARTICLES = 'a an the'
export const CONJUNCTIONS = 'and or but nor so yet'
/** Without `of`, which goes on with what is counted. */
export const PREPOSITIONS =
  'in on at to by for from with as into onto over under about between through during before after while'
export const RELATIVES = 'when where which who whom whose that'
export const PRONOUNS = 'it its he she they we his her their him them this these those'
export const BE_AND_HAVE = 'is are was were be been being has have had'
export const MODALS = 'will would can could may might must should do does did'

export const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
] as const

/** Lists of words as one set. */
export const wordSet = (...lists: string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(' ')))
