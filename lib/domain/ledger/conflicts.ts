import { judge } from '../comparisons/figures/comparing/judge'
import { agrees } from '../comparisons/figures/comparing/outcome'
import { type Fact, type FactOf, type FactSaid, isSpelling, type Title } from './facts'
import { figureOf } from './figure-of'
import { likenessOf, slipsAllowed } from './spelling/compare-words'
import { inPrintOrder, ledgerWords, printedForm, subjectKey } from './spelling/words'

/** Two facts that cannot both hold, and why, as a sentence; a person says which does. */
export interface FactConflict<One> {
  one: One
  other: One
  sentence: string
}

/** The pairs among facts that exclude each other. Compares what has a key in common, so that it grows with the facts and not with their square. */
export function conflictsAmong<One extends Fact>(facts: readonly One[]): FactConflict<One>[] {
  const buckets = new Map<string, One[]>()
  for (const fact of facts) {
    for (const key of keysOf(fact)) {
      const bucket = buckets.get(key)
      if (bucket) bucket.push(fact)
      else buckets.set(key, [fact])
    }
  }
  const found = new Map<string, FactConflict<One>>()
  for (const bucket of buckets.values()) {
    bucket.forEach((one, at) => {
      for (const other of bucket.slice(at + 1)) {
        if (one.id === other.id) continue
        const sentence = whyExcluded(one, other)
        if (sentence) found.set([one.id, other.id].sort().join(), { one, other, sentence })
      }
    })
  }
  return [...found.values()]
}

/** Why two facts cannot both hold; null where they can. */
export function whyExcluded(one: FactSaid, other: FactSaid): string | null {
  if (isSpelling(one) && isSpelling(other)) {
    const spelling = spellingConflict(one, other)
    if (spelling) return spelling
  }
  if (one.kind === 'name' && other.kind === 'name') return nameConflict(one, other)
  if (one.kind === 'birth' && other.kind === 'birth' && isOfOne(one, other)) {
    return one.born === other.born ? null : `Born on ${one.born}, and on ${other.born}.`
  }
  if (one.kind === 'figure' && other.kind === 'figure' && isOfOne(one, other)) {
    return figureConflict(one, other)
  }
  return null
}

/** Whether a fact says nothing that another does not say. */
export function saysTheSame(one: FactSaid, other: FactSaid): boolean {
  const plain = ({ note: _, subject, ...said }: FactSaid) => {
    const { id: __, ...rest } = said as Partial<Fact>
    const entries = Object.entries(rest).filter(([key]) => key in KEPT)
    return JSON.stringify([subject.normalize('NFC'), entries.sort(([a], [b]) => (a < b ? -1 : 1))])
  }
  return plain(one) === plain(other)
}

const KEPT = {
  ...{
    kind: 1,
    spellings: 1,
    avoid: 1,
    titles: 1,
    born: 1,
    value: 1,
    unit: 1,
    asOf: 1,
    staleAfter: 1,
  },
}

const isOfOne = (one: FactSaid, other: FactSaid) => {
  const key = subjectKey(one.subject)
  return key !== '' && key === subjectKey(other.subject)
}

/** What two facts have to share to be compared at all: a spelling, right or wrong, or a word of a name. */
function keysOf(fact: Fact): string[] {
  if (!isSpelling(fact)) return [`${fact.kind}:${subjectKey(fact.subject)}`]
  const printed = [...right(fact), ...fact.avoid].map((one) => `as:${printedForm(one)}`)
  const words = fact.kind === 'name' ? ledgerWords(inPrintOrder(fact.subject)) : []
  // A name of a single word has nothing that says who is meant.
  const parts = words.length > 1 ? words.map(({ folded }) => `word:${folded}`) : []
  return [...new Set([...printed, ...parts])]
}

const right = (fact: FactSaid) => [
  inPrintOrder(fact.subject),
  ...('spellings' in fact ? fact.spellings : []),
]

function spellingConflict(
  one: FactSaid & { avoid: string[] },
  other: FactSaid & { avoid: string[] },
) {
  for (const [says, denies] of [
    [one, other],
    [other, one],
  ] as const) {
    const word = right(says).find((spelling) =>
      denies.avoid.some((avoid) => isSame(avoid, spelling)),
    )
    if (word) return `One has “${word}” as right, and the other as not to be printed.`
  }
  const both = one.avoid.find((avoid) => other.avoid.some((against) => isSame(avoid, against)))
  const isTwo = !right(one).some((word) => right(other).some((spelling) => isSame(word, spelling)))
  return both && isTwo
    ? `For “${both}”, one has “${one.subject}” and the other “${other.subject}”.`
    : null
}

const isSame = (one: string, other: string) => one.normalize('NFC') === other.normalize('NFC')

type NameSaid = Extract<FactSaid, { kind: 'name' }>

function nameConflict(one: NameSaid, other: NameSaid): string | null {
  if (!isOfOne(one, other)) return slipOf(one, other)
  const spelling = [one.subject, other.subject]
  if (
    printedForm(inPrintOrder(one.subject)) !== printedForm(inPrintOrder(other.subject)) &&
    !right(one).some((word) => isSame(word, inPrintOrder(other.subject))) &&
    !right(other).some((word) => isSame(word, inPrintOrder(one.subject)))
  ) {
    return `Spelt “${spelling.join('” and “')}”.`
  }
  for (const title of one.titles) {
    const twin = other.titles.find(
      (against) => subjectKey(against.title) === subjectKey(title.title),
    )
    if (twin && (differ(title.from, twin.from) || differ(title.until, twin.until))) {
      return `“${title.title}” ${when(title)}, and ${when(twin)}.`
    }
  }
  return null
}

const differ = (one: string | null, other: string | null) => one !== other

const when = ({ from, until }: Title) =>
  from || until
    ? `${from ? `from ${from}` : ''}${from && until ? ' ' : ''}${until ? `until ${until}` : ''}`
    : 'without days'

/** Two names that are a slip apart are one person's, or two people who are easily taken for each other: a person says which. */
function slipOf(one: NameSaid, other: NameSaid): string | null {
  const [words, others] = [one, other].map(({ subject }) => ledgerWords(inPrintOrder(subject)))
  if (!words || !others || words.length < 2 || words.length !== others.length) return null
  const accepted = [right(one), right(other)]
  if (accepted[0]?.some((word) => accepted[1]?.some((spelling) => isSame(word, spelling))))
    return null
  const likeness = words.map((word, at) => {
    const against = others[at]
    return against ? likenessOf(word, against, 'en', slipsAllowed(word)) : 'other'
  })
  const isNear =
    !likeness.includes('other') &&
    likeness.includes('near') &&
    likeness.some((one) => one !== 'near')
  return isNear ? `“${one.subject}” and “${other.subject}” may be one, spelt in two ways.` : null
}

function figureConflict(
  one: FactOf<'figure'> | Extract<FactSaid, { kind: 'figure' }>,
  other: Extract<FactSaid, { kind: 'figure' }>,
) {
  if (one.asOf !== other.asOf) return null
  const [figure, against] = [figureOf(one.value, one.unit), figureOf(other.value, other.unit)]
  const judgement = figure && against && judge(figure, against, {})
  if (!judgement || agrees(judgement.outcome) || judgement.outcome === 'not_comparable') return null
  return `As of ${one.asOf}: ${judgement.sentence}.`
}
