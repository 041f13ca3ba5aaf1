import { APART, type Placement } from './passages'

/**
 * The places of a placement with those words placed too that stand nearby in another order: *we paid yesterday* for
 * *yesterday we paid*. A word that answers to another one, or to none, is looked for around the words that were found.
 */
export function movedWords(placement: Placement): Int32Array {
  const { words, places, printedIds, sourceIds } = placement
  const moved = places.slice()
  const isSame = (index: number) =>
    (moved[index] ?? -1) >= 0 && sourceIds[moved[index] ?? -1] === printedIds[index]
  const taken = new Set<number>()
  for (const index of words.keys()) if (isSame(index)) taken.add(moved[index] ?? -1)

  for (let index = 0; index < words.length; index++) {
    if (words[index]?.by !== 'speaker' || isSame(index) || printedIds[index] === -1) continue
    let length = 1
    while (words[index + length]?.by === 'speaker' && !isSame(index + length)) length++
    const row = { index, length, near: nearest(moved, index) }
    const at = mayMove(placement, row) ? freeRow(printedIds, sourceIds, taken, row) : -1
    for (let step = 0; step < length && at >= 0; step++) {
      moved[index + step] = at + step
      taken.add(at + step)
    }
    index += length - 1
  }
  return withoutOvertaken(moved, isSame)
}

interface Row {
  index: number
  length: number
  /** The place in the source of the word beside it, or -1. */
  near: number
}

/**
 * Whether a row tells enough to be known again, and leaves nothing behind that is not printed either: what stands in its
 * place is printed elsewhere, or lies at the quotation's edge. A lone number that stands nearby is another number.
 */
function mayMove({ words, places, printedIds, sourceIds, printed }: Placement, row: Row): boolean {
  const { index, length, near } = row
  const keys = words.slice(index, index + length)
  const letters = keys.reduce((sum, { key }) => sum + key.length, 0)
  const isUnspaced = printed.tokens[keys[0]?.from ?? -1]?.kind === 'unspaced'
  if (near < 0 || letters < (isUnspaced ? 2 : 4)) return false
  if (length === 1 && /\p{N}/u.test(keys[0]?.key ?? '')) return false
  if (index === 0 || index + length === words.length) return true
  return places.slice(index, index + length).every((place) => {
    return place < 0 || printedIds.includes(sourceIds[place] ?? -1)
  })
}

/** Words moved further than this within their sentence are put in, for all that can be told. */
const NEARBY = Math.floor(APART / 2)

function nearest(places: Int32Array, index: number): number {
  for (let step = 1; step < places.length; step++) {
    const place = Math.max(places[index - step] ?? -1, places[index + step] ?? -1)
    if (place >= 0) return place
  }
  return places[index] ?? -1
}

/** Where the printed words from an index on stand in the source near a place, no word of them taken. */
function freeRow(
  printedIds: Int32Array,
  sourceIds: Int32Array,
  taken: ReadonlySet<number>,
  { index, length, near }: Row,
): number {
  for (let away = 0; away <= NEARBY; away++) {
    for (const at of [near - away, near + away]) {
      let step = 0
      while (step < length && !taken.has(at + step)) {
        if (sourceIds[at + step] !== printedIds[index + step]) break
        step++
      }
      if (step === length) return at
    }
  }
  return -1
}

/** A word that answered to another one, which now is another's, answers to none. */
function withoutOvertaken(moved: Int32Array, isSame: (index: number) => boolean): Int32Array {
  const owners = new Set([...moved.keys()].filter(isSame).map((index) => moved[index]))
  return moved.map((place, index) => (!isSame(index) && owners.has(place) ? -1 : place))
}
