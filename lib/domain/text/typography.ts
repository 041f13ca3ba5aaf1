import { atOnce, type Pieces } from '../in-turns'
import { BLOCK_SEPARATOR, type Span } from './blocks'
import { cutting, type Token, tokensOf } from './tokens'

/**
 * In what two texts of the same words differ. `encoding` is one letter composed or decomposed (NFC, NFD): by
 * Unicode the same character, printed the same.
 */
export type Form = 'space' | 'quote' | 'apostrophe' | 'dash' | 'ellipsis' | 'encoding'

/** A place where only the form differs, in UTF-16 units of either text. */
export interface TypographicDifference {
  form: Form
  old: Span
  new: Span
}

/** A text with its tokens. */
export interface Tokenised {
  text: string
  tokens: readonly Token[]
}

/**
 * The places where two texts differ in form alone, in order; `null` if they differ in anything else.
 *
 * Form is white space, and the shape of a quote mark, apostrophe, dash or ellipsis. Not form, so `null`: white
 * space that joins or parts letters or digits, a minus sign, a hyphen that becomes a dash, a quote
 * mark that opens where it closed, an apostrophe or prime for a quote mark, an invisible character that is not
 * white space.
 */
export function typographicDifferences(old: string, now: string): TypographicDifference[] | null {
  return atOnce(comparingForm(old, now))
}

/** The same in pieces. */
export function* comparingForm(old: string, now: string): Pieces<TypographicDifference[] | null> {
  const [a, b] = [yield* tokenising(old), yield* tokenising(now)]
  const count = a.tokens.length
  if (count !== b.tokens.length) return null
  return differencesAt({ of: a, at: 0 }, { of: b, at: 0 }, count)
}

export function tokenised(text: string): Tokenised {
  return { text, tokens: tokensOf(text) }
}

/** The same in pieces. */
export function* tokenising(text: string): Pieces<Tokenised> {
  return { text, tokens: yield* cutting(text) }
}

/** A token of a text, by index. */
export interface Place {
  of: Tokenised
  at: number
}

/** The same for so many tokens from two places on, judged with what stands around them. */
export function differencesAt(
  old: Place,
  now: Place,
  count: number,
): TypographicDifference[] | null {
  const found: TypographicDifference[] = []
  for (let step = 0; step < count; step++) {
    const a = { of: old.of, at: old.at + step }
    const b = { of: now.of, at: now.at + step }
    const one = tokenDifference(a, b)
    if (one === null) return null
    found.push(...one)
    if (step === count - 1) break
    const between = spaceDifference(a, b)
    if (between === null) return null
    found.push(...between)
  }
  return found
}

function tokenDifference(a: Place, b: Place): TypographicDifference[] | null {
  const [old, now] = [tokenAt(a), tokenAt(b)]
  if (!old || !now || old.key !== now.key || old.kind !== now.kind) return null
  if (old.kind === 'quote' && !sameQuote(a, b)) return null
  if (old.kind === 'dash' && !sameDash(a, b)) return null
  const [was, is] = [rawAt(a), rawAt(b)]
  return was === is ? [] : [{ form: formOf(old, was, is), old: spanOf(old), new: spanOf(now) }]
}

function formOf({ kind }: Token, was: string, is: string): Form {
  if (kind === 'quote' || kind === 'dash' || kind === 'ellipsis') return kind
  if (was.normalize() === is.normalize()) return 'encoding'
  return was.charAt(0).normalize() === is.charAt(0).normalize() ? 'apostrophe' : 'dash'
}

/** White space after a token of either text. Where it parts or joins letters or digits, the tokens differ already. */
function spaceDifference(a: Place, b: Place): TypographicDifference[] | null {
  const [old, now] = [spaceAfter(a), spaceAfter(b)]
  const [was, is] = [a.of.text.slice(old.start, old.end), b.of.text.slice(now.start, now.end)]
  if (was === is) return []
  const [left, right] = [rawAt(a), rawAt({ of: a.of, at: a.at + 1 })]
  if (/\p{N}$/u.test(left) && /^\p{N}/u.test(right) && breaks(was) !== breaks(is)) return null
  return [{ form: 'space', old, new: now }]
}

