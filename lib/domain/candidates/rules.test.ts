import { describe, expect, test } from 'vitest'
import { CANDIDATE_RULES } from './rules'

/** Of each rule: a sentence, the very words that its pattern finds in it, and a sentence where it finds none. */
const EXAMPLES: Record<string, { finds: [sentence: string, ...words: string[]]; not: string }> = {
  quotation: {
    finds: [
      'She said: “We are done.” «Nous partons», «終わり» 「もう終わりだ」',
      'We are done.',
      'Nous partons',
      '終わり',
      'もう終わりだ',
    ],
    not: 'An opening mark “ alone',
  },
  'quotation-straight': {
    finds: ['"We are done," she said, "for good."', 'We are done,', 'for good.'],
    not: 'A board of 5" by 7" and a plank of 6".',
  },
  'quotation-low': {
    finds: [
      'Er sagte: „Wir gehen“, dann: „Jetzt gleich”, dann ‚nicht heut’ Nacht‘.',
      'Wir gehen',
      'Jetzt gleich',
      'nicht heut',
    ],
    not: 'Er sagte: “Wir gehen”',
  },
  'quotation-same-marks': {
    finds: ['Han sade: ”Vi har betalat” och (”Vi går.”)', 'Vi har betalat', 'Vi går.'],
    not: 'She said “we go,” then “we stay.” Then she left.',
  },
  'quotation-pointing-in': {
    finds: ['Er sagte: »Wir gehen«, hän sanoi: »Emme tiedä».', 'Wir gehen', 'Emme tiedä'],
    not: 'Il a dit « oui », puis « non » et «jamais».',
  },
  'quotation-single': {
    finds: [
      "He said ‘we don’t pay the drivers’ union’, ‘not in the ’90s’ and 'we won't'.",
      'we don’t pay the drivers’ union',
      'not in the ’90s',
      "we won't",
    ],
    not: "The drivers’ union and the workers' club don’t like ’90s or ‘80s rock ’n’ roll, ‘til now’.",
  },
  'quotation-goes-on': {
    finds: ['“No,” she said. “We came here.', 'We came here.'],
    not: '“No,” she said, “we came here.”',
  },
  money: {
    finds: [
      'It cost $2.5 billion, €30, £4m, 700 euros and 12 million US dollars, -$3m, $10–15 million, CHF 5.',
      '$2.5 billion',
      '€30',
      '£4m',
      '700 euros',
      '12 million US dollars',
      '-$3m',
      '$10–15 million',
      'CHF 5',
    ],
    not: 'The dollar fell, and 12 eurosceptics cheered.',
  },
  percentage: {
    finds: [
      'Some 3.5 percent, 12 %, 40 per cent, 2 percentage points, -1–3%, yüzde 64,8, %64,8',
      '3.5 percent',
      '12 %',
      '40 per cent',
      '2 percentage points',
      '-1–3%',
      'yüzde 64,8',
      '%64,8',
    ],
    not: 'The percentage of 12 is unknown.',
  },
  measurement: {
    finds: [
      'It flies 400 km at 900 km/h and weighs 1,014 tonnes at -3 °C, on 12 square miles.',
      '400 km',
      '900 km/h',
      '1,014 tonnes',
      '-3 °C',
      '12 square miles',
    ],
    not: 'The 400 kmart shops and 12 members',
  },
  age: {
    finds: [
      'Ana Moss, 34, met a 12-year-old and a man aged 90.',
      'Ana Moss, 34',
      '12-year-old',
      'aged 90',
    ],
    not: 'On May 3, 34 people came.',
  },
  'age-in-words': {
    finds: [
      'A girl, nine, and a man aged forty-two met a ten-year-old in her thirties; she was eighty.',
      'girl, nine',
      'aged forty-two',
      'ten-year-old',
      'her thirties',
      'was eighty',
    ],
    not: 'She was ten minutes late, and nine girls waited.',
  },
  'date-written': {
    finds: ['From March 3, 2019 to 5 May, and in June 2020', 'March 3, 2019', '5 May', 'June 2020'],
    not: 'They may 5 times march in August.',
  },
  month: {
    finds: ['It closed in early November and opened last May.', 'early November', 'last May'],
    not: 'It may open in May 2020 or in Mayfair.',
  },
  year: {
    finds: [
      'In 2017 built, used since the 1990s. From 2017–18 on',
      'In 2017',
      'since the 1990s',
      'From 2017–18',
    ],
    not: 'It sold in 2,017 shops and in 201 towns.',
  },
  decade: {
    finds: [
      'In the 1970s it burned, in the ’80s, the mid-1990s and the twenties.',
      'In the 1970s',
      'in the ’80s',
      'the mid-1990s',
      'the twenties',
    ],
    not: 'In the 1970 season the twenty left.',
  },
  'decade-foreign': {
    finds: [
      'In den 1970er Jahren, dans les années 1980, в 1990-х годах, 1960’larda, 1920年代に, los años 30, på 1950-talet',
      '1970er Jahren',
      'années 1980',
      '1990-х годах',
      '1960’larda',
      '1920年代',
      'años 30',
      '1950-talet',
    ],
    not: 'Sie hatte 1970 Boote, il y a 12 années 3 mois, 1975er Wein, 90er',
  },
  'date-numeric': {
    finds: [
      '2017-12-29, 29.12.2017, 12/29/17, 在2017年12月29日',
      '2017-12-29',
      '29.12.2017',
      '12/29/17',
      '2017年12月29日',
    ],
    not: 'Version 1.2.3.4 and page 12/29',
  },
  'date-foreign': {
    finds: [
      'am 29. Dezember 2017, le 3 mai 2018, el 4 de julio de 1999',
      '29. Dezember 2017',
      '3 mai 2018',
      '4 de julio de 1999',
    ],
    not: 'Sie hatte 29 Boote und 2017 Ruder.',
  },
  hour: {
    finds: ['At 14:05, at 5 p.m. and at 7:30am', '14:05', '5 p.m.', '7:30am'],
    not: 'A ratio of 25:70 and 5 pumas',
  },
  day: {
    finds: [
      'It rained on Tuesday, Friday night, last week and three days ago.',
      'on Tuesday',
      'Friday night',
      'last week',
      'three days ago',
    ],
    not: 'Tuesdays last long.',
  },
  count: {
    finds: [
      'Some 1,200 sheep, 3 million hens, 10 000 cows and 12; 3–1, −4 or -.5, 2½, a 90-minute film in the 2017/18 season',
      '1,200',
      '3 million',
      '10 000',
      '12',
      '3–1',
      '4',
      '-.5',
      '2½',
      '90-minute',
      '2017/18',
    ],
    not: 'The F-35, the A4 page, a 3-legged dog, 14:05 and x2',
  },
  'count-and-word': {
    finds: ['Der Hafen hat 12 Kräne und 3 Millionen Gäste.', '12 Kräne', '3 Millionen Gäste'],
    not: 'Der Hafen hat A4 Bögen, und er hat 12.',
  },
  'count-in-words': {
    finds: [
      'Three million people, half of them in one in five towns; seventeen fled, forty-two stayed, two-fifths',
      'Three million',
      'half',
      'one in five',
      'seventeen',
      'forty-two',
      'two-fifths',
    ],
    not: 'Someone weighed the behalf of one.',
  },
  ordinal: {
    finds: ['Her 21st and his 12th film, the fifteenth kind', '21st', '12th', 'fifteenth'],
    not: 'Under the Fifth Amendment, a fifth of the 12 left.',
  },
  title: {
    finds: [
      'Then Prime Minister Ana Moss, Gen. Karl von Abt and Dr. Vance left.',
      'Prime Minister Ana Moss',
      'Gen. Karl von Abt',
      'Dr. Vance',
    ],
    not: 'The president spoke, and the general left.',
  },
  affiliation: {
    finds: [
      'Ana Moss, the chief executive of Marlin Shipping, left.',
      'Ana Moss, the chief executive of Marlin Shipping',
    ],
    not: 'In Lagos, people of all ages cheered.',
  },
  'role-beside-name': {
    finds: [
      'Ana Moss, a senior editor, met Karl Abt, the festival’s director.',
      'Ana Moss, a senior editor',
      'Karl Abt, the festival’s director',
    ],
    not: 'In Lagos, people cheered, and Ana Moss, who directs, left.',
  },
  role: {
    finds: [
      'The chief executive of the FA met a Labour peer, a member of the Green party, the deputy editor and the secretary general.',
      'chief executive of the FA',
      'a Labour peer',
      'member of the Green',
      'deputy editor',
      'secretary general',
    ],
    not: 'The president of the United States and a teacher met the editor.',
  },
  'works-for': {
    finds: [
      'He plays for Alder Rovers, and she studied law at the University of Tarn.',
      'plays for Alder Rovers',
      'studied law at the University',
    ],
    not: 'He plays at home and works for money, at Easter or not.',
  },
  place: {
    finds: [
      'Born in Tarnow, she lives near Perth, Ohio, north of Leeds, in eastern Galicia, in the city of York.',
      'lives near Perth, Ohio',
      'north of Leeds',
      'eastern Galicia',
      'city of York',
    ],
    not: 'She was born in May and lives in fear of the north.',
  },
  relative: {
    finds: [
      'His sister met her late husband, Karl Abt, and Ana’s mother-in-law.',
      'His sister',
      'her late husband, Karl Abt',
      'Ana’s mother-in-law',
    ],
    not: 'A mother met the brothers of this sister city.',
  },
  placing: {
    finds: [
      'Ben Oak, right, with Ana Moss (second from left)',
      'Ben Oak, right',
      'Ana Moss (second from left)',
    ],
    not: 'Ben Oak, right or wrong, left, and Ana Moss sat in the front row of England, left.',
  },
  'placing-in-caption': {
    finds: [
      'From left: Ana Moss and Karl Abt. Below, the port, pictured in Leeds with Ben Oak, left.',
      'From left',
      'Below',
      'pictured in Leeds',
      'Ben Oak, left',
    ],
    not: 'They came from the left and went right.',
  },
  name: {
    finds: [
      'The ship met Ana Moss near Port Abel, at the University of Tarn.',
      'Ana Moss',
      'Port Abel',
      'University of Tarn',
    ],
    not: 'The ship met Ana, and In May it left the United States.',
  },
  'known-as': {
    finds: ['The system, known as SA-21 Growler', 'SA-21 Growler'],
    not: 'The system is known as slow.',
  },
  'attribution-before': {
    finds: [
      'She told reporters on Monday that it rained, and he claimed that it snowed.',
      'told reporters on Monday that',
      'claimed that',
    ],
    not: 'She said it, and that was all.',
  },
  'attribution-after': {
    finds: [
      'The bill was paid, Ana Moss, the head of the port, said on Monday.',
      ', Ana Moss, the head of the port, said',
    ],
    not: 'She said the bill was paid, then left.',
  },
  'according-to': {
    finds: ['According to the port office, it rained.', 'According to the port office,'],
    not: 'It rained, according to her.',
  },
  superlative: {
    finds: [
      'The largest ship and the most expensive crane, at least seemingly the least useful one',
      'largest',
      'most expensive',
      'least useful',
    ],
    not: 'The forest guest wrote an honest request; most of it burned.',
  },
  'first-or-only': {
    finds: [
      'Its first bridge was the only one, for the first time a record high.',
      'Its first',
      'the only',
      'for the first time',
      'record high',
    ],
    not: 'At first he read the first name of the first lady, then the record.',
  },
  comparison: {
    finds: [
      'More people than ever, twice as many, faster than light, compared with May',
      'More people than',
      'twice as',
      'faster than',
      'compared with',
    ],
    not: 'He is more or less here, and better for it.',
  },
  change: {
    finds: ['Prices rose and wages had fallen; sales doubled.', 'rose', 'fallen', 'doubled'],
    not: 'The roses and the fall of Rome; they fell in love.',
  },
  cause: {
    finds: ['Closed because of fog, which led to queues', 'because of', 'led to'],
    not: 'He stayed because he was tired, and led together with her.',
  },
  legal: {
    finds: [
      'She was convicted of fraud and he pleaded not guilty; both were fined.',
      'convicted',
      'pleaded not guilty',
      'were fined',
    ],
    not: 'A conviction politician with a fine sense of guilt',
  },
  event: {
    finds: [
      'Full payment was received, and the ship has been sold.',
      'was received',
      'has been sold',
    ],
    not: 'The ship is red and will sail.',
  },
  specification: {
    finds: ['The ship is powered by gas and equipped with radar.', 'powered by', 'equipped with'],
    not: 'The power of equipment',
  },
  translation: {
    finds: ['The word translates as salt, Turkish for peace.', 'translates as', 'Turkish for'],
    not: 'The translation was Turkish.',
  },
  link: {
    finds: [
      'See https://example.org/a?b=1, www.example.org.',
      'https://example.org/a?b=1',
      'www.example.org',
    ],
    not: 'Meet at http:// nowhere, ann@www.example.org.',
  },
  'mail-address': {
    finds: ['Write to ann.moss@example.org.', 'ann.moss@example.org'],
    not: 'Meet @ the port, @ann or a@b.',
  },
  telephone: {
    finds: ['Call +44 20 7946 0958 today.', '+44 20 7946 0958'],
    not: 'It was +12 degrees, and 3 + 4 is 7.',
  },
  'day-of-month-de': {
    finds: ['Am 3. Mai und am 12. März 2017', '3. Mai', '12. März 2017'],
    not: 'Im Mai 2017',
  },
  'day-of-month-fr': {
    finds: ['le 1er mai et le 3 août 2017', '1er mai', '3 août 2017'],
    not: 'en mai 2017',
  },
  'day-of-month-es': {
    finds: ['el 3 de mayo de 2017', '3 de mayo de 2017'],
    not: 'en mayo de 2017',
  },
  'day-of-month-ru': { finds: ['ушёл 3 мая 2017', '3 мая 2017'], not: 'в мае 2017' },
  'day-of-month-ar': { finds: ['في 3 مايو 2017', '3 مايو 2017'], not: 'في مايو 2017' },
  'day-of-month-tr': {
    finds: ['3 Mayıs’ta ve 12 Ekim 2017’de', '3 Mayıs', '12 Ekim 2017'],
    not: 'Mayıs 2017',
  },
  'attribution-de': {
    finds: ['Sie sagte, dass die Fähre sank.', 'die Fähre sank'],
    not: 'Er war laut und sagte nichts.',
  },
  'attribution-fr': {
    finds: ['Selon la police, le bac a coulé.', 'Selon la police, le bac a coulé'],
    not: 'Le bac a coulé.',
  },
  'attribution-es': {
    finds: ['Dijo ayer: la ministra dijo que el barco se hundió.', 'el barco se hundió'],
    not: 'No dijo nada.',
  },
  'attribution-ru': {
    finds: ['Мэр заявил, что паром затонул.', 'паром затонул'],
    not: 'Мэр ничего не сказал.',
  },
  'attribution-ar': {
    finds: ['قال الوزير إن السفينة غرقت.', 'السفينة غرقت'],
    not: 'لم يقل شيئا.',
  },
  'attribution-tr': {
    finds: ['Polise göre vapur battı.', 'vapur battı'],
    not: 'Vapur battı.',
  },
}

