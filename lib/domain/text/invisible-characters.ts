/**
 * Quoted words with everything written out that would be printed as nothing, or change how its
 * surroundings read: `⟦U+202E⟧`. Those are the controls (line feeds and tabs stay), Unicode's
 * Bidi_Control and Default_Ignorable_Code_Point, halves of characters, and every combining mark
 * beyond the third on one letter.
 *
 * What a script or an emoji needs stays as it is: joiners in Persian and Indic words (RFC 5892,
 * A.1 and A.2), joiners and tags inside emoji (UTS #51), and a variation selector behind a character
 * that has variants.
 */
export function escapeInvisible(text: string): string {
  if (ORDINARY.test(text)) return text
  return text.replace(HIDDEN, (found, kept?: string) => kept ?? codePoints(found))
}

/** Latin letters, signs and the punctuation of print, of which nothing is ever written out; most texts are of these alone. */
export const ORDINARY = /^[\t\n -~\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E]*$/

/** Each character of a text as its code point, `⟦U+4E2D⟧`. */
export function codePoints(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧`
  }).join('')
}

/** Finds what `visible` has written out, for those who show it in a manner of its own. */
export const WRITTEN_OUT = /(⟦U\+[0-9A-F]{4,6}⟧)/

const FLAG = String.raw`\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}`
const EMOJI_PART = String.raw`\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?`
const EMOJI = String.raw`(?:${FLAG}|${EMOJI_PART}(?:\u200D${EMOJI_PART})+)`

/** Scripts whose letters change with a joiner between them, or with the want of one. */
const JOINING = [
  ...['Arabic', 'Syriac', 'Mandaic', 'Nko', 'Adlam', 'Mongolian', 'Phags_Pa', 'Devanagari'],
  ...['Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam'],
  ...['Sinhala', 'Khmer', 'Myanmar', 'Tibetan'],
]
  .map((script) => String.raw`\p{Script=${script}}`)
  .join('')
/** What is written out itself is no reason to leave what stands beside it. */
const LEFT = String.raw`(?!\p{Default_Ignorable_Code_Point})`
const NO_MARK = String.raw`(?!\p{M})${LEFT}`
const LETTER = String.raw`(?=\p{L})[${JOINING}]`
const LETTER_OR_MARK = String.raw`(?=[\p{L}\p{M}])${LEFT}[${JOINING}]`
const VIRAMA =
  '\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA\u0F84\u1039\u103A\u17D2'
const JOINER = [
  String.raw`(?<=(?<![\p{Mn}\p{Me}]{3})[${VIRAMA}])[\u200C\u200D]`,
  String.raw`(?<=${LETTER}(?:${LEFT}\p{M}){0,3})[\u200C\u200D](?=${LETTER_OR_MARK})`,
].join('|')

const VARIANT = [
  String.raw`(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]|(?<=[0-9#*])\uFE0F(?=\u20E3)`,
  String.raw`(?<=${NO_MARK}\p{Script=Han})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]`,
  String.raw`(?<=${NO_MARK}\p{Script=Mongolian})[\u180B-\u180D\u180F]`,
  String.raw`(?<=${NO_MARK}[\p{Sm}\p{So}\p{Script=Myanmar}])\uFE00`,
].join('|')

const UNSEEN = String.raw`(?![\t\n])[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Surrogate}\p{Zl}\p{Zp}\u2800\uFFF9-\uFFFB]`
const STACKED = String.raw`(?<=[\p{Mn}\p{Me}]{3})[\p{Mn}\p{Me}]`

const HIDDEN = new RegExp(`(${[EMOJI, JOINER, VARIANT].join('|')})|${UNSEEN}|${STACKED}`, 'gu')
