import { type Alignment, align } from './alignment'
import type { PlacedBlock, Span } from './text'
import { differencesAt } from './typography'

/** A stretch of a block, with the white space before it left out, as units of the text that it stands in. */
export interface Piece extends Span {
  /** `inserted`: only in the new text. `deleted`: only in the old one, and its units are those. */
  what: 'same' | 'inserted' | 'deleted'
  /** Whether a change is one of words, or of form alone; absent where nothing changed. */
  change?: 'factual' | 'typographic'
}

/** A block of the new text beside what it was, or a block of the old text of which nothing is left. */
export interface BlockDifference {
  what: 'same' | 'changed' | 'moved' | 'inserted' | 'deleted'
  /** The block's index in either text; `null` where it does not stand. */
  old: number | null
  now: number | null
  pieces: Piece[]
}

export interface RevisionDifference {
  /** In the order of the new text; a deleted block stands behind what it stood behind. */
  blocks: BlockDifference[]
  /** Changes: a deletion and the insertion in its place are one. A moved block is counted apart. */
  factual: number
  typographic: number
  moved: number
}

interface Laid {
  text: string
  blocks: readonly PlacedBlock[]
}

/** What changed from one revision to the next, word by word and block by block. Time grows with the texts' lengths. */
export function diff(old: Laid, now: Laid): RevisionDifference {
  return diffIn(align(old.text, now.text), { old: old.blocks, now: now.blocks })
}

/** The same for texts that are aligned already. */
export function diffIn(
  alignment: Alignment,
  blocks: { old: readonly PlacedBlock[]; now: readonly PlacedBlock[] },
): RevisionDifference {
  const homes = homesOf(alignment, blocks)
  const gone = deletedIn(alignment, homes)
  const differences = blocks.now.map((_, now) => inNewBlock(alignment, homes, now))
  const all = withDeleted(differences, gone)
  const changes = all.flatMap(({ pieces }) => changesOf(pieces))
  return {
    blocks: all,
    factual: changes.filter((change) => change === 'factual').length,
    typographic: changes.filter((change) => change === 'typographic').length,
    moved: all.filter(({ what }) => what === 'moved').length,
  }
}

interface Home {
  from: number
  to: number
}

interface Homes {
  old: Home[]
  now: Home[]
  /** For each token its block. */
  blockOfOld: Int32Array
  /** For each block of the new text the old one that most of it comes from, and the other way round; -1 for none. */
  source: Int32Array
  target: Int32Array
}

function homesOf(
  { old, now, toNow }: Alignment,
  blocks: { old: readonly PlacedBlock[]; now: readonly PlacedBlock[] },
): Homes {
  const homes = {
    old: tokensOfBlocks(old.tokens, blocks.old),
    now: tokensOfBlocks(now.tokens, blocks.now),
  }
  const blockOfOld = blockOfToken(homes.old, old.tokens.length)
  const blockOfNow = blockOfToken(homes.now, now.tokens.length)
  const source = new Int32Array(homes.now.length).fill(-1)
  const target = new Int32Array(homes.old.length).fill(-1)
  const shared = new Map<string, [number, number, number]>()
  for (const [at, image] of toNow.entries()) {
    if (image < 0) continue
    const pair = [blockOfOld[at] ?? 0, blockOfNow[image] ?? 0] as const
    const known = shared.get(pair.join())
    if (known) known[2]++
    else shared.set(pair.join(), [...pair, 1])
  }
  for (const [from, to] of [...shared.values()].sort((one, other) => other[2] - one[2])) {
    if (source[to] !== -1 || target[from] !== -1) continue
    source[to] = from
    target[from] = to
  }
  return { ...homes, blockOfOld, source, target }
}

function tokensOfBlocks(tokens: readonly Span[], blocks: readonly Span[]): Home[] {
  let at = 0
  return blocks.map(({ end }) => {
    const from = at
    while ((tokens[at]?.start ?? Infinity) < end) at++
    return { from, to: at }
  })
}

function blockOfToken(homes: readonly Home[], length: number): Int32Array {
  const blockOf = new Int32Array(length)
  for (const [index, { from, to }] of homes.entries()) blockOf.fill(index, from, to)
  return blockOf
}

