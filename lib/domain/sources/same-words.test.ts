import { describe, expect, test } from 'vitest'
import { findSameWords } from './same-words'
import { MOST_RUNS, sketchOf, thinned } from './text-sketch'

const WIRE = `The port of Varna reopened on Tuesday after a strike of eleven days that had kept forty ships at anchor, the
harbour master said. Dockers returned to three of the five terminals at dawn; the two others are to follow by the end of
the week. The union said that it had accepted a rise of six per cent, half of what it had asked for, and a promise that
no crane would be worked by fewer than four people. Ship owners put their loss at nine million euros. Grain exporters,
who send most of the harvest of the north east through the port, said that it would take a month to clear the sheds.`

const RELEASE = `Northern Rail will run every train on the coast line with four carriages from the first Sunday of March. The
company ordered thirty new carriages in the spring of last year and has received all of them. Passengers had complained
that trains of two carriages left people standing on the platforms of Whitby and Scarborough. The new timetable is on the
company's pages and at every station, and tickets that were bought before remain valid.`

const STATEMENT = `We have closed the bridge because two of its cables are broken and we do not know yet why; it stays
closed until an engineer whom we did not choose ourselves says that it can carry a lorry again.`

const REPORT = `Drivers waited for two hours at the old ferry this morning, and the queue reached the church. The mayor spoke
to them from the steps of the town hall. “${STATEMENT}” Nobody in the crowd had heard of broken cables. Petra Holm, who
takes milk to the other side, said that she would lose her contract by Friday. A bus company has asked for a second ferry.
The last time that the bridge was closed, in the flood of 1978, it took until the autumn to open it, and the town paid for
a ferry of its own, which is now a restaurant. The council meets tonight to talk about what this will cost.`

const OTHER_REPORT = `Engineers in orange jackets hung from the pylons of the bridge yesterday while the press was led about by
the mayor's office. Their lamps could be seen from the hills. The office handed out a page: “${STATEMENT}” The opposition
asks why the inspection of last year found nothing. Its leader, Jonas Berg, wants to see the photographs that were taken
then. The firm that took them was sold in the winter. Insurance for the bridge runs out in June, and the ministry has said
that it will not sign another contract before the cause is known, whatever that means for the traffic of the summer.`

const CHINESE =
  '瓦尔纳港在为期十一天的罢工后于星期二重新开放，港务局长表示，罢工使四十艘船只滞留锚地。码头工人在黎明时分返回五个码头中的三个，另外两个将在周末之前恢复作业。工会表示已接受百分之六的加薪，这是其要求的一半。'
const ARABIC =
  'أعيد فتح ميناء فارنا يوم الثلاثاء بعد إضراب استمر أحد عشر يوما وأبقى أربعين سفينة راسية، وفق ما قاله مدير الميناء. وعاد العمال إلى ثلاث من المحطات الخمس عند الفجر، على أن تتبعها المحطتان الأخريان بحلول نهاية الأسبوع. وقالت النقابة إنها قبلت زيادة قدرها ستة في المئة.'
const TRANSLATED = `Varnas hamn öppnade åter i tisdags efter en strejk på elva dagar som hade hållit fyrtio fartyg för ankar,
sade hamnkaptenen. Hamnarbetarna återvände i gryningen till tre av de fem terminalerna; de två andra ska följa före
veckans slut. Facket sade att det hade godtagit en höjning på sex procent, hälften av vad det hade begärt.`

const sources = (texts: string[]) =>
  texts.map((text, at) => ({ sourceId: `s${at}`, sketch: sketchOf(text) }))

const share = (...texts: string[]) => findSameWords(sources(texts))[0]?.share ?? null

