/** A run of words that stands in both, is cut, or is put in. */
export interface Run {
  kind: 'same' | 'cut' | 'put'
  text: string
}

/** Words times words that are compared at most; beyond it, all that differs counts as one change. */
const MOST = 4_000_000

/**
 * How one wording becomes another, word by word: the runs that are not put in make the first, those that are
 * not cut make the second. The longest common run of words is kept; white space goes with its word.
 */
export function wordDifference(before: string, after: string): Run[] {
  const [a, b] = [tokens(before), tokens(after)]
  let first = 0
  while (first < a.length && first < b.length && a[first] === b[first]) first++
  let last = 0
  while (last < Math.min(a.length, b.length) - first && a.at(-1 - last) === b.at(-1 - last)) last++

  const middle = differing(a.slice(first, a.length - last), b.slice(first, b.length - last))
  return joined([
    ...a.slice(0, first).map((text) => ({ kind: 'same' as const, text })),
    ...middle,
    ...a.slice(a.length - last).map((text) => ({ kind: 'same' as const, text })),
  ])
}

/** Words, the white space between them, and each other sign by itself. */
const tokens = (text: string) => text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []

function differing(a: readonly string[], b: readonly string[]): Run[] {
  const cut = (text: string): Run => ({ kind: 'cut', text })
  const put = (text: string): Run => ({ kind: 'put', text })
  if (a.length * b.length > MOST) return [...a.map(cut), ...b.map(put)]

  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }

  const runs: Run[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [x, y] = [a[i], b[j]]
    if (x !== undefined && x === y) {
      runs.push({ kind: 'same', text: x })
      i++
      j++
    } else if (x !== undefined && (y === undefined || at(i + 1, j) >= at(i, j + 1))) {
      runs.push(cut(x))
      i++
    } else if (y !== undefined) {
      runs.push(put(y))
      j++
    }
  }
  return runs
}

/** One run where several of a kind follow each other; a lone space between two changes is changed with them. */
function joined(runs: readonly Run[]): Run[] {
  const spaced = runs.flatMap((run, index): Run[] => {
    const between = runs[index - 1]?.kind !== 'same' && runs[index + 1]?.kind !== 'same'
    const inside = index > 0 && index < runs.length - 1
    if (run.kind !== 'same' || !between || !inside || run.text.trim() !== '') return [run]
    return [
      { kind: 'cut', text: run.text },
      { kind: 'put', text: run.text },
    ]
  })
  const whole: Run[] = []
  for (let from = 0; from < spaced.length; ) {
    let to = from
    if (spaced[from]?.kind === 'same') {
      while (spaced[to]?.kind === 'same') to++
    } else {
      while (to < spaced.length && spaced[to]?.kind !== 'same') to++
    }
    const group = spaced.slice(from, to)
    for (const kind of ['same', 'cut', 'put'] as const) {
      const text = group.flatMap((run) => (run.kind === kind ? run.text : [])).join('')
      if (text) whole.push({ kind, text })
    }
    from = to
  }
  return whole
}