/** The new block's pieces, with what was deleted from the block that it was where it was deleted. */
function inNewBlock(alignment: Alignment, homes: Homes, now: number): BlockDifference {
  const { toOld, toNow, moved } = alignment
  const { from, to } = homes.now[now] ?? { from: 0, to: 0 }
  const source = homes.source[now] ?? -1
  const was = homes.old[source] ?? { from: 0, to: 0 }
  const pieces = new Pieces(alignment)
  let next = was.from
  let movedHere = 0
  for (let at = from; at < to; at++) {
    const image = toOld[at] ?? -1
    if (image >= 0 && moved[image] === 1) movedHere++
    if (image >= next && image < was.to) {
      pieces.delete(next, image)
      next = image + 1
    }
    if (image >= 0) {
      pieces.keep(image, at)
      continue
    }
    const cut = next
    while (next < was.to && (toNow[next] ?? -1) < 0) next++
    pieces.delete(cut, next)
    pieces.insert(at)
  }
  pieces.delete(next, was.to)
  const list = pieces.done()
  const isMoved = movedHere > (to - from) / 2
  const isSame = list.every(({ what }) => what === 'same')
  return {
    what: isMoved ? 'moved' : source < 0 ? 'inserted' : isSame ? 'same' : 'changed',
    old: source < 0 ? null : source,
    now,
    pieces: list,
  }
}

/** Gathers tokens into pieces and judges each change once it is whole. */
class Pieces {
  private readonly list: Piece[] = []
  private readonly alignment: Alignment

  constructor(alignment: Alignment) {
    this.alignment = alignment
  }

  insert(at: number) {
    this.add('inserted', this.alignment.now.tokens[at])
  }

  /** Those of the old tokens that are nowhere in the new text. */
  delete(from: number, to: number) {
    for (let at = from; at < to; at++) {
      if ((this.alignment.toNow[at] ?? -1) < 0) this.add('deleted', this.alignment.old.tokens[at])
    }
  }

  /** A token that is the same, or of another form: then the old form goes and the new one comes. */
  keep(old: number, now: number) {
    const { old: before, now: after } = this.alignment
    const forms = differencesAt({ of: before, at: old }, { of: after, at: now }, 1)
    if (forms?.length === 0) return this.add('same', after.tokens[now])
    const change = forms ? 'typographic' : 'factual'
    this.add('deleted', before.tokens[old], change)
    this.add('inserted', after.tokens[now], change)
  }

  done(): Piece[] {
    return this.list
  }

  private add(what: Piece['what'], token: Span | undefined, change: Piece['change'] = 'factual') {
    if (!token) return
    const last = this.list.at(-1)
    const { start, end } = token
    if (last?.what === what && (what === 'same' || last.change === change)) last.end = end
    else this.list.push(what === 'same' ? { what, start, end } : { what, start, end, change })
  }
}

/** The old blocks that became no new one. */
function deletedIn({ old, toNow }: Alignment, homes: Homes): BlockDifference[] {
  return [...homes.target].flatMap((target, index) => {
    const home = homes.old[index]
    if (target >= 0 || !home || home.from === home.to) return []
    const pieces: Piece[] = []
    for (let at = home.from; at < home.to; at++) {
      const token = old.tokens[at]
      if (!token || (toNow[at] ?? -1) >= 0) continue
      const last = pieces.at(-1)
      if (last && (toNow[at - 1] ?? -1) < 0) last.end = token.end
      else pieces.push({ what: 'deleted', start: token.start, end: token.end, change: 'factual' })
    }
    return [{ what: 'deleted' as const, old: index, now: null, pieces }]
  })
}

/** Puts each deleted block behind the new block of the last old one before it that is still there. */
function withDeleted(
  differences: readonly BlockDifference[],
  gone: readonly BlockDifference[],
): BlockDifference[] {
  const behind = new Map<number, BlockDifference[]>()
  const newOf = new Map(
    differences.flatMap(({ old, now, what }) =>
      old === null || now === null || what === 'moved' ? [] : [[old, now] as const],
    ),
  )
  let last = -1
  let at = 0
  for (const one of gone) {
    for (; at < (one.old ?? 0); at++) last = newOf.get(at) ?? last
    behind.set(last, [...(behind.get(last) ?? []), one])
  }
  return [
    ...(behind.get(-1) ?? []),
    ...differences.flatMap((one, index) => [one, ...(behind.get(index) ?? [])]),
  ]
}

/** Deletions and insertions that stand beside each other are one change; it is one of form if all of it is. */
function changesOf(pieces: readonly Piece[]): ('factual' | 'typographic')[] {
  const changes: ('factual' | 'typographic')[] = []
  let open = false
  for (const { what, change = 'factual' } of pieces) {
    if (what === 'same') open = false
    else if (!open) {
      changes.push(change)
      open = true
    } else if (change === 'factual') changes[changes.length - 1] = 'factual'
  }
  return changes
}
