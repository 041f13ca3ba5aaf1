import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../refusal'
import type { Span } from '../../text/blocks'
import { compareQuotation } from './compare-quotation'

type Case = [what: string, printed: string, source: string, language?: string]

const readings = (printed: string, source: string, language?: string) =>
  compareQuotation(printed, source, { language }).readings

describe('word for word', () => {
  test.each<Case>([
    [
      'a part of a sentence',
      'full payment was received',
      'I can say that full payment was received.',
    ],
    ['a begun sentence', 'We will pay the full sum', 'Look, we will pay the full sum by May.'],
    ['one word', 'disgraceful', 'It was a disgraceful way to treat them.'],
    [
      'the published statement',
      'renders its continued involvement with the F-35 impossible',
      'Turkey’s decision to purchase Russian S-400 air defense systems renders its continued involvement with the F-35 impossible.',
    ],
    ['marks of another form', 'we said “no” — twice', 'In March we said "no" -- twice.'],
    ['an apostrophe', 'we don’t know', "Honestly, we don't know."],
    [
      'broken by the attribution',
      '“We will pay,” the mayor said, “by May.”',
      'We will pay by May.',
    ],
    ['attributed behind', '“The bridge is safe,” said Ana Moss.', 'The bridge is safe.'],
    ['a quotation within', 'He told me “go home” and I did', 'He told me "go home" and I did.'],
    [
      'captions without marks',
      'The bridge is safe. It was tested.',
      'the bridge is safe it was tested',
    ],
    [
      'cut at its ends',
      '… the whole of the bridge …',
      'They closed the whole of the bridge in May.',
    ],
    ['a share', 'fell by 3.5% in May', 'Prices fell by 3.5% in May.'],
    ['Turkish capitals', 'Irmak köprüsü açıldı', 'Evet, ırmak köprüsü açıldı.', 'tr'],
    ['Arabic with vowel signs', 'تم دفع المبلغ بالكامل', 'تَمَّ دَفعُ المبلغِ بالكامل في عام 2017', 'ar'],
    ['Arabic digits', 'بلغ المدى 400 كم', 'بلغ المدى ٤٠٠ كم', 'ar'],
    ['Chinese', '合同已经全部履行完毕', '他说，合同已经全部履行完毕。', 'zh'],
    ['Chinese in corner brackets', '「款项已付清」', '市长说款项已付清。', 'zh'],
    ['Russian', 'Контракт полностью исполнен', 'Да, контракт полностью исполнен.', 'ru'],
    ['German', 'Die Brücke ist sicher', 'Ich sage: Die Brücke ist sicher.', 'de'],
    ['Thai', 'สะพานปลอดภัย', 'เขาบอกว่าสะพานปลอดภัยแล้ว', 'th'],
    ['brackets of the source', 'We saw the breif [sic] today', 'We saw the breif [sic] today.'],
  ])('%s', (_what, printed, source, language) => {
    expect(readings(printed, source, language)).toEqual(['verbatim'])
  })
})

