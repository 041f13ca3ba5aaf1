import { atOnce, PIECE_OF_WORK, type Pieces } from '../in-turns'
import type { Span } from './blocks'

/** What a token is made of: a word or number, one of the marks that have several forms, or any other character. */
export type TokenKind = 'word' | 'unspaced' | 'quote' | 'dash' | 'ellipsis' | 'mark'

/**
 * A word, a number or a mark, in UTF-16 units. Tokens with one key differ at most in form: in the shape of a
 * quote mark, dash, apostrophe or ellipsis, or in how an accent is encoded (NFC or NFD).
 */
export interface Token extends Span {
  kind: TokenKind
  key: string
}

/**
 * Cuts a text into tokens, in order, with nothing but white space between them.
 *
 * A number is one token with its sign, its point and its separators (`−1,014.5`), so that white space that
 * comes into it or leaves it makes another number. Letters of scripts that put no space between words are a
 * token each.
 */
export function tokensOf(text: string): Token[] {
  return atOnce(cutting(text))
}

/** The same in pieces. */
export function* cutting(text: string): Pieces<Token[]> {
  const tokens: Token[] = []
  for (const { index, 0: raw } of text.matchAll(TOKEN)) {
    const kind = kindOf(raw)
    tokens.push({ start: index, end: index + raw.length, kind, key: keyOf(raw, kind) })
    if (tokens.length % PIECE_OF_WORK === 0) yield
  }
  return tokens
}

/** The forms of a hyphen or dash: hyphens, figure and en dash, em dash, bar, minus sign. */
const DASHES = '\\-‐‑‒–—―−'
/** Those that can be a minus sign. */
const SIGNS = '\\-‐‑‒–−'
const APOSTROPHES = "'’‘ʼ"
const QUOTES = '"“”„‟«»\'‘’‚‛‹›′″「」『』'
const LETTER = '[\\p{L}\\p{M}\\p{N}_]'
const UNSPACED =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}'

const TOKEN = new RegExp(
  [
    '…{1,2}|\\.(?:[ \\u00a0\\u2009\\u202f]?\\.){2}',
    `[${UNSPACED}]\\p{M}*`,
    `(?:(?<![\\p{L}\\p{M}\\p{N}_)\\]%${DASHES}])[${SIGNS}](?=\\.?\\p{N}))?(?:(?<![\\p{L}\\p{M}\\p{N}_.])\\.(?=\\p{N}))?` +
      `(?:(?![${UNSPACED}])${LETTER})+` +
      `(?:(?:(?<=\\p{N})[.,:/${APOSTROPHES}](?=\\p{N})|[${APOSTROPHES}](?=\\p{L}))(?:(?![${UNSPACED}])${LETTER})+)*`,
    `(?<!-)-{2,3}(?!-)|—{2}|[${DASHES}]`,
    '\\S\\p{M}*',
  ].join('|'),
  'gu',
)

const IS_WORD = new RegExp(`^[${SIGNS}]?\\.?${LETTER}`, 'u')
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u')
const IS_QUOTE = new RegExp(`^[${QUOTES}]$`, 'u')
const IS_DASH = new RegExp(`^(?:[${DASHES}]|--+|——)$`, 'u')
const LEADING_SIGN = new RegExp(`^[${SIGNS}]`)
const ANY_APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'g')
/** NFC would replace these by other ideographs, which look different in names. */
const IS_COMPATIBLE = /^[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u
const ASCII_WORD = /^[A-Za-z0-9]+$/

function kindOf(raw: string): TokenKind {
  if (ASCII_WORD.test(raw)) return 'word'
  if (IS_QUOTE.test(raw)) return 'quote'
  if (IS_DASH.test(raw)) return 'dash'
  if (raw.startsWith('…') || raw.startsWith('..') || /^\.\s/.test(raw)) return 'ellipsis'
  if (IS_UNSPACED.test(raw)) return 'unspaced'
  return IS_WORD.test(raw) ? 'word' : 'mark'
}

function keyOf(raw: string, kind: TokenKind): string {
  if (kind === 'quote') return '"'
  if (kind === 'dash') return '-'
  if (kind === 'ellipsis') return '…'
  if (ASCII_WORD.test(raw)) return raw
  const composed = IS_COMPATIBLE.test(raw) ? raw : raw.normalize('NFC')
  return kind === 'word'
    ? composed.replace(LEADING_SIGN, '−').replace(ANY_APOSTROPHE, "'")
    : composed
}
