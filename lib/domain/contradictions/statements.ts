import { type Figure, kindOf } from '../comparisons/figures/reading/figure'
import { readFigures } from '../comparisons/figures/reading/read-figures'
import type { PlacedBlock, Span } from '../text/blocks'
import { sentencesOf } from '../text/sentences/sentences'
import { type DateSaid, dateSaid } from './dates'
import { knownNames } from './names'
import { agedNames, type Mention, type Named, namesInBlock } from './people'
import { ageAt, type PersonFact, titleAt } from './person-facts'
import { type QuantitySaid, quantitySaid } from './quantities'
import { type Told, tellsOfErrors, toldIn } from './told'

/** What a text says that another place could say differently, each with its sentence. */
export interface Statements {
  quantities: QuantitySaid[]
  dates: DateSaid[]
  facts: PersonFact[]
  full: Named[]
  single: Named[]
}

/** Reads a text once; grows with its length. Blocks that tell of an error are not read. */
export function readStatements(
  text: string,
  blocks: readonly PlacedBlock[],
  language: string,
): Statements {
  const said: Statements = { quantities: [], dates: [], facts: [], full: [], single: [] }
  const known = knownNames(text, blocks)
  const all = readFigures(text, language)
  let next = 0
  for (const block of blocks) {
    const from = next
    while ((all[next]?.start ?? Infinity) < block.end) next++
    if (tellsOfErrors(text.slice(block.start, block.end))) continue
    const figures = all.slice(from, next).filter(({ end }) => end <= block.end)
    const sentences = sentencesOf(text, block, language)
    const times = figures.filter(isTime)
    const tell = teller(sentences, (span) => {
      const dates = times.filter(({ start, end }) => span.start <= start && end <= span.end)
      return toldIn(text, span, { kind: block.kind, language, known, dates })
    })
    const reading = { text, block, sentences, tell, isEnglish: /^en(?![a-z])/i.test(language) }
    addFigures(said, figures, reading)
    // German writes every noun with a capital.
    if (!/^de(?![a-z])/i.test(language)) addPeople(said, reading)
  }
  return said
}

interface Reading {
  text: string
  block: PlacedBlock
  sentences: readonly Span[]
  tell: (place: Span) => Told | null
  isEnglish: boolean
}

function addFigures(
  said: Statements,
  figures: readonly Figure[],
  { text, tell, isEnglish }: Reading,
): void {
  for (const figure of figures) {
    const told = tell(figure)
    if (!told) continue
    const quantity = quantitySaid(text, figure, told)
    if (quantity) said.quantities.push(quantity)
    const date = isEnglish ? dateSaid(text, figure, told) : null
    if (date) said.dates.push(date)
  }
}

function addPeople(said: Statements, { text, block, sentences, tell, isEnglish }: Reading): void {
  const { full, single } = namesInBlock(text, block)
  said.full.push(...withSentence(full, sentences))
  said.single.push(...withSentence(single, sentences))
  if (!isEnglish) return
  for (const mention of [...full, ...single, ...agedNames(text, block)]) {
    const beside = text.slice(Math.max(block.start, mention.start - 50), mention.end + 40)
    const told = MAY_TELL.test(beside) ? tell(mention) : null
    if (!told) continue
    const facts = [titleAt(text, mention, told), ageAt(text, mention, told)]
    said.facts.push(...facts.filter((one) => one !== null))
  }
}

const isTime = ({ units }: Figure) => ['date', 'clock'].includes(kindOf(units[0] ?? 'count'))

/** An office or age is told by a mark or a capital word beside the name, so that most names need no look. */
const MAY_TELL = /, |\(\d|\d-year-old|\p{Lu}\p{L}+ \p{Lu}/u

/** Reads each sentence when it is first asked for. */
function teller(sentences: readonly Span[], read: (span: Span) => Told) {
  const told = new Map<Span, Told>()
  return (place: Span): Told | null => {
    const sentence = around(place, sentences)
    if (!sentence) return null
    const known = told.get(sentence) ?? read(sentence)
    told.set(sentence, known)
    return known
  }
}

const around = (place: Span, sentences: readonly Span[]) =>
  sentences.find(({ start, end }) => start <= place.start && place.end <= end) ?? null

const withSentence = (mentions: readonly Mention[], sentences: readonly Span[]): Named[] =>
  mentions.flatMap((mention) => {
    const sentence = around(mention, sentences)
    return sentence ? [{ ...mention, sentence }] : []
  })
