import { plainFigures } from '../../candidates/figures'

/**
 * A text as its words are held against those of another: in lower case, without the marks on letters, its figures in
 * plain digits, and the forms of one letter as one (NFKC; the Turkish dotless i, the Arabic forms of alif, ya and ta
 * marbuta, the Persian kaf, ß, ø, ł and their like). Its length may differ; folded again it stays as it is.
 */
export function folded(text: string): string {
  const plain = plainFigures(text).toLowerCase()
  if (!BEYOND_ASCII.test(plain)) return plain
  return plain
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(FORMS, (form) => FORM_OF[form] ?? form)
    .normalize('NFC')
}

const BEYOND_ASCII = /[^ -~\s]/

/** Marks and joiners that may be left out without making another letter of it; the vowel signs of Indian scripts may not. */
const MARKS = new RegExp(
  [
    '[\\u0300-\\u036f\\u0483-\\u0487\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe00-\\ufe0f\\ufe20-\\ufe2f]',
    '[\\u0591-\\u05bd\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc]',
    '[\\u0640\\u200b-\\u200f\\ufeff]',
  ].join('|'),
  'gu',
)

const FORM_OF: Readonly<Record<string, string>> = {
  ...{ ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ς: 'σ' },
  ...{ ٱ: 'ا', ى: 'ي', ة: 'ه', ک: 'ك', ی: 'ي', ہ: 'ه' },
  ...{ '’': "'", '‘': "'", ʼ: "'", '‛': "'" },
}
const FORMS = new RegExp(`[${Object.keys(FORM_OF).join('')}]`, 'gu')