describe('of one origin, by their words', () => {
  test.each<[string, string, string, number]>([
    ['the same wire', WIRE, WIRE, 1],
    ['under another headline and with a credit', WIRE, `Varna breathes again\n(PW)\n${WIRE}`, 1],
    ['cut at the end', WIRE, WIRE.slice(0, WIRE.indexOf('Ship owners')), 1],
    ['typed otherwise', WIRE, WIRE.toUpperCase().replaceAll('.', ' –').replaceAll('\n', '   '), 1],
    [
      'with a word changed in each sentence',
      WIRE,
      WIRE.replace('Tuesday', 'Monday')
        .replace('dawn', 'first light')
        .replace('union', 'dockers’ union')
        .replace('nine', '9')
        .replace('month', 'few weeks'),
      0.7,
    ],
    [
      'a release with a local paragraph',
      RELEASE,
      `${RELEASE} In Filey, where the platform is short, the doors of the last carriage will stay closed, and the café on the pier hopes for more guests on Sundays.`,
      1,
    ],
    ['mostly the statement itself', STATEMENT, `The mayor writes: ${STATEMENT} More follows.`, 1],
    ['in Chinese', CHINESE, `快讯：${CHINESE}`, 1],
    ['in Arabic', ARABIC, `عاجل. ${ARABIC}`, 1],
  ])('%s', (_what, one, other, least) => {
    expect(share(one, other)).toBeGreaterThanOrEqual(least)
    expect(share(other, one)).toBe(share(one, other))
  })

  test('ten papers with one wire are one group, the longest first', () => {
    const papers = Array.from({ length: 10 }, (_, at) => `${'Late news. '.repeat(at)}${WIRE}`)
    expect(findSameWords(sources([...papers, RELEASE]))).toMatchObject([
      { sourceIds: expect.arrayContaining(['s0', 's5', 's9']) },
    ])
  })
})

describe('not of one origin, by their words', () => {
  test.each([
    ['two reports that quote one statement', REPORT, OTHER_REPORT],
    ['a statement and a report that quotes it whole', STATEMENT, REPORT],
    [
      'two reports that share their background, and hardly half',
      `${RELEASE} ${WIRE}`,
      `${OTHER_REPORT} ${WIRE}`,
    ],
    ['a translation', WIRE, TRANSLATED],
    ['texts on other things', WIRE, RELEASE],
    [
      'formulas',
      'All rights reserved. Share this article.',
      'All rights reserved. Share this article.',
    ],
    ['nothing', '', ''],
  ])('%s', (_what, one, other) => {
    expect(share(one, other)).toBeNull()
  })

  test('what a person told apart', () => {
    const apart = (one: string, other: string) => [one, other].sort().join() === 's0,s1'
    expect(findSameWords(sources([WIRE, WIRE, WIRE]), apart)).toMatchObject([
      { sourceIds: ['s0', 's2'] },
    ])
  })

  test('two captures of one source', () => {
    const [text] = sources([WIRE])
    expect(text && findSameWords([text, text])).toEqual([])
  })
})

describe('the sketch of a long text', () => {
  const long = (from: number, words: number) =>
    Array.from({ length: words }, (_, at) => `word${(from + at) ** 2 % 99_991}`).join(' ')

  test('is a sample that is compared with others alike', () => {
    const whole = sketchOf(long(0, 30_000))
    expect(whole.runs.length).toBeLessThanOrEqual(MOST_RUNS)
    expect(whole.halved).toBeGreaterThan(3)
    expect(share(long(0, 30_000), long(0, 12_000))).toBe(1)
    expect(share(long(0, 30_000), long(24_000, 30_000))).toBeNull()
  })

  test('holds exactly what a longer text holds of it', () => {
    const { runs } = thinned(sketchOf(long(0, 900)), 4)
    const held = new Set(sketchOf(long(0, 15_000)).runs)
    const common = thinned({ halved: 4, runs }, sketchOf(long(0, 15_000)).halved).runs
    expect(common.length).toBeGreaterThan(10)
    expect(common.every((run) => held.has(run))).toBe(true)
  })
})
