/**
 * A text with its figures in plain signs: the digits of every script as 0 to 9, and the minus, the
 * separators and the per cent signs of other scripts as those of ASCII. Every sign keeps its length in
 * UTF-16 units, so that what is found here stands in the text itself.
 */
export function plainFigures(text: string): string {
  return FOREIGN.test(text) ? text.replaceAll(EACH_FOREIGN, plain) : text
}

/** A full-width comma or stop is a mark of the sentence unless it stands between digits. */
const SIGNS = '(?![0-9])\\p{Nd}|[٫٬٪％﹪−－﹣]|(?<=\\p{Nd})[，．](?=\\p{Nd})'
const FOREIGN = new RegExp(SIGNS, 'u')
const EACH_FOREIGN = new RegExp(SIGNS, 'gu')

const PLAIN: Record<string, string> = {
  ...{ '٫': '.', '٬': ',', '，': ',', '．': '.' },
  ...{ '٪': '%', '％': '%', '﹪': '%', '−': '-', '－': '-', '﹣': '-' },
}

function plain(sign: string): string {
  return PLAIN[sign] ?? String(digitOf(sign.codePointAt(0) ?? 0)).repeat(sign.length)
}

/** The value of a digit: Unicode keeps the ten of a script in a row, from a zero that follows no digit or ten others. */
function digitOf(point: number): number {
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(point - before - 1))) before++
  return before % 10
}

/** A letter or figure that would make the core a part of a longer word; Chinese and Japanese part no words. */
export const GLUED = '[\\p{sc=Latn}\\p{sc=Cyrl}\\p{sc=Grek}\\p{sc=Arab}\\p{sc=Deva}\\p{N}]'

/** Fractions of one sign. */
const FRACTION = '[¼-¾⅐-⅞]'

/** Three digits after a space are the thousands of a number, if one to three stand before. */
const NUMBER = `(?:(?:\\d{1,3}(?:[ \\u00a0\\u2009\\u202f]\\d{3}){1,5}(?!\\d)(?:[.,·]\\d{1,9})?|\\.?\\d{1,15}(?:[.,·'’\\u00a0\\u2009\\u202f]\\d{1,9}){0,6})${FRACTION}?|${FRACTION})`

/** Two numbers with a dash between them, as a score, a span of years or from one to the other; a season has a stroke. */
export const RANGE = `${NUMBER}(?:(?:[-–‑‒~～〜]|(?<=(?<!\\d)\\d{4})/(?=\\d\\d(?!\\d)))${NUMBER}){0,2}`

/** A sign leans on its number and on nothing before it, or else it is a hyphen or a dash. */
export const SIGN = '(?<![\\p{L}\\p{M}\\p{N}\\p{Sc})\\]%–-])[-–+±~≈]'

export const FIGURE = `(?:${SIGN}|(?<!${GLUED}|[.,:/+-]|[\\d%][–~]))${RANGE}`

export const SCALE =
  '(?:[km]|\\s?(?:hundred|thousand|[mb]illions?|trillion|bn|mn|tn|lakh|crore|Mio\\.|Mrd\\.|Million(?:en)?|Milliarden?|milliards?|millones|milioni|miliardi|milyon|milyar|mln|mld|млн|млрд|миллион(?:а|ов)?|миллиард(?:а|ов)?|тысяч[аи]?|مليون|مليار|ألف|करोड़|लाख|万|亿|億))?'

export const UNIT = `(?:km/h|km²|km|kilomet(?:re|er)s?|m²|m³|met(?:re|er)s?|m|cm|mm|miles?|mph|feet|foot|ft|inch(?:es)?|yards?|kg|kilo(?:gram)?s?|grams?|tonn?es?|tons?|lbs?|pounds|ounces|ha|hectares?|acres?|lit(?:re|er)s?|gallons?|barrels?|°\\s?[CF]|degrees|[kMGT]Wh?|megawatts?|gigawatts?|watts?|volts?|knots?|[kMGT]B|[MG]Hz|キロ(?:メートル|グラム)?|公里|千米|公斤|吨|км|кг|كم|كيلومتر|متر|طن|किलोमीटर|किमी|मीटर|टन)(?!${GLUED}|\\p{M})`

/** What can stand on either side of a sum, and codes and words that stand after it alone. */
const CODE = '(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|INR|SEK|NOK|DKK|TL|Rs\\.?|kr\\.?)'
const COINS =
  '(?:(?:U\\.?S\\.? )?dollars?|Dollar|dólares|dolar|pesos|Franken|[Ee]uros?|avro|cents|pence|pounds sterling|francs|rou?bles?|yuan|yen|lira|rupees|krone?r|kronor|zlot(?:y|ys)|руб(?:лей|ля|ль)?|долларов|евро|美元|欧元|元|円|ドル|ユーロ|원|دولار|يورو|جنيه|ريال|درهم|ليرة|रुपये)'
export const CURRENCY = `(?:\\p{Sc}|(?:${COINS}|${CODE})(?!${GLUED}|\\p{M}))`

/** Whether there is any money in a text. */
export const ANY_CURRENCY = new RegExp(`\\p{Sc}|${CODE}|${COINS}`, 'u')

/** A sum behind its sign or code, from one to another too. */
export const SUM_AFTER_SIGN = `(?:${SIGN})?(?:(?<!\\p{L})(?:US|A|C|R|HK|NZ)?\\p{Sc}|(?<![\\p{L}\\p{N}])${CODE})\\s?[-–]?${RANGE}${SCALE}(?:[-–]\\p{Sc}${NUMBER}${SCALE})?(?!${GLUED})`

const SHARE_BEFORE = '(?:%\\s?|yüzde\\s|Yüzde\\s|binde\\s|百分之)'

/** A share behind its sign or word. */
export const SHARE_AFTER_SIGN = `(?:${SIGN})?(?<![\\p{L}\\p{N}%])${SHARE_BEFORE}${RANGE}`

/** The words for a share that stand after it. */
export const SHARE_WORDS =
  'percentage points|per\\s?cent|Prozent|pour cent|por ciento|por cento|per cento|procent[aeu]?|процент(?:а|ов)?|في المئة|بالمئة|في المائة|بالمائة|درصد|प्रतिशत|パーセント|个百分点'

/** Whether there is any share in a text. */
export const ANY_SHARE = new RegExp(`[%‰]|${SHARE_BEFORE}|${SHARE_WORDS}`, 'u')

const ONES = 'two|three|four|five|six|seven|eight|nine'
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'

/** An English number of two to ninety-nine in words. */
export const IN_WORDS = `(?:(?:${TENS})(?:[- ](?:one|${ONES}))?|${TEENS}|${ONES})`
