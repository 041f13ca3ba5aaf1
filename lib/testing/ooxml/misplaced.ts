import { childrenOf, elementsBelow, type XmlElement } from '@/lib/importing/word/markup/xml'

/** What holds runs, and so the marks among them (ECMA-376 part 1, annex A, EG_PContent and EG_ContentRunContent). */
const AMONG_RUNS = [
  ...['w:p', 'w:hyperlink', 'w:fldSimple', 'w:smartTag', 'w:customXml', 'w:bdo', 'w:dir'],
  ...[
    'w:sdtContent',
    'w:ins',
    'w:del',
    'w:moveFrom',
    'w:moveTo',
    'w:rubyBase',
    'w:rt',
    'mc:Choice',
  ],
]

/** Where each of these may stand. */
const PARENTS: Record<string, readonly string[]> = {
  'w:commentRangeStart': AMONG_RUNS,
  'w:commentRangeEnd': AMONG_RUNS,
  'w:r': AMONG_RUNS,
  'w:ins': [...AMONG_RUNS, 'w:rPr'],
  'w:del': [...AMONG_RUNS, 'w:rPr'],
  'w:commentReference': ['w:r'],
  'w:annotationRef': ['w:r'],
  'w:t': ['w:r'],
  'w:delText': ['w:r'],
  'w:comment': ['w:comments'],
  'w15:commentEx': ['w15:commentsEx'],
}

/** In which order these hold what they hold; what is not named here comes last and in any order. */
const FIRST: Record<string, readonly string[]> = {
  'w:p': ['w:pPr'],
  'w:r': ['w:rPr'],
  'w:sdt': ['w:sdtPr', 'w:sdtEndPr', 'w:sdtContent'],
  'w:tc': ['w:tcPr'],
  'w:pPr': ['w:pStyle', 'w:numPr', 'w:bidi', 'w:jc', 'w:rPr', 'w:sectPr'],
  'w:rPr': ['w:rStyle', 'w:b', 'w:i', 'w:strike', 'w:vanish', 'w:sz', 'w:vertAlign', 'w:rtl'],
}

const NEEDED: Record<string, readonly string[]> = {
  'w:comment': ['w:id', 'w:author'],
  'w:ins': ['w:author'],
  'w:del': ['w:author'],
  'w15:commentEx': ['w15:paraId'],
  'w:commentRangeStart': ['w:id'],
  'w:commentRangeEnd': ['w:id'],
  'w:commentReference': ['w:id'],
}

/** What of comments and tracked changes stands in a part where the standard has no place for it, a sentence each. */
export function misplaced(root: XmlElement): string[] {
  return [...within(root, []), ...unpaired(root)]
}

function* within(parent: XmlElement, above: readonly string[]): Generator<string> {
  const path = [...above, parent.name]
  const order = FIRST[parent.name]
  let last = 0
  for (const child of childrenOf(parent)) {
    const { name, attributes } = child
    if (PARENTS[name] && !PARENTS[name].includes(parent.name))
      yield `${name} has no place in ${parent.name}`
    const at = order?.indexOf(name) ?? -1
    const place = at === -1 ? (order?.length ?? 0) : at
    if (place < last) yield `${name} comes too late in ${parent.name}`
    last = Math.max(last, place)
    for (const one of NEEDED[name] ?? []) if (!attributes.has(one)) yield `${name} has no ${one}`
    const isTaken = path.includes('w:del') || path.includes('w:moveFrom')
    if (name === 'w:t' && isTaken) yield 'w:t stands in what is taken out'
    if (name === 'w:delText' && !isTaken) yield 'w:delText stands in what is not taken out'
    if ((name === 'w:ins' || name === 'w:del') && path.includes('w:del'))
      yield `${name} stands in w:del`
    if (name === 'w:ins' && path.includes('w:ins')) yield 'w:ins stands in w:ins'
    yield* within(child, path)
  }
}

/** A comment begins, ends and is referred to once each, in that order (ECMA-376 part 1 §17.13.4). */
function* unpaired(root: XmlElement): Generator<string> {
  const steps = new Map<string, string[]>()
  for (const { name, attributes } of elementsBelow(root)) {
    if (!/^w:comment(?:Range|Reference)/.test(name)) continue
    const id = attributes.get('w:id') ?? ''
    steps.set(id, [...(steps.get(id) ?? []), name.slice('w:comment'.length)])
  }
  for (const [id, each] of steps) {
    if (each.join() !== 'RangeStart,RangeEnd,Reference') yield `comment ${id} is ${each.join()}`
  }
}
