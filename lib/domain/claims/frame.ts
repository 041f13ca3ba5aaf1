import { CELL_SEPARATOR, type PlacedBlock, type Span } from '../text/blocks'
import { sentencesOf } from '../text/sentences/sentences'
import type { Aspect } from '../vocabulary'
import { columnFrame } from './column-frame'
import { quotationOver, quotationsIn } from './quotations'
import { isSameWording } from './standing'

/** A text as frames are read in it. */
export interface Framing {
  text: string
  blocks: readonly PlacedBlock[]
  /** Found once for each block. */
  sentencesIn: (block: PlacedBlock) => Span[]
}

/** @param language BCP 47 */
export function framing(
  { text, blocks }: Pick<Framing, 'text' | 'blocks'>,
  language: string,
): Framing {
  const known = new Map<PlacedBlock, Span[]>()
  const sentencesIn = (block: PlacedBlock) => {
    const sentences = known.get(block) ?? sentencesOf(text, block, language)
    known.set(block, sentences)
    return sentences
  }
  return { text, blocks, sentencesIn }
}

/** That the words around a claim are others than when it was checked. */
export interface FrameChange {
  /** Its frame when it was checked, and now. */
  before: string
  after: string
  /** The aspects whose verdicts were given with the frame before. */
  aspects: readonly Aspect[]
}

/** As a claim keeps it. */
export interface FrameOnFile {
  frameAspects: Aspect[]
  frameBefore: string
  frameAfter: string
}

export function frameChangeOf(claim: FrameOnFile): FrameChange | null {
  const { frameAspects: aspects, frameBefore: before, frameAfter: after } = claim
  return aspects.length > 0 ? { before, after, aspects } : null
}

export function onFile(change: FrameChange | null): FrameOnFile {
  const { aspects, before, after } = change ?? { aspects: [], before: '', after: '' }
  return { frameAspects: [...aspects], frameBefore: before, frameAfter: after }
}

/** What is left to look at once this aspect was checked with the words that stand around the claim now. */
export function withoutAspect(claim: FrameOnFile, aspect: Aspect): FrameOnFile {
  const change = frameChangeOf(claim)
  const aspects = change?.aspects.filter((one) => one !== aspect) ?? []
  return onFile(change && aspects.length > 0 ? { ...change, aspects } : null)
}

/**
 * What a claim's checks rest on in a new text, beside what they rested on in the one before; null where every verdict
 * was given with this very frame, or with one that differs in typographic form alone.
 *
 * @param given the aspects on which somebody gave a verdict, be it on other words: they may come back
 * @param known what nobody has looked at yet, since an earlier text
 * @param frames null where nothing near the claim is other
 */
export function frameChange(
  given: readonly Aspect[],
  known: FrameChange | null,
  frames: readonly [old: string, now: string] | null,
): FrameChange | null {
  const [was, is] = frames ?? [known?.after ?? '', known?.after ?? '']
  const open =
    known && !isSameWording(known.before, is)
      ? known.aspects.filter((one) => given.includes(one))
      : []
  const fresh = isSameWording(was, is) ? [] : given.filter((one) => !known?.aspects.includes(one))
  const aspects = [...open, ...fresh]
  return aspects.length > 0
    ? { before: known && open.length > 0 ? known.before : was, after: is, aspects }
    : null
}

/** The frames of a claim at its place in a text and at its place in the next one; null where nothing near it is other. */
export function framesOf(
  [old, now]: readonly [Framing, Framing],
  [was, is]: readonly [Span, Span],
): [string, string] | null {
  if (nearby(old, was) === nearby(now, is)) return null
  return [frameOf(old, was), frameOf(now, is)]
}

/**
 * The paragraphs of a claim, or of a quotation over several that it is in, and the one above, with its place in them;
 * unlike any other for a row of a table.
 */
function nearby({ text, blocks }: Framing, { start, end }: Span): string {
  const { first, last } = quotationOver(text, blocks, blockAt(blocks, start))
  const from = blocks[Math.max(0, first - 1)]?.start ?? 0
  const to = Math.max(
    blocks[last]?.end ?? end,
    blocks.findLast((block) => block.start < end)?.end ?? end,
  )
  const words = text.slice(from, to)
  return words.includes(CELL_SEPARATOR)
    ? `${start} ${text}`
    : `${start - from} ${end - from} ${words}`
}

/**
 * What a check of a claim rests on besides the claim's own words: the rest of its sentence; of a quotation also who
 * says it, before or behind it, over paragraphs too, or in the sentence beside; the speaker whom the paragraph begins
 * with; the question that is answered; in a row of a table the row's name and the head of the column.
 *
 * One line for each of these places that do not stand together, in the order of the text; the claim's own words are `…`.
 */
export function frameOf(framing: Framing, claim: Span): string {
  const { text, blocks } = framing
  const at = blockAt(blocks, claim.start)
  const block = blocks[at]
  if (!block) return OWN
  const places = columnFrame(text, blocks, at, claim) ?? placesAround(framing, at, claim)
  const inOrder = places.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)
  return joined(text, inOrder)
    .map((place) => withoutClaim(text, place, claim))
    .join('\n')
}

