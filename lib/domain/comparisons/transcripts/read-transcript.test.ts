import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../refusal'
import { compareQuotation } from '../quotes/compare-quotation'
import { locatorAt } from './locator'
import { readTranscript } from './read-transcript'

/** A cue as a person would note it: its time, who speaks, what is said. */
function told(text: string) {
  const { cues } = readTranscript(text)
  return cues.map(({ from, to, speaker, words }) => {
    const time = from === null ? '' : `${from / 1000}${to === null ? '' : `-${to / 1000}`} `
    return `${time}${speaker ? `${speaker}: ` : ''}${words}`
  })
}

const remarksOf = (text: string) =>
  readTranscript(text).remarks.map(({ line, reason }) => `${line} ${reason}`)

const VTT = (...blocks: string[]) => ['WEBVTT', ...blocks].join('\n\n')
const FIVE = '00:00:05.000 --> 00:00:09.000'
const NINE = '00:00:09.500 --> 00:00:12.000'

describe('WebVTT', () => {
  test.each([
    ['a cue', VTT(`${FIVE}\nWe will pay.`), ['5-9 We will pay.']],
    ['times without hours', VTT('00:05.000 --> 00:09.000\nWe will pay.'), ['5-9 We will pay.']],
    [
      'an id and settings',
      VTT(`intro-1\n${FIVE} align:start line:0%\nWe will pay.`),
      ['5-9 We will pay.'],
    ],
    [
      'a header with more',
      `WEBVTT - Council\nKind: captions\nLanguage: en\n\n${FIVE}\nWe will pay.`,
      ['5-9 We will pay.'],
    ],
    [
      'tags',
      VTT(`${FIVE}\n<c.yellow>We</c> <i>will</i> <00:00:06.000>pay<b>.</b>`),
      ['5-9 We will pay.'],
    ],
    ['a voice', VTT(`${FIVE}\n<v.loud Ana Moss>We will pay.</v>`), ['5-9 Ana Moss: We will pay.']],
    [
      'two voices in one cue',
      VTT(`${FIVE}\n<v Ana>Will you?\n<v Sven>We will.`),
      ['5-9 Ana: Will you?', '5-9 Sven: We will.'],
    ],
    [
      'character references',
      VTT(`${FIVE}\nR&amp;D &lt; 5&nbsp;&#37; &#x20AC;&lrm;`),
      ['5-9 R&D < 5\u00a0% €\u200e'],
    ],
    [
      'a ruby’s reading',
      VTT(`${FIVE}\n<ruby>大桥<rt>dàqiáo</rt></ruby>很安全`),
      ['5-9 大桥很安全'],
    ],
    [
      'notes, styles and regions',
      VTT(
        'NOTE checked\nby Ana',
        'STYLE\n::cue { color: red }',
        'REGION\nid:a',
        `${FIVE}\nWe will pay.`,
      ),
      ['5-9 We will pay.'],
    ],
    [
      'a byte order mark and CRLF',
      `\ufeff${VTT(`${FIVE}\nWe will\npay.`)}`.replaceAll('\n', '\r\n'),
      ['5-9 We will\npay.'],
    ],
    [
      'lines that end in CR',
      VTT(`${FIVE}\nWe will pay.`).replaceAll('\n', '\r'),
      ['5-9 We will pay.'],
    ],
    [
      'no empty line between cues',
      VTT(`${FIVE}\nWe will pay.\n${NINE}\nIn May.`),
      ['5-9 We will pay.', '9.5-12 In May.'],
    ],
    ['words that begin with NOTE', VTT(`${FIVE}\nNOTE this down.`), ['5-9 NOTE this down.']],
    [
      'lines that roll up',
      VTT(`${FIVE}\nWe will pay`, '00:00:09.000 --> 00:00:12.000\nWe will pay\nby the end of May'),
      ['5-9 We will pay', '9-12 by the end of May'],
    ],
    [
      'an answer given twice',
      VTT(`${FIVE}\nNo.`, '00:00:09.000 --> 00:00:12.000\nNo.'),
      ['5-9 No.', '9-12 No.'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(told(text)).toEqual(expected)
  })
})

const SRT = (...blocks: string[]) => blocks.map((block, at) => `${at + 1}\n${block}`).join('\n\n')
const FIVE_SRT = '00:00:05,000 --> 00:00:09,000'
const NINE_SRT = '00:00:09,500 --> 00:00:12,000'

describe('SubRip', () => {
  test.each([
    [
      'cues',
      SRT(`${FIVE_SRT}\nWe will pay.`, `${NINE_SRT}\nIn May.`),
      ['5-9 We will pay.', '9.5-12 In May.'],
    ],
    [
      'tags',
      SRT(`${FIVE_SRT}\n{\\an8}<i>We</i> <font color="red">will</font> pay.`),
      ['5-9 We will pay.'],
    ],
    ['less and more', SRT(`${FIVE_SRT}\n5 < 6 and 7 > 6`), ['5-9 5 < 6 and 7 > 6']],
    [
      'a speaker in capitals',
      SRT(`${FIVE_SRT}\nANA MOSS: We will pay.`),
      ['5-9 ANA MOSS: We will pay.'],
    ],
    [
      'a speaker behind arrows',
      SRT(`${FIVE_SRT}\n>> MAYOR: We will pay.`),
      ['5-9 MAYOR: We will pay.'],
    ],
    [
      'no empty line between cues',
      `1\n${FIVE_SRT}\nWe will pay.\n2\n${NINE_SRT}\nIn May.`,
      ['5-9 We will pay.', '9.5-12 In May.'],
    ],
    [
      'no numbers',
      `${FIVE_SRT}\nWe will pay.\n\n${NINE_SRT}\nIn May.`,
      ['5-9 We will pay.', '9.5-12 In May.'],
    ],
    [
      'a number that was said',
      SRT(`${FIVE_SRT}\nHow many?\n400`, `${NINE_SRT}\nIn May.`),
      ['5-9 How many?\n400', '9.5-12 In May.'],
    ],
    ['a point for a comma', SRT(`${FIVE}\nWe will pay.`), ['5-9 We will pay.']],
    [
      'positions behind the times',
      SRT(`${FIVE_SRT} X1:100 X2:200\nWe will pay.`),
      ['5-9 We will pay.'],
    ],
    ['Arabic', SRT(`${FIVE_SRT}\nتم دفع المبلغ بالكامل`), ['5-9 تم دفع المبلغ بالكامل']],
  ])('%s', (_what, text, expected) => {
    expect(told(text)).toEqual(expected)
  })
})

describe('plain text', () => {
  test.each([
    ['nothing but words', 'We will pay.\nIn May.', ['We will pay.', 'In May.']],
    [
      'names',
      'Ana Moss: We will pay.\nReporter: When?\nAna Moss: In May.\nReporter: Sure?',
      ['Ana Moss: We will pay.', 'Reporter: When?', 'Ana Moss: In May.', 'Reporter: Sure?'],
    ],
    ['question and answer', 'Q: When?\nA: In May.', ['Q: When?', 'A: In May.']],
    ['a name in capitals', 'THE MAYOR: We will pay.', ['THE MAYOR: We will pay.']],
    ['a word before a colon, once', 'Reminder: we will pay.', ['Reminder: we will pay.']],
    [
      'a sentence before a colon',
      'The truth is: we will pay.\nThe truth is: we will.',
      ['The truth is: we will pay.', 'The truth is: we will.'],
    ],
    [
      'times in brackets',
      '[00:12:03] We will pay.\n[00:12:09] In May.',
      ['723-729 We will pay.', '729 In May.'],
    ],
    [
      'times and names',
      '[12:03] Ana: We will pay.\n[12:09] Sven: When?',
      ['723-729 Ana: We will pay.', '729 Sven: When?'],
    ],
    [
      'names before times',
      'ANA [12:03] We will pay.\nANA: [12:09] In May.',
      ['ANA [12:03] We will pay.', '729 ANA: In May.'],
    ],
    ['a range', '00:12:03 - 00:12:09 We will pay.', ['723-729 We will pay.']],
    ['bare times', '12:03 We will pay.\n12:09 In May.', ['723-729 We will pay.', '729 In May.']],
    [
      'an hour that was said',
      '12:30 was the hour.\nNobody came.',
      ['12:30 was the hour.', 'Nobody came.'],
    ],
    [
      'a name and time above the words',
      'Ana Moss  12:03\nWe will pay.\nIn May.\n\nSven  12:09\nWhen?',
      ['723-729 Ana Moss: We will pay.', '723-729 Ana Moss: In May.', '729 Sven: When?'],
    ],
    [
      'Chinese names',
      '记者：什么时候？\n市长：五月。\n记者：一定？\n市长：一定。',
      ['记者: 什么时候？', '市长: 五月。', '记者: 一定？', '市长: 一定。'],
    ],
    [
      'Arabic names',
      'المذيع: متى؟\nالعمدة: في مايو\nالمذيع: أكيد؟\nالعمدة: نعم',
      ['المذيع: متى؟', 'العمدة: في مايو', 'المذيع: أكيد؟', 'العمدة: نعم'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(told(text)).toEqual(expected)
  })
})

test('what stands before a colon once was said, and names nobody', () => {
  const { cues } = readTranscript('Reminder: we will pay.')
  expect(cues.map(({ speaker, words }) => [speaker, words])).toEqual([
    [null, 'Reminder: we will pay.'],
  ])
})

test('words that are said again after a pause were said twice', () => {
  const text = VTT(`${FIVE}\nWe will pay`, '00:00:20.000 --> 00:00:22.000\nWe will pay\nby May')
  expect(told(text)).toEqual(['5-9 We will pay', '20-22 We will pay\nby May'])
})

test('remarks are in the order of the lines', () => {
  const overlaps = '00:00:08,000 --> 00:00:09,200\nIn May.'
  const text = SRT(`${FIVE_SRT}\nWe will pay.`, overlaps, NINE_SRT)
  expect(remarksOf(text)).toEqual([
    '7 This overlaps with the words before it.',
    '10 A time with no words was left out.',
  ])
})

describe('what is broken is read as far as it means something, and told', () => {
  test.each([
    [
      'an end that is cut',
      SRT(`00:00:05,000 --> 00:0\nWe will pay.`),
      ['5 We will pay.'],
      ['2 The time at which this ends cannot be read, and was left out.'],
    ],
    [
      'a beginning that is cut',
      SRT(`5,000 --> 00:00:09,000\nWe will pay.`, `${NINE_SRT}\nIn May.`),
      ['We will pay.', '9.5-12 In May.'],
      ['2 The time cannot be read. The words were read without one.'],
    ],
    [
      'a cue cut before its words',
      SRT(`${FIVE_SRT}\nWe will pay.`, NINE_SRT),
      ['5-9 We will pay.'],
      ['6 A time with no words was left out.'],
    ],
    [
      'a number with nothing',
      `${SRT(`${FIVE_SRT}\nWe will pay.`)}\n\n2`,
      ['5-9 We will pay.'],
      ['5 A number with no words was left out.'],
    ],
    [
      'times that go back',
      SRT(`${NINE_SRT}\nIn May.`, `${FIVE_SRT}\nWe will pay.`),
      ['9.5-12 In May.', '5-9 We will pay.'],
      ['7 The time goes back here. The words were left where they stand.'],
    ],
    [
      'an end before its beginning',
      SRT('00:00:09,000 --> 00:00:05,000\nWe will pay.'),
      ['9 We will pay.'],
      ['3 This ends before it begins. It was read as beginning at 00:00:09.'],
    ],
    [
      'cues that overlap',
      SRT(`${FIVE_SRT}\nWe will pay.`, '00:00:08,000 --> 00:00:12,000\nIn May.'),
      ['5-9 We will pay.', '8-12 In May.'],
      ['7 This overlaps with the words before it.'],
    ],
    [
      'words without a time',
      VTT(`${FIVE}\nWe will pay.`, 'In May.'),
      ['5-9 We will pay.', 'In May.'],
      ['6 These words have no time. They were read without one.'],
    ],
    [
      'notes and styles',
      VTT('NOTE by Ana', 'STYLE\n::cue {}', `${FIVE}\nWe will pay.`),
      ['5-9 We will pay.'],
      ['3 A note was left out.', '5 A style sheet was left out.'],
    ],
    [
      'lines that roll up',
      VTT(`${FIVE}\nWe will pay`, '00:00:09.000 --> 00:00:12.000\nWe will pay\nby May'),
      ['5-9 We will pay', '9-12 by May'],
      ['7 Words that roll on from the caption before were read once.'],
    ],
    [
      'minutes beyond an hour',
      SRT('00:75:05,000 --> 00:75:09,000\nWe will pay.'),
      ['4505-4509 We will pay.'],
      [],
    ],
  ])('%s', (_what, text, expected, remarks) => {
    expect(told(text)).toEqual(expected)
    expect(remarksOf(text)).toEqual(remarks)
  })

  test('a file that only its name says is WebVTT', () => {
    const { cues, remarks } = readTranscript(`${FIVE}\nWe will pay.`, 'vtt')
    expect(cues.map(({ words, from }) => [words, from])).toEqual([['We will pay.', 5000]])
    expect(remarks).toEqual([
      { line: 1, reason: 'The file does not begin with WEBVTT, and was read all the same.' },
    ])
  })

  test.each([
    ['', 'nothing'],
    ['WEBVTT\n\nNOTE nobody speaks', 'a note'],
    [`1\n${FIVE_SRT}\n♪`, 'music'],
  ])('%j is refused: %s', (text) => {
    const refused = () => readTranscript(text)
    expect(refused).toThrow(Refusal)
    expect(refused).toThrow(expect.objectContaining({ fields: { transcript: expect.any(String) } }))
  })
})

describe('a passage is found by', () => {
  const at = (text: string, words: string) => {
    const transcript = readTranscript(text)
    const start = transcript.text.indexOf(words)
    return locatorAt(transcript, { start, end: start + words.length })
  }
  const LATE = SRT(
    '00:12:03,250 --> 00:12:05,000\nWe will pay',
    '00:12:05,000 --> 00:12:08,100\nby May.',
  )

  test.each([
    ['its cue’s time', LATE, 'will pay', '00:12:03–00:12:05'],
    ['the times of two cues', LATE, 'pay\nby', '00:12:03–00:12:09'],
    ['a beginning alone', '[12:03] We will pay.\n[12:09] In May.', 'In May', '00:12:09'],
    [
      'a beginning and the next',
      '[12:03] We will pay.\n[12:09] In May.',
      'We will',
      '00:12:03–00:12:09',
    ],
    ['a line', 'When?\n\nWe will pay.', 'will pay', 'line 3'],
    ['lines', 'When?\nWe will pay.\nIn May.', 'pay.\nIn', 'lines 2–3'],
    [
      'hours beyond a hundred',
      SRT('100:00:00,000 --> 100:00:01,000\nWe will pay.'),
      'pay',
      '100:00:00–100:00:01',
    ],
  ])('%s', (_what, text, words, locator) => {
    expect(at(text, words)).toBe(locator)
  })

  test('nothing, and refused, where there are no words', () => {
    const transcript = readTranscript('We will pay.')
    const refused = () => locatorAt(transcript, { start: 50, end: 60 })
    expect(refused).toThrow(expect.objectContaining({ fields: { passage: expect.any(String) } }))
  })

  test('the quotation that it answers', () => {
    const transcript = readTranscript(LATE)
    const { reading, passages } = compareQuotation('we will pay by May', transcript.text)
    expect(reading).toBe('verbatim')
    expect(passages.map((passage) => locatorAt(transcript, passage))).toEqual(['00:12:03–00:12:09'])
  })
})

test('no word of any text is lost, however broken it is', () => {
  const pieces = fc.constantFrom(
    'word',
    'Ana:',
    '[12:03]',
    '12:03',
    FIVE_SRT,
    FIVE,
    '-->',
    '1',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    'WEBVTT',
    '<v Bo>',
    '<i>',
    '大桥',
    '\ufeff',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (all) => {
      const text = [...all, '\n', 'word'].join(' ')
      const { text: read, cues } = readTranscript(text, 'srt')
      const count = (of: string) => of.match(/word|大桥/g)?.length ?? 0
      // What stands on a line of times behind them says where on the screen.
      const said = text.split(/\r\n|\r|\n/).filter((line) => !line.includes('-->'))
      expect(count(read)).toBe(count(said.join('\n')))
      for (const { start, end, words } of cues) expect(read.slice(start, end)).toBe(words)
    }),
    { numRuns: 500 },
  )
})