describe('cleaned of what says nothing', () => {
  test.each<Case>([
    ['a hesitation', 'We will pay by May', 'We will, uh, pay by May.'],
    ['“you know”', 'The bridge is safe', 'The bridge, you know, is safe.'],
    [
      'several of them',
      'It was a hard winter for us',
      'It was, um, I mean, a hard, you know, winter for us.',
    ],
    ['a repetition', 'They knew that we will pay', 'They knew that we will we will pay.'],
    [
      'a repetition around a hesitation',
      'So then we paid them all',
      'So then we, uh, we paid them all.',
    ],
    ['a word said three times', 'It was very cold', 'It was very, very, very cold.'],
    ['a false start', 'And then I am going home', 'And then I was— I am going home.'],
    ['a word broken off', 'Ask the government about it', 'Ask the gov- government about it.'],
    ['a note of the transcript', 'We had no idea at all', 'We had [laughs] no idea at all.'],
    ['applause', 'We will rebuild the bridge', 'We will (applause) rebuild the bridge.'],
    ['Turkish', 'Köprü mayısta açılacak', 'Köprü, şey, mayısta açılacak.', 'tr'],
    ['German', 'Die Brücke ist sicher', 'Die Brücke, ähm, ist sicher.', 'de'],
    ['French', 'Le pont est sûr', 'Le pont, euh, est sûr.', 'fr'],
    ['Spanish', 'El puente es seguro', 'El puente, o sea, es seguro.', 'es'],
    ['Russian', 'Мост полностью безопасен', 'Мост, как бы, полностью безопасен.', 'ru'],
    ['Arabic', 'الجسر آمن تماما', 'الجسر يعني آمن تماما', 'ar'],
    ['Chinese', '大桥现在很安全', '大桥，嗯，那个，现在很安全。', 'zh'],
  ])('%s', (_what, printed, source, language) => {
    expect(readings(printed, source, language)).toEqual(['cleaned'])
  })

  test.each<Case>([
    ['a negation between dashes', 'We will pay we will', 'We will pay — we will not — we will.'],
    ['what is said and taken back', 'Then we will pay', 'Then we will not pay— we will pay.'],
    [
      'a figure that is put right',
      'And it cost 4 million',
      'And it cost 3 million— it cost 4 million.',
    ],
    [
      'a sentence that does not break off',
      'And then I am going home',
      'And then I was cold, I am going home.',
    ],
    ['a reason', 'We left, we were cold', 'We left, because we were cold.'],
  ])('not %s', (_what, printed, source) => {
    expect(readings(printed, source)).not.toContain('cleaned')
  })
})

const LONG = 'and nobody on the council had asked for it in that year '
const FAR = Array.from({ length: 9 }, (_, index) => `In week ${index} ${LONG}.`).join(' ')

describe('left out', () => {
  test.each<[...Case, expected: string[]]>([
    [
      'with dots',
      'We will pay … by May',
      'We will pay, as agreed last year, by May.',
      'en',
      ['condensed'],
    ],
    [
      'with three stops',
      'We will pay ... by May',
      'We will pay, as agreed last year, by May.',
      'en',
      ['condensed'],
    ],
    [
      'with dots in brackets',
      'We will pay [...] by May',
      'We will pay, as agreed last year, by May.',
      'en',
      ['condensed'],
    ],
    [
      'with dots in round ones',
      'We will pay (…) by May',
      'We will pay, as agreed last year, by May.',
      'en',
      ['condensed'],
    ],
    [
      'a whole sentence',
      'We will pay. … The bridge stays.',
      'We will pay. Nobody doubts it now. The bridge stays.',
      'en',
      ['condensed'],
    ],
    [
      'without a mark',
      'We will pay by May',
      'We will pay, as agreed last year, by May.',
      'en',
      ['condensed-unmarked'],
    ],
    [
      'one word without a mark',
      'We will probably pay',
      'We will most probably pay.',
      'en',
      ['condensed-unmarked'],
    ],
    ['a negation', 'We will pay by May', 'We will not pay by May.', 'en', ['condensed-unmarked']],
    [
      'across an attribution',
      '“We will pay,” she said. “The bridge stays.”',
      'We will pay. Ask the council why it took so long. The bridge stays.',
      'en',
      ['condensed-unmarked'],
    ],
    [
      'in two places, once marked',
      'The old bridge … was safe',
      'The very old bridge, they found, was safe.',
      'en',
      ['condensed-unmarked', 'condensed'],
    ],
    [
      'and cleaned',
      'We will pay … by May',
      'We will, uh, pay, as agreed last year, by May.',
      'en',
      ['condensed', 'cleaned'],
    ],
    ['in Chinese, marked', '合同……履行完毕', '合同已经全部履行完毕。', 'zh', ['condensed']],
    [
      'in Chinese, not marked',
      '合同已经履行完毕',
      '合同已经全部履行完毕。',
      'zh',
      ['condensed-unmarked'],
    ],
    [
      'in Arabic, marked',
      'تم دفع المبلغ … في مايو',
      'تم دفع المبلغ بالكامل كما اتفقنا في مايو',
      'ar',
      ['condensed'],
    ],
    [
      'in Turkish, not marked',
      'Ödemeyi mayısta yapacağız',
      'Ödemeyi sanırım mayısta yapacağız.',
      'tr',
      ['condensed-unmarked'],
    ],
  ])('%s', (_what, printed, source, language, expected) => {
    expect(readings(printed, source, language)).toEqual(expected)
  })
})