const blockAt = (blocks: readonly Span[], start: number) =>
  blocks.findIndex(({ end }) => start < end)

/** Places with nothing but spaces between them as one. */
function joined(text: string, places: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const { start, end } of places) {
    const last = found.at(-1)
    if (last && !/[^ ]/.test(text.slice(last.end, start))) last.end = Math.max(last.end, end)
    else found.push({ start, end })
  }
  return found
}

const OWN = '…'

function placesAround(framing: Framing, at: number, claim: Span): Span[] {
  const { text, blocks, sentencesIn } = framing
  const block = blocks[at]
  if (!block) return []
  const last = blocks.findLast(({ start }) => start < claim.end) ?? block
  const above = blocks[at - 1]
  const [over] = above ? sentencesIn(above).slice(-1) : []
  const sentences = sentencesIn(block)
  const all = last === block ? sentences : [...sentences, ...sentencesIn(last)]
  const touched = all.filter(({ start, end }) => start < claim.end && end > claim.start)
  const own = { start: touched[0]?.start ?? claim.start, end: touched.at(-1)?.end ?? claim.end }
  const before = all.findLast(({ end }) => end <= own.start) ?? over

  const whole = block.kind === 'quote' && contains(block, claim) ? block : undefined
  const quotation = quotationsIn(text, block).find((one) => contains(one, claim)) ?? whole
  const outer = quotation ? aroundWhole(framing, at) : []
  const told = over && /[:：]$/.test(cut(text, over)) ? over : undefined
  const spoken = above?.kind === 'paragraph' ? over : undefined
  const said = quotation ? attribution({ text, told, spoken, outer, all, quotation, own }) : [own]
  const asked = before && /[?？؟;]["”»)]*$/.test(cut(text, before)) ? [before] : []
  return withoutTwins([...asked, ...speaker(text, block, own), ...said])
}

/** What stands around a quotation over several paragraphs, in its first sentence and in its last. */
function aroundWhole({ text, blocks, sentencesIn }: Framing, at: number): Span[] {
  const over = quotationOver(text, blocks, at)
  const [first, last] = [blocks[over.first], blocks[over.last]]
  if (!first || !last || first === last) return []
  const begun = quotationsIn(text, first).at(-1)?.start ?? first.start
  const ended = quotationsIn(text, last)[0]?.end ?? last.end
  const lead = sentencesIn(first).findLast(({ start }) => start <= begun)
  const tail = sentencesIn(last).find(({ end }) => end >= ended)
  return [
    { start: Math.min(lead?.start ?? begun, begun), end: begun },
    { start: ended, end: Math.max(tail?.end ?? ended, ended) },
  ]
}

/**
 * The claim's own part of a quotation, and what stands around the quotation in its sentences; where nothing is said there,
 * what stands around it beyond its paragraph, or else the sentences beside.
 */
function attribution({
  text,
  told,
  spoken,
  outer,
  all,
  quotation,
  own,
}: {
  text: string
  /** The sentence above its paragraph, where it ends with a colon, and where it is prose. */
  told: Span | undefined
  spoken: Span | undefined
  outer: readonly Span[]
  all: readonly Span[]
  quotation: Span
  own: Span
}): Span[] {
  const first = all.find(({ end }) => end > quotation.start) ?? own
  const final = all.findLast(({ start }) => start < quotation.end) ?? own
  const inside = {
    start: Math.max(own.start, Math.min(quotation.start, own.end)),
    end: Math.min(own.end, quotation.end),
  }
  const lead = { start: Math.min(first.start, quotation.start), end: quotation.start }
  const tail = { start: quotation.end, end: Math.max(final.end, quotation.end) }
  const says = (place: Span) => SAYS.test(cut(text, place))
  if ([lead, tail].some(says)) return [lead, inside, tail]
  if (outer.some(says)) return [...outer, inside]
  const earlier = all.findLast(({ end }) => end <= first.start)
  const later = all.find(({ start }) => start >= final.end)
  // A quotation that is alone in its paragraph is told by the one above.
  const announced = told ?? (later ? undefined : spoken)
  return [earlier ?? announced, inside, later].filter((place) => place !== undefined)
}

const SAYS = /[\p{L}\p{N}]/u

/** A name before a colon, as interviews and transcripts have it. */
function speaker(text: string, { start, end }: Span, own: Span): Span[] {
  const name = /^[^.!?:：\n]{1,60}[:：](?=\s)/.exec(text.slice(start, Math.min(end, own.start)))
  return name ? [{ start, end: start + name[0].length }] : []
}

const contains = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end

const withoutTwins = (places: readonly Span[]) =>
  places.filter((place, at) => !places.some((other, index) => index < at && contains(other, place)))

const cut = (text: string, { start, end }: Span) => text.slice(start, end)

function withoutClaim(text: string, { start, end }: Span, claim: Span): string {
  if (claim.end <= start || claim.start >= end) return text.slice(start, end).trim()
  const before = text.slice(start, Math.max(start, claim.start))
  return `${before}${OWN}${text.slice(Math.min(end, claim.end), end)}`.trim()
}
