import { conflictsAmong } from '@/lib/domain/ledger/conflicts'
import type { Fact } from '@/lib/domain/ledger/facts'
import { readAgainst } from '@/lib/domain/ledger/reading/read-against'
import { layOut } from '@/lib/domain/text/blocks'
import { cpuTime } from '@/lib/testing/cpu-time'
import { line, ratio } from './support/print-measure'

/** A text of 10,000 words held against a ledger of 600 facts, and the conflicts among these, beside finding the text's words. */
export function measureLedger(): void {
  const facts = ledger(120)
  const [short, long] = [article(5_000), article(10_000)]
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  const blocks = long.blocks.map(({ start, end }) => long.text.slice(start, end))
  const words = timed(() => blocks.map((text) => [...segmenter.segment(text)].length))
  const found = readAgainst(long, facts).length
  const reading = timed(() => readAgainst(long, facts))
  const conflicts = timed(() => conflictsAmong(facts))
  line(
    `10,000 words against ${facts.length} facts: ${found} proposals in ${reading.toFixed(1)} ms; conflicts among the facts: ${conflicts.toFixed(1)} ms; the words by Intl.Segmenter: ${words.toFixed(1)} ms`,
  )
  ratio('The ledger and its conflicts against 100 ms', (reading + conflicts) / 100, { most: 1 })
  const growth = reading / 2 / timed(() => readAgainst(short, facts))
  ratio('Time per word at 10,000 words against 5,000', growth, { most: 1.5 })
  const fewer = timed(() => readAgainst(long, facts.slice(0, 60)))
  ratio('Ten times the facts against a tenth of them', reading / fewer, { most: 5 })
}

const FIRST = [
  'Sergei',
  'Anna',
  'Mevlüt',
  'Ingrid',
  'Paulo',
  'Ngozi',
  'Haruki',
  'Elena',
  'Tomasz',
  'Aisha',
]
const STEM = ['Chem', 'Lind', 'Çavu', 'March', 'Okon', 'Petr', 'Brand', 'Kowal', 'Sando', 'Whit']
const ENDING = [
  'ezov',
  'qvist',
  'şoğlu',
  'etti',
  'enko',
  'ström',
  'ski',
  'field',
  'reau',
  'escu',
  'idze',
  'ova',
]

/** So many people, of whom a few share their first name and none both. */
const person = (at: number) =>
  `${FIRST[(at * 7) % 10]} ${STEM[at % 10]}${ENDING[Math.floor(at / 10) % 12]}`

/** Five facts for each of so many people. */
function ledger(people: number): Fact[] {
  return Array.from({ length: people }, (_, at): Fact[] => {
    const subject = person(at)
    const title = { title: `minister of matter ${at}`, from: '2015-01-01', until: '2020-01-01' }
    const spelt = { spellings: [], avoid: [], note: '' }
    return [
      { id: `n${at}`, kind: 'name', subject, ...spelt, titles: [title] },
      { id: `b${at}`, kind: 'birth', subject, note: '', born: `19${50 + (at % 40)}-06-15` },
      { id: `p${at}`, kind: 'place', subject: `New ${STEM[at % 10]}burg ${at}`, ...spelt },
      {
        ...{
          id: `f${at}`,
          kind: 'figure',
          subject: `range of the Type ${at}`,
          note: '',
          value: `${100 + at}`,
        },
        ...{ unit: 'km', asOf: '2025-01-01', staleAfter: at % 3 ? null : '2026-01-01' },
      },
      { id: `h${at}`, kind: 'house', subject: `word${at}er`, avoid: [`word${at}or`], note: '' },
    ]
  }).flat()
}

/** Paragraphs of sixty words that each name two people and figures, a fourth of them one of the ledger; every fifth has something that differs. */
function article(words: number) {
  const paragraphs = Array.from({ length: Math.ceil(words / 60) }, (_, at) => {
    const slip = at % 5 === 0
    const name = slip ? person(at).replace(/.$/, 'x') : person(at)
    return `${name}, ${slip ? 'minister of matter' : 'a member'} ${at % 120} of the council, told ${person(at + 7)} that ${at % 4 ? `nobody of the ${at % 90} at the table` : `the Type ${at % 120}`} has a range of ${slip ? 90 : 100 + (at % 120)} km, and that nobody knew what the long winter would bring to the coast, where ${30 + (at % 40)} people had begun to leave in ${2000 + (at % 26)}, among them a ${slip ? `word${at % 120}or` : 'writer'} who paid $${at + 3} million for it.`
  })
  const laid = layOut(paragraphs.map((text) => ({ kind: 'paragraph', text })))
  return { ...laid, language: 'en', on: '2026-11-30' }
}

const timed = (work: () => unknown, rounds = 9) =>
  Math.min(...Array.from({ length: rounds }, () => cpuTime(() => void work())))