describe('in brackets', () => {
  test.each<[...Case, expected: string[]]>([
    [
      'a name for a pronoun',
      'Then [the mayor] paid by May',
      'Then he paid by May.',
      'en',
      ['bracketed'],
    ],
    [
      'an explanation',
      'The S-400 [air defence] arrived',
      'The S-400 arrived.',
      'en',
      ['bracketed'],
    ],
    ['a capital', '“[T]he bridge is safe”', 'I say the bridge is safe.', 'en', ['bracketed']],
    [
      'an ending',
      'They want[ed] the bridge closed',
      'They want the bridge closed.',
      'en',
      ['bracketed'],
    ],
    [
      'and dots',
      '[Moss] paid … by May',
      'Well, she paid, as agreed last year, by May.',
      'en',
      ['condensed', 'bracketed'],
    ],
    ['full-width', '他［市长］说款项已付清', '他说款项已付清。', 'zh', ['bracketed']],
    [
      'for more words than it can stand for',
      'We [the council] paid by May',
      `We ${LONG}${LONG}paid by May.`,
      'en',
      ['condensed-unmarked', 'bracketed'],
    ],
  ])('%s', (_what, printed, source, language, expected) => {
    expect(readings(printed, source, language)).toEqual(expected)
  })
})

describe('order and place', () => {
  test.each<[...Case, expected: string[]]>([
    [
      'a word moved',
      'Yesterday we paid the whole amount',
      'We paid the whole amount yesterday.',
      'en',
      ['reordered'],
    ],
    [
      'two names swapped',
      'London and Paris are safe',
      'I know that Paris and London are safe.',
      'en',
      ['reordered'],
    ],
    [
      'two sentences swapped',
      'The bridge stays open all winter. We will pay for everything in May.',
      'We will pay for everything in May. The bridge stays open all winter.',
      'en',
      ['reordered'],
    ],
    [
      'two places joined',
      'We will pay the whole sum. The bridge stays open all winter.',
      `We will pay the whole sum. ${FAR} The bridge stays open all winter.`,
      'en',
      ['spliced', 'condensed-unmarked'],
    ],
    [
      'two places joined by dots',
      'We will pay the whole sum … the bridge stays open all winter.',
      `We will pay the whole sum. ${FAR} The bridge stays open all winter.`,
      'en',
      ['spliced', 'condensed'],
    ],
    [
      'two places joined, the later first',
      'The bridge stays open all winter. We will pay the whole sum.',
      `We will pay the whole sum. ${FAR} The bridge stays open all winter.`,
      'en',
      ['spliced', 'reordered'],
    ],
    [
      'Chinese sentences swapped',
      '大桥整个冬天都开放。我们五月付清全部款项。',
      '我们五月付清全部款项。大桥整个冬天都开放。',
      'zh',
      ['reordered'],
    ],
  ])('%s', (_what, printed, source, language, expected) => {
    expect(readings(printed, source, language)).toEqual(expected)
  })
})

describe('other words', () => {
  test.each<Case>([
    [
      'a figure',
      'a range of 400 kilometres',
      'It has a range of 250 kilometres; the other one has 400.',
    ],
    ['a verb', 'We shall pay by May', 'We will pay by May.'],
    ['a name', 'I told Moss to pay at once', 'I told Brandt to pay at once.'],
    [
      'a figure that stands nearby',
      '400 is the range of it',
      '250 is the range of it, and the other has 400.',
    ],
    ['a word put in', 'We will certainly pay by May', 'We will pay by May.'],
    ['a contraction written out', 'We do not know that man', 'We don’t know that man.'],
    ['a Turkish letter', 'Irmak köprüsü açıldı', 'Evet, irmak köprüsü açıldı.', 'tr'],
    ['a letter in Chinese', '合同已经全部执行完毕', '合同已经全部履行完毕。', 'zh'],
    ['an Arabic word', 'تم دفع المبلغ جزئيا', 'تم دفع المبلغ بالكامل', 'ar'],
    ['round brackets of the newsroom', 'He (the mayor) will pay by May', 'He will pay by May.'],
    [
      'a common word that also stands nearby',
      'a mayor will pay the sum',
      'The mayor will pay the sum in a year.',
    ],
  ])('%s', (_what, printed, source, language) => {
    expect(readings(printed, source, language)[0]).toBe('altered')
  })

  test.each<Case>([
    [
      'other things were said',
      'We never promised the farmers any money',
      'The bridge is safe and was tested in May.',
    ],
    [
      'only small words are common',
      'It is the end of the road for us',
      'The ferry is at the head of the strait, and it is cold for them.',
    ],
    [
      'a phrase of three words is common',
      'They said at the end of the day that nobody knew anything about money',
      'At the end of the day, ferries are closed.',
    ],
    ['one word was not said', 'disgraceful', 'It was a bad way to treat them.'],
    [
      'a paraphrase',
      'Payment arrived in its entirety',
      'We got all of the money that we were owed.',
    ],
    ['a translation', 'The bridge is safe', 'Die Brücke ist sicher.'],
  ])('not found: %s', (_what, printed, source) => {
    const { readings, passages, steps } = compareQuotation(printed, source)
    expect([readings, passages]).toEqual([['not-found'], []])
    expect(steps.map(({ what, printed }) => [what, printed])).toEqual([
      ['put-in', { start: 0, end: printed.length }],
    ])
  })
})

