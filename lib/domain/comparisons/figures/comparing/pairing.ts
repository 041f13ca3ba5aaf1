import { ratioOf, roughly } from '../quantities/ratio'
import { findUnit } from '../quantities/units'
import { type Figure, kindOf } from '../reading/figure'
import { isSameWord } from '../reading/nouns'
import { canBeJudged } from './judge'

/** A figure with what pairing asks of it again and again. */
interface Weighed {
  figure: Figure
  /** In the base unit, near enough for an order. */
  size: number
  kind: string
}

/**
 * The figure of the source for each printed one, or null: those of one kind whose words and values are nearest, each of
 * the source's once, and again only for a figure that no other is left for.
 */
export function paired(printed: readonly Figure[], found: readonly Figure[]): (Figure | null)[] {
  const sources = found.map(weighed)
  const choices = printed
    .map(weighed)
    .flatMap((one, index) =>
      nearest(one, sources).map(({ source, cost }) => ({ index, source, cost })),
    )
  choices.sort((one, other) => one.cost - other.cost || one.index - other.index)
  const pairs = new Map<number, Weighed>()
  const used = new Set<Weighed>()
  for (const { index, source } of choices) {
    if (pairs.has(index) || used.has(source)) continue
    pairs.set(index, source)
    used.add(source)
  }
  for (const { index, source } of choices) if (!pairs.has(index)) pairs.set(index, source)
  return printed.map((_, index) => pairs.get(index)?.figure ?? null)
}

/** Whether the words beside two figures name one thing; null where one has no words. */
export function sameWords(one: Figure, other: Figure): boolean | null {
  if (one.nouns.length === 0 || other.nouns.length === 0) return null
  return one.nouns.some((noun) => other.nouns.some((word) => isSameWord(noun, word)))
}

/** So many of the nearest are kept for each: enough that one is left when others took theirs. */
const KEPT = 12

function nearest(one: Weighed, sources: readonly Weighed[]) {
  return sources
    .filter((source) => source.kind === one.kind || canBeJudged(one.figure, source.figure))
    .map((source) => ({ source, cost: distance(one, source) }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, KEPT)
    .map(({ source, cost }) => ({ source, cost: cost + wordsCost(one.figure, source.figure) }))
}

function weighed(figure: Figure): Weighed {
  const unit = figure.units[0] ?? 'count'
  const kind = kindOf(unit)
  if (kind === 'date')
    return { figure, kind, size: Number(figure.low.replace(/^-/, '0').slice(0, 4)) || 0 }
  const factor = findUnit(unit)?.factor
  return { figure, kind, size: roughly(ratioOf(figure.low)) * (factor ? roughly(factor) || 1 : 1) }
}

/** By how many times they differ, up to a million; another kind is further away than any value. */
function distance(one: Weighed, other: Weighed): number {
  const isOtherKind = one.kind !== other.kind ? 20 : 0
  if (one.kind === 'date' && other.kind === 'date') {
    if (one.figure.low === other.figure.low) return 0
    return Math.min(
      14,
      0.5 +
        Math.abs(one.size - other.size) +
        (one.figure.low.slice(4) === other.figure.low.slice(4) ? 0 : 0.5),
    )
  }
  if (one.size === other.size) return isOtherKind
  if (one.size === 0 || other.size === 0) return 14 + isOtherKind
  return Math.min(14, Math.abs(Math.log(Math.abs(one.size / other.size)))) + isOtherKind
}

function wordsCost(one: Figure, other: Figure): number {
  const same = sameWords(one, other)
  return same === null ? 0 : same ? -3 : 2
}