const breaks = (space: string) => space.includes(BLOCK_SEPARATOR)

/**
 * Single and double marks are forms of one another where both clearly open or clearly close, and never beside a
 * digit, where they are feet and inches, or stand for left-out digits.
 */
function sameQuote(a: Place, b: Place): boolean {
  const [was, is] = [roleOf(a), roleOf(b)]
  if (was && is && was !== is) return false
  const [old, now] = [rawAt(a), rawAt(b)]
  if (SINGLE.test(old) === SINGLE.test(now) && PRIME.test(old) === PRIME.test(now)) return true
  if (besideDigit(a) || besideDigit(b)) return SINGLE.test(old) === SINGLE.test(now)
  return was !== null && was === is && !PRIME.test(old) && !PRIME.test(now)
}

const SINGLE = /['‘’‚‛‹›′『』]/
const PRIME = /[′″]/

function besideDigit(place: Place): boolean {
  const [before, after] = aroundOf(place)
  return /\p{N}/u.test(before) || /\p{N}/u.test(after)
}

/** What a mark does by where it stands, or, where no spaces part the words, by its shape: `null` where neither tells. */
function roleOf(place: Place): 'opens' | 'closes' | null {
  const raw = rawAt(place)
  if (/[「『]/.test(raw)) return 'opens'
  if (/[」』]/.test(raw)) return 'closes'
  const [before, after] = aroundOf(place)
  const isUnspaced = UNSPACED_LETTER.test(before + after)
  if (isUnspaced && /[“‘]/.test(raw)) return 'opens'
  if (isUnspaced && /[”’]/.test(raw)) return 'closes'
  if (!SOLID.test(before)) return SOLID.test(after) ? 'opens' : null
  return LETTER.test(after) ? null : 'closes'
}

/** A letter or digit, or a mark that is set right behind one; brackets and dashes tell nothing. */
const SOLID = /[\p{L}\p{M}\p{N}_\p{Surrogate}.,!?;:%…]/u
const LETTER = /[\p{L}\p{M}\p{N}_\p{Surrogate}]/u
const UNSPACED_LETTER = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u

/** The units right before and after a token, white space included; nothing at the text's ends. */
function aroundOf(place: Place): [string, string] {
  const token = tokenAt(place)
  return token ? [place.of.text.charAt(token.start - 1), place.of.text.charAt(token.end)] : ['', '']
}

/**
 * A dash may change its shape in place; it may gain or lose the spaces around it only as a dash proper, not as a
 * hyphen. Right between letters or digits a hyphen joins, a dash parts and a minus subtracts: there only the en dash,
 * which does either, is a form of the others.
 */
function sameDash(a: Place, b: Place): boolean {
  if (isInside(a) && isInside(b)) return sameInside(rawAt(a), rawAt(b))
  const [[beforeOld, afterOld], [beforeNow, afterNow]] = [aroundOf(a), aroundOf(b)]
  const same = isFree(beforeOld) === isFree(beforeNow) && isFree(afterOld) === isFree(afterNow)
  return same || (partsWords(a) && partsWords(b))
}

const isInside = (place: Place) => aroundOf(place).every((unit) => LETTER.test(unit))

function sameInside(old: string, now: string): boolean {
  return old === now || INSIDE.some((forms) => forms.test(old) && forms.test(now))
}

const INSIDE = [/^[-‐‑‒–]$/, /^(?:[‒–—―]|--+|——)$/]

const isFree = (unit: string) => unit.trim() === ''

function partsWords(place: Place): boolean {
  const [before, after] = aroundOf(place)
  return (isFree(before) && isFree(after)) || /[—―]|--/.test(rawAt(place))
}

const tokenAt = ({ of, at }: Place): Token | undefined => of.tokens[at]

function rawAt(place: Place): string {
  const token = tokenAt(place)
  return token ? place.of.text.slice(token.start, token.end) : ''
}

function spaceAfter({ of, at }: Place): Span {
  const start = of.tokens[at]?.end ?? of.text.length
  return { start, end: of.tokens[at + 1]?.start ?? of.text.length }
}

const spanOf = ({ start, end }: Token): Span => ({ start, end })
