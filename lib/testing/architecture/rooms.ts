/**
 * The rooms of each layer in their order, a row of rooms at a time: a room uses itself and the rows before its own.
 * The empty name stands for the files at the layer's root.
 */
const ORDER: Record<string, string[][]> = {
  'lib/domain': [
    [''],
    ['text'],
    ['times'],
    ['accounts', 'articles', 'sources', 'search'],
    [
      'anchoring',
      'claims',
      'coverage',
      'candidates',
      'discussion',
      'publication',
      'captures',
      'jobs',
      'mail',
      'watches',
    ],
    ['comparisons', 'sheets'],
    ['revisions', 'audit', 'earlier-checks', 'ledger'],
    ['sign-off', 'report', 'waiting', 'contradictions', 'figures', 'webhooks'],
  ],
  'lib/db': [
    [''],
    ['claims', 'coverage'],
    ['articles', 'revisions', 'sources', 'audit'],
    ['newsroom', 'captures', 'jobs', 'comparisons', 'ledger'],
    ['discussion', 'publication', 'watches'],
    ['sign-off'],
    ['report', 'workspace', 'search-index', 'waiting', 'contradictions', 'figures'],
  ],
  'lib/commands': [
    [''],
    ['accounts'],
    ['articles', 'newsroom', 'revisions'],
    ['claims', 'coverage', 'captures', 'jobs', 'webhooks'],
    ['sources', 'discussion'],
    [
      'sign-off',
      'publication',
      'comparisons',
      'report',
      'documents',
      'watches',
      'ledger',
      'contradictions',
    ],
  ],
  components: [
    ['browser'],
    ['ui'],
    ['forms', 'keyboard', 'live'],
    ['jobs'],
    [
      'articles',
      'captures',
      'claims',
      'comparisons',
      'sources',
      'discussion',
      'sign-off',
      'audit',
      'newsroom',
      'shell',
      'report',
      'search',
      'figures',
    ],
    ['revisions', 'watches', 'captures/readers', 'documents', 'sheets'],
    ['publication', 'captures/viewer', 'waiting', 'ledger', 'contradictions'],
    ['workspace/desk'],
    ['workspace/bar', 'workspace/text'],
    ['workspace/claim', 'workspace/coverage'],
    ['workspace/list', 'workspace/panel'],
    ['workspace/commands'],
    ['workspace'],
  ],
}

/** A room that holds more files than this (tests apart) holds more than one idea. */
export const MOST_FILES = 16

/** What this file, without its ending, may not use of its own layer because of the rooms' order; null where all is well. */
export function orderProblem(file: string, used: string): string | null {
  const layer = Object.keys(ORDER).find((one) => file.startsWith(`${one}/`))
  if (!layer || !used.startsWith(`${layer}/`)) return null
  const [mine, theirs] = [roomOf(layer, file), roomOf(layer, used)]
  if (!mine) return 'stands in no room'
  if (!theirs || mine.name === theirs.name || theirs.row < mine.row) return null
  return `may not use ${used}: ${theirs.name || layer} does not stand before ${mine.name || layer}`
}

function roomOf(layer: string, file: string): { name: string; row: number } | null {
  const folder = file.slice(layer.length + 1).replace(/\/?[^/]*$/, '')
  const rooms = (ORDER[layer] ?? []).flatMap((names, row) => names.map((name) => ({ name, row })))
  const around = rooms.filter(
    ({ name }) => name === folder || (name !== '' && folder.startsWith(`${name}/`)),
  )
  return around.sort((one, other) => other.name.length - one.name.length)[0] ?? null
}

/** The groups of nodes that reach each other, in a graph given as what each uses; each group sorted. */
export function circles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  function visit(node: string): number {
    const number = index.size
    index.set(node, number)
    low.set(node, number)
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) low.set(node, Math.min(lowOf(node), visit(next)))
      else if (stack.includes(next)) low.set(node, Math.min(lowOf(node), index.get(next) ?? 0))
    }
    if (lowOf(node) === number) {
      const group = stack.splice(stack.indexOf(node))
      if (group.length > 1) found.push(group.sort())
    }
    return lowOf(node)
  }
  const lowOf = (node: string) => low.get(node) ?? 0
  for (const node of graph.keys()) if (!index.has(node)) visit(node)
  return found
}