/** How far before it stands what a rule asks for, in UTF-16 units. */
const NEARBY = 40

test('every rule has its examples, and every example its rule', () => {
  expect(CANDIDATE_RULES.map(({ id }) => id)).toEqual([...new Set(Object.keys(EXAMPLES))])
})

describe.each(CANDIDATE_RULES)('$id', ({ id, pattern, figures, needs, weight }) => {
  const [sentence, ...words] = EXAMPLES[id]?.finds ?? ['']
  const findings = (text: string) => [...text.matchAll(pattern)].map(([found]) => found)

  test('finds its exact words', () => {
    expect(words.length).toBeGreaterThan(0)
    expect(findings(sentence)).toEqual(words)
    for (const word of words) {
      const at = sentence.indexOf(word)
      const nearby = sentence.slice(Math.max(0, at - NEARBY), at + word.length + 1)
      if (needs) expect(nearby).toMatch(needs)
    }
    if (figures) for (const word of words) expect(word).toMatch(/\p{N}/u)
  })

  test('leaves others alone', () => {
    expect(findings(EXAMPLES[id]?.not ?? sentence)).toEqual([])
  })

  test('has a weight between 0 and 1', () => {
    expect(weight).toBeGreaterThan(0)
    expect(weight).toBeLessThan(1)
  })
})