describe('weighty', () => {
  const weighty = (printed: string, source: string, language?: string) =>
    compareQuotation(printed, source, { language }).weighty.map(
      ({ what, printed: ours, source: theirs }) =>
        `${what}: ${printed.slice(ours.start, ours.end).trim()} / ${source.slice(theirs.start, theirs.end)}`,
    )

  test.each<[...Case, expected: string[]]>([
    ['not left out', 'We will pay by May', 'We will not pay by May.', 'en', ['negation:  / not']],
    ['not in brackets', 'We shall [not] pay', 'We shall pay.', 'en', ['negation: [not] / ']],
    ['a figure', 'a range of 400 km', 'a range of 250 km', 'en', ['number: 400 / 250']],
    [
      'a figure in words',
      'some four million people',
      'some five million people',
      'en',
      ['number: four / five'],
    ],
    ['a modal verb', 'We may pay by May', 'We will pay by May.', 'en', ['modal: may / will']],
    [
      'a name',
      'I told Moss to pay at once',
      'I told Brandt to pay at once.',
      'en',
      ['name: Moss / Brandt'],
    ],
    [
      'a Turkish negation',
      'Ödemeyi mayısta yapacağız',
      'Ödemeyi mayısta yapmayacağız.',
      'tr',
      ['negation: yapacağız / yapmayacağız'],
    ],
    ['a Chinese negation', '我们五月会付款', '我们五月不会付款。', 'zh', ['negation:  / 不']],
    [
      'an Arabic negation',
      'نحن سندفع المبلغ كله',
      'نحن لن سندفع المبلغ كله',
      'ar',
      ['negation:  / لن'],
    ],
    [
      'a German negation',
      'Wir haben das gewusst',
      'Wir haben das nicht gewusst.',
      'de',
      ['negation:  / nicht'],
    ],
    [
      'a Russian figure',
      'дальность 400 километров',
      'дальность 250 километров',
      'ru',
      ['number: 400 / 250'],
    ],
    [
      'not a negation that is only contracted',
      'We do not know that man',
      'We don’t know that man.',
      'en',
      [],
    ],
    ['not a filler', 'The bridge is safe', 'The bridge, you know, is safe.', 'en', []],
    [
      'not a name in brackets for another way to say it',
      'The bridge is quite safe',
      'The bridge is very safe.',
      'en',
      [],
    ],
    [
      'not German nouns',
      'Wir haben die Rechnung bezahlt',
      'Wir haben die Summe bezahlt.',
      'de',
      [],
    ],
  ])('%s', (_what, printed, source, language, expected) => {
    expect(weighty(printed, source, language)).toEqual(expected)
  })
})

test.each([
  ['a figure that is said twice', 'It carried 400 men there', 'It carried 400, 400 men there.'],
  ['the first word of a sentence', 'Someone paid for it then', 'People paid for it then.'],
  ['a long omission', 'We will pay … by May', `We will pay in 2017, ${LONG}, by May.`],
])('not weighty: %s', (_what, printed, source) => {
  expect(compareQuotation(printed, source).weighty).toEqual([])
})

