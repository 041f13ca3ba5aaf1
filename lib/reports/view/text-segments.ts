import type { VerificationStatus } from '@/lib/domain/claims/status'
import type { Report, ReportClaim } from '@/lib/domain/report/schema'
import type { BlockKind, PlacedBlock } from '@/lib/domain/text/blocks'
import { type Words, words } from './printed-words'

/** A stretch of the text that the same claims cover. */
export interface Run extends Words {
  /** How the claims stand that cover these words, the outermost first. */
  marks: VerificationStatus[]
  /** The claims that end here, by number and status: their numbers are printed behind these words. */
  ends: { number: string; status: VerificationStatus }[]
}

/** A block of the article or a whole list of them, as it is printed. */
export interface TextPart {
  kind: BlockKind
  /** The level of a heading inside the report's own outline; 0 for what is no heading. */
  level: 0 | 3 | 4
  /** A list has several items, everything else one. */
  items: { dir: Words['dir']; runs: Run[] }[]
}

/**
 * The article's text with its claims marked. Overlapping claims are cut at each other's borders, so
 * that the runs of a block, joined, are the block; blocks without words are left out.
 */
export function textParts(report: Report): TextPart[] {
  const claims = report.claims.filter(({ status, start, end }) => status !== 'cut' && end > start)
  const parts: TextPart[] = []
  let headed = false
  for (const block of report.blocks) {
    const text = report.text.slice(block.start, block.end)
    if (text.trim() === '') continue
    const item = { dir: words(text).dir, runs: runsOf(report, block, claims) }
    const before = parts.at(-1)
    if (block.kind === 'list_item' && before?.kind === 'list_item') before.items.push(item)
    else parts.push({ kind: block.kind, level: levelOf(block.kind, headed), items: [item] })
    headed ||= block.kind === 'headline'
  }
  return parts
}

function runsOf(report: Report, block: PlacedBlock, all: ReportClaim[]): Run[] {
  const claims = all.filter(({ start, end }) => start < block.end && end > block.start)
  const borders = new Set([block.start, block.end])
  for (const { start, end } of claims) {
    borders.add(Math.max(start, block.start))
    borders.add(Math.min(end, block.end))
  }
  const sorted = [...borders].sort((a, b) => a - b)
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? block.start
    const covering = claims
      .filter((claim) => claim.start < end && claim.end > start)
      .sort((a, b) => b.end - b.start - (a.end - a.start))
    return {
      ...words(report.text.slice(start, end)),
      marks: covering.map(({ status }) => status),
      ends: covering
        .filter((claim) => lastWords(report, claim) === end)
        .map(({ number, status }) => ({ number, status }))
        .reverse(),
    }
  })
}

/** Where the last printed words of a claim end, also of one that runs over several blocks. */
function lastWords({ text, blocks }: Report, claim: ReportClaim): number {
  const last = blocks.findLast(
    ({ start, end }) =>
      start < claim.end && end > claim.start && text.slice(start, end).trim() !== '',
  )
  return Math.min(claim.end, last?.end ?? claim.end)
}

function levelOf(kind: BlockKind, headed: boolean): TextPart['level'] {
  if (kind === 'headline') return 3
  if (kind === 'subhead') return headed ? 4 : 3
  return 0
}
