import { childOf } from '@/lib/importing/word/markup/xml'
import { closingTag, type Naming, openingTag, writtenPrefix } from '../parts/naming'
import type { Carrier, Unit } from './document-index'
import { wordsElement } from './tracked'

/** A stretch of a run that a tracked change takes out. */
export interface Taken {
  from: number
  to: number
  /** The attributes of the change, each time with another id. */
  by: () => string
}

interface Within {
  /** What stands between two of the run's parts. */
  places: readonly { at: number; markup: string }[]
  taken: readonly Taken[]
  /** Of the whole part. */
  text: string
  naming: Naming
}

/** A run that is cut where marks stand in it and where words are taken out; each part is as the run was. */
export function renderRun(carrier: Carrier, { places, taken, text, naming }: Within): string {
  const { element, length } = carrier
  const { prefix } = naming
  const properties = childOf(element, 'w:rPr')
  const look = properties ? text.slice(properties.start, properties.end) : ''
  const [open, close] = [openingTag(text, element), closingTag(text, element)]

  const borders = [0, length, ...places.map(({ at }) => at)]
  borders.push(...taken.flatMap(({ from, to }) => [from, to]))
  const cuts = [...new Set(borders)].sort((a, b) => a - b)
  const parts = cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0
    const change = taken.find((one) => one.from <= from && to <= one.to)
    const content = contentOf(carrier, { from, to }, { text, isTaken: !!change })
    const run = `${open}${look}${content}${close}`
    const marks = places.filter(({ at }) => at === to).map(({ markup }) => markup)
    const whole = change
      ? `<${prefix}:del${naming.declared}${change.by()}>${run}</${prefix}:del>`
      : run
    return whole + marks.join('')
  })
  return parts.join('')
}

function contentOf(
  { units }: Carrier,
  { from, to }: { from: number; to: number },
  how: { text: string; isTaken: boolean },
): string {
  return units
    .filter((unit) => unit.at < to && unit.at + unit.length > from)
    .map((unit) => partOf(unit, { from: from - unit.at, to: to - unit.at }, how))
    .join('')
}

function partOf(
  { element, words, length }: Unit,
  { from, to }: { from: number; to: number },
  { text, isTaken }: { text: string; isTaken: boolean },
): string {
  const isWhole = from <= 0 && to >= length
  if (words === null || (isWhole && !isTaken)) return text.slice(element.start, element.end)
  const name = isTaken || element.name === 'w:delText' ? 'delText' : 't'
  return wordsElement(
    writtenPrefix(text, element),
    name,
    words.slice(Math.max(0, from), Math.min(length, to)),
  )
}