test('a lone figure that stands nearby was not moved', () => {
  const source = '2,500 is the range of it, and the other has 4,000.'
  expect(readings('4,000 is the range of it', source)).toEqual(['altered'])
})

test('words that another order brought together are steps of their own', () => {
  const source = 'I know that Paris and London are safe'
  const { steps } = compareQuotation('London and Paris are safe', source)
  const same = steps.filter(({ what }) => what === 'same')
  expect(same.map((step) => bare(source, step.source))).toEqual([
    'London',
    'and',
    'Paris',
    'aresafe',
  ])
})

test('the same words elsewhere in the source are told', () => {
  const source = 'We will pay. I repeat: we will pay. They will not.'
  const { passages, elsewhere } = compareQuotation('we will pay', source)
  const all = [...passages, ...elsewhere].map(({ start, end }) => source.slice(start, end))
  expect(all.sort()).toEqual(['We will pay', 'we will pay'])
})

test('forms in which the same words are written otherwise are told once', () => {
  const { forms } = compareQuotation('“We don’t pay”; we don’t', "He: we don't pay. We don't.")
  expect(forms).toEqual(['capital', 'apostrophe', 'marks'])
})

test('the passages of a splice are told in the order of the source', () => {
  const source = `We will pay the whole sum. ${FAR} The bridge stays open all winter.`
  const printed = 'The bridge stays open all winter … we will pay the whole sum'
  const { passages } = compareQuotation(printed, source)
  expect(passages.map(({ start, end }) => source.slice(start, end))).toEqual([
    'We will pay the whole sum',
    'The bridge stays open all winter',
  ])
})

test.each([
  ['no quotation', ' ', 'We will pay.', 'printed'],
  ['marks alone', '“…”', 'We will pay.', 'printed'],
  ['no source', 'We will pay.', '', 'source'],
  ['too many marks', `we ${', '.repeat(5_001)}`, 'We will pay.', 'printed'],
  ['too much at once', 'we pay '.repeat(5_000), 'we pay '.repeat(5_000), 'printed'],
])('%s is refused by the name of the field', (_what, printed, source, field) => {
  const refused = () => compareQuotation(printed, source)
  expect(refused).toThrow(Refusal)
  expect(refused).toThrow(expect.objectContaining({ fields: { [field]: expect.any(String) } }))
})

const PIECES = [
  ...[
    'we',
    'will',
    'not',
    'pay',
    '400',
    'km',
    'Moss',
    'Brandt',
    'bridge',
    'uh',
    'you know',
    '—',
    '…',
    '...',
    '“',
    '”',
  ],
  ...[
    '[',
    ']',
    '[the mayor]',
    '[t]he',
    '(',
    ')',
    ',',
    '.',
    '大桥',
    '不',
    'تَمَّ',
    '٤٠٠',
    'I',
    'İ',
    '👍🏽',
    '%',
  ],
]
const words = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((all) => ['end', ...all])

const bare = (text: string, { start, end }: Span) => text.slice(start, end).replace(/\s/g, '')

test('the steps are the print, piece by piece, and no other words of the source are the same', () => {
  fc.assert(
    fc.property(words, words, fc.constantFrom(' ', ''), (print, said, space) => {
      const [printed, source] = [print.join(space), said.join(space)]
      const { steps } = compareQuotation(printed, source)
      expect(
        steps.map((step) => printed.slice(step.printed.start, step.printed.end)).join(''),
      ).toBe(printed)
      for (const [index, step] of steps.entries()) {
        expect(step.printed.start).toBe(steps[index - 1]?.printed.end ?? 0)
        if (step.what === 'same')
          expect(bare(printed, step.printed)).toBe(bare(source, step.source))
        expect(step.source.start <= step.source.end && step.source.end <= source.length).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('any row of words of a source is word for word', () => {
  const plain = fc.array(fc.constantFrom('we', 'will', 'not', 'pay', '400', 'Moss', '桥', 'ما'), {
    minLength: 2,
    maxLength: 40,
  })
  fc.assert(
    fc.property(plain, fc.nat(100), fc.nat(100), (said, from, length) => {
      const at = from % said.length
      const printed = said.slice(at, at + 1 + (length % said.length)).join(' ')
      expect(readings(printed, said.join(' '))).toEqual(['verbatim'])
    }),
    { numRuns: 300 },
  )
})
