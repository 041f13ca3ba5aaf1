import { HUNDRED, isSame, minus, ONE, ratioOf, times } from '../quantities/ratio'
import { converted, findUnit } from '../quantities/units'
import { type Figure, kindOf } from '../reading/figure'
import { judgeAge, judgeDates } from './judge-dates'
import { judgeNumbers } from './judge-numbers'
import { agrees, type GivenRate, type Judgement } from './outcome'
import { said } from './said'

/** What a person gives for the comparison: exchange rates, and the day that ages are for (`2026-11-30`). */
export interface Given {
  rates?: readonly GivenRate[]
  on?: string
}

/** What a printed figure and one that was found come to; null where they are not of one kind. */
export function judge(printed: Figure, found: Figure, given: Given): Judgement | null {
  const [unit, foundUnit] = [printed.units[0] ?? 'count', found.units[0] ?? 'count']
  if (unit === 'date' && foundUnit === 'date') return judgeDates(printed, found)
  if (unit === 'age' && foundUnit === 'date' && isBirth(found))
    return judgeAge(printed, found, given.on)
  if (isPointsAgainstShare(unit, foundUnit)) return wrongKind(printed, found)
  if (unit === '×' && foundUnit === '%') return asRise(printed, found)
  const common = printed.units.find((one) => found.units.includes(one))
  if (common && (kindOf(unit) === 'money' || !findUnit(common))) return same(printed, found, common)
  return kindOf(unit) === 'money' && kindOf(foundUnit) === 'money'
    ? exchanged(printed, found, given.rates ?? [])
    : inAnyMeaning(printed, found)
}

/** Whether two figures can be held against each other at all. */
export function canBeJudged(printed: Figure, found: Figure): boolean {
  const [unit, foundUnit] = [printed.units[0] ?? 'count', found.units[0] ?? 'count']
  if (isPointsAgainstShare(unit, foundUnit) || (unit === '×' && foundUnit === '%')) return true
  if (unit === 'age' && foundUnit === 'date') return isBirth(found)
  return printed.units.some((one) => found.units.some((other) => kindOf(one) === kindOf(other)))
}

const isBirth = ({ nouns }: Figure) =>
  nouns.some((noun) => /^(?:born|birth|geboren|née?s?|naci|родил)/.test(noun))

const isPointsAgainstShare = (one: string, other: string) =>
  (one === 'pp' && other === '%') || (one === '%' && other === 'pp')

function wrongKind(printed: Figure, found: Figure): Judgement {
  const sentence = `${said(found, found.units[0] ?? '%')}; printed ${said(printed, printed.units[0] ?? '%')}: per cent are of the old value, percentage points are of the whole`
  return { outcome: 'wrong_kind', isConverted: false, off: null, sentence, standards: [] }
}

/** `Doubled` is a rise of 100 %, and not of 200 %. */
function asRise(printed: Figure, found: Figure): Judgement {
  const rise = times(minus(ratioOf(printed.low), ONE), HUNDRED)
  const isRise = isSame(rise, ratioOf(found.low))
  const isWhole = isSame(times(ratioOf(printed.low), HUNDRED), ratioOf(found.low))
  const outcome = isRise ? 'equal' : isWhole ? 'differs' : 'not_comparable'
  const sentence = `${said(found, '%')}; printed ${said(printed, '×')}, which is ${said({ ...printed, low: String(rise.n), high: String(rise.n), hedge: null }, '%')} more`
  return { outcome, isConverted: true, off: null, sentence, standards: [] }
}

const same = (printed: Figure, found: Figure, unit: string) =>
  judgeNumbers({
    ...{ printed, found, unit, foundUnit: unit, convert: (value) => value, standards: [] },
    given: printed.units.length !== found.units.length ? `, taken for ${unit}` : '',
  })

function exchanged(printed: Figure, found: Figure, rates: readonly GivenRate[]): Judgement {
  for (const { from, to, rate, givenBy } of rates) {
    if (!found.units.includes(from) || !printed.units.includes(to)) continue
    return judgeNumbers({
      ...{ printed, found, unit: to, foundUnit: from, standards: [givenBy] },
      convert: (value) => times(value, ratioOf(rate)),
      given: ` at ${rate} ${to} a ${from} (${givenBy})`,
    })
  }
  const [unit, foundUnit] = [printed.units[0] ?? '', found.units[0] ?? '']
  const sentence = `${said(found, foundUnit)}; printed ${said(printed, unit)}: two currencies, and no rate is given`
  return { outcome: 'not_comparable', isConverted: false, off: null, sentence, standards: [] }
}

/** Converted in each meaning that the words can have (tons, gallons, degrees); the first that agrees, else the likeliest. */
function inAnyMeaning(printed: Figure, found: Figure): Judgement | null {
  const judged = printed.units.flatMap((unit) =>
    found.units.flatMap((foundUnit) => {
      const [to, from] = [findUnit(unit), findUnit(foundUnit)]
      if (!to || !from || to.dimension !== from.dimension) return []
      const isGuess = printed.units.length > 1 || found.units.length > 1
      return judgeNumbers({
        ...{ printed, found, unit, foundUnit },
        convert: (value) => converted(value, from, to),
        standards: (from === to ? [] : [from, to]).map(({ id, standard }) => `${id}: ${standard}`),
        given: isGuess
          ? `, if ${[unit, foundUnit].filter((one) => (printed.units.length > 1 && one === unit) || (found.units.length > 1 && one === foundUnit)).join(' and ')} is meant`
          : '',
      })
    }),
  )
  return judged.find(({ outcome }) => agrees(outcome)) ?? judged[0] ?? null
}
