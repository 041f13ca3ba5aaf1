import { expect, test } from 'vitest'
import { countOrigins, groupByOrigin, linksAndOrigins, type OriginFacts } from './origins'

let count = 0
const source = (publisher: string, origin = '', group: string | null = null): OriginFacts => ({
  id: `source-${count++}`,
  publisher,
  origin,
  originGroupId: group,
})

test.each([
  ['nothing', 0, []],
  ['three papers', 3, [source('Herald'), source('Courier'), source('Post')]],
  [
    'three papers that name one wire, however it is typed',
    1,
    [source('Herald', 'Pine Wire'), source('Courier', 'PINE  wire '), source('Post', 'Ｐine Wire')],
  ],
  ['two articles of one paper', 1, [source('Herald'), source('herald')]],
  ['two sources of which nothing is known', 2, [source(''), source('')]],
  [
    'three papers that a person put together',
    1,
    [source('Herald', '', 'g'), source('Courier', '', 'g'), source('Post', '', 'g')],
  ],
  [
    'two of three papers put together',
    2,
    [source('A', '', 'g'), source('B', '', 'g'), source('C')],
  ],
  ['two groups', 2, [source('A', '', 'g'), source('B', '', 'h'), source('C', '', 'h')]],
  [
    'a paper put together with one that names a wire, and another that names it',
    1,
    [source('A', 'Pine Wire'), source('B', 'Pine Wire', 'g'), source('C', '', 'g')],
  ],
  [
    'two that only a third joins',
    1,
    [source('A', 'Pine Wire'), source('C', '', 'g'), source('B', 'Pine Wire', 'g')],
  ],
])('%s: origins %i', (_what, origins, sources) => {
  expect(countOrigins(sources)).toBe(origins)
})

test('a source that is cited twice is one origin', () => {
  const report = source('')
  expect(countOrigins([report, { ...report }])).toBe(1)
})

test('it is said in words', () => {
  const wire = (publisher: string) => source(publisher, 'Pine Wire')
  expect(linksAndOrigins([wire('A'), wire('B'), wire('C')])).toBe('3 links, 1 origin')
  expect(linksAndOrigins([wire('A'), source('B')])).toBe('2 links, 2 origins')
  expect(linksAndOrigins([wire('A')])).toBe('1 link, 1 origin')
})

test('every source stands in one group', () => {
  const sources = [source('A', '', 'g'), source('B'), source('C', '', 'g'), source('b', 'D')]
  expect(groupByOrigin(sources)).toEqual([[sources[0], sources[2]], [sources[1]], [sources[3]]])
})
