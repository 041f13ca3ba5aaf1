import { expect, test } from 'vitest'
import { decode } from './decode'
import { ENCODINGS, type EncodingName } from './encodings'

const bytes = (...values: number[]) => new Uint8Array(values)

const meta = (charset: string) => `<meta charset="${charset}"><p>`
const http = '<META http-equiv=Content-Type content="text/html; charset=windows-1251">'

test.each([
  ['UTF-8', 'a.txt', [bytes(0xc3, 0xa9)], 'é'],
  ['UTF-8 with a mark', 'a.txt', [bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9)], 'é'],
  ['UTF-16 little end first', 'a.txt', [bytes(0xff, 0xfe, 0xe9, 0, 0x3d, 0xd8, 0, 0xde)], 'é😀'],
  ['UTF-16 big end first', 'a.txt', [bytes(0xfe, 0xff, 0, 0xe9)], 'é'],
  ['windows-1252', 'a.txt', [bytes(0x93, 0xe9, 0x94, 0x80)], '“é”€'],
  ['what the page says', 'a.html', [meta('iso-8859-2'), bytes(0xb3)], `${meta('iso-8859-2')}ł`],
  ['what Word says', 'a.htm', [http, bytes(0xcf)], `${http}П`],
  [
    'what an older Word says',
    'a.htm',
    [meta('windows-1252'), bytes(0x96)],
    `${meta('windows-1252')}–`,
  ],
  ['UTF-8, as the page says', 'a.html', [meta('utf-8'), bytes(0xc3, 0xa9)], `${meta('utf-8')}é`],
  ['1252 in a page that says UTF-8', 'a.html', [meta('utf-8'), bytes(0xe9)], `${meta('utf-8')}é`],
  ['a page that cannot be UTF-16', 'a.html', [meta('utf-16'), 'é'], `${meta('utf-16')}é`],
  ['a page that says nonsense', 'a.html', [meta('klingon'), 'é'], `${meta('klingon')}é`],
  ['a text that only quotes a page', 'a.txt', [meta('iso-8859-2'), 'é'], `${meta('iso-8859-2')}é`],
])('%s is decoded', async (_what, name, parts, content) => {
  const given = new Uint8Array(await new Blob(parts).arrayBuffer())
  expect(decode(given, { isHtml: /html?$/.test(name) }).content).toBe(content)
})

/** Bytes of a text in an encoding with one byte a character. */
function encoded(text: string, name: EncodingName): Uint8Array {
  const values = new Map<string, number>()
  for (let value = 0; value < 256; value++) {
    const { content } = decode(bytes(value), { isHtml: false, chosen: name })
    if (!values.has(content)) values.set(content, value)
  }
  return bytes(...[...text].map((one) => values.get(one) ?? 63))
}

test.each<[EncodingName, string]>([
  ['windows-1251', 'Привет'],
  ['windows-1251', 'Мост закрыт. Совет собрался во вторник и сказал «нет».'],
  ['koi8-r', 'Привет'],
  ['koi8-r', 'Мост закрыт. Совет собрался во вторник и сказал: нет.'],
  ['ibm866', 'Мост закрыт. Совет собрался во вторник и сказал: нет.'],
  ['iso-8859-5', 'Мост закрыт. Совет собрался во вторник.'],
  ['windows-1250', 'Żółć i gęś. Most został zamknięty, powiedział burmistrz Łodzi.'],
  ['windows-1252', 'Die „Brücke“ über die Spree wurde für sieben Tage gesperrt.'],
  ['windows-1252', 'It’s shut – again.'],
  ['windows-1253', 'Η γέφυρα έκλεισε την Τρίτη.'],
  ['windows-1255', 'הגשר נסגר ביום שלישי'],
  ['windows-1256', 'أغلق الجسر يوم الثلاثاء'],
])('a text in %s that says nothing of it is read right: %s', (name, text) => {
  const read = decode(encoded(text, name), { isHtml: false })
  expect(read.content).toBe(text)
  expect(read.encoding.from).toBe('guessed')
})

/** Bytes of a text in an encoding in which two bytes from 0x81 on are a character. */
function encodedWide(text: string, name: EncodingName): Uint8Array {
  const values = new Map<string, number[]>()
  for (let first = 0x81; first < 0xff; first++) {
    for (let second = 0x40; second < 0xff; second++) {
      const { content } = decode(bytes(first, second), { isHtml: false, chosen: name })
      if ([...content].length === 1 && !values.has(content)) values.set(content, [first, second])
    }
  }
  return bytes(...[...text].flatMap((one) => values.get(one) ?? one.charCodeAt(0)))
}

test.each<[EncodingName, string]>([
  ['shift_jis', '橋は火曜日に閉じた。市長は「もう開かない」と言った。費用は倍になった。'],
  [
    'gb18030',
    '大桥星期二关闭了。市长说，这座桥不会再开放，费用已经增加了一倍。他们在会上没有说明原因。',
  ],
  [
    'big5',
    '大橋星期二關閉了。市長說，這座橋不會再開放，費用已經增加了一倍。他們在會上沒有說明原因。',
  ],
  ['euc-kr', '다리는 화요일에 닫혔다. 시장은 비용이 두 배가 되었다고 말했다.'],
])('a text in %s that says nothing of it is read right: %s', (name, text) => {
  expect(decode(encodedWide(text, name), { isHtml: false })).toEqual({
    content: text,
    encoding: { name, from: 'guessed' },
  })
})

test('UTF-16 needs no mark', () => {
  const given = bytes(0x41, 0, 0x20, 0, 0x1f, 4, 0x20, 0, 0x42, 0)
  expect(decode(given, { isHtml: false }).content).toBe('A П B')
})

test('what a person chose goes before all else', () => {
  const read = decode(encoded('Köprü şimdi', 'windows-1254'), {
    isHtml: false,
    chosen: 'windows-1254',
  })
  expect(read).toEqual({
    content: 'Köprü şimdi',
    encoding: { name: 'windows-1254', from: 'chosen' },
  })
})

test('UTF-8 that was cut within a character is UTF-8', () => {
  const whole = new TextEncoder().encode('Мост закрыт. Совет собрался во вторник.')
  const { content, encoding } = decode(whole.subarray(0, 41), { isHtml: false })
  expect(encoding).toEqual({ name: 'utf-8', from: 'bytes' })
  expect(content.startsWith('Мост закрыт.')).toBe(true)
})

test('every encoding that can be chosen can be read', () => {
  for (const name of Object.keys(ENCODINGS) as EncodingName[]) {
    expect(decode(bytes(0x41, 0x42), { isHtml: false, chosen: name }).content).not.toBe('')
  }
})
