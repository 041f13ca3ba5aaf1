import { describe, expect, test } from 'vitest'
import { columnLabels, proposedColumns, proposedHeader } from './columns'
import { columnName } from './sheet'

const rows = (...cells: string[][]) =>
  cells.map((one, at) => ({ number: at + 1, isHidden: false, cells: one, links: {} }))

describe('what a column says is proposed by its heading', () => {
  test.each<[string, string[], object]>([
    ['English', ['Claim', 'Source', 'URL', 'Page', 'Verdict', 'Notes'], ALL()],
    ['German', ['Zitat', 'Quelle', 'Link', 'Seite', 'Ergebnis', 'Begründung'], ALL()],
    ['French', ['Citation', 'Référence', 'Lien', 'Emplacement', 'Statut', 'Commentaire'], ALL()],
    ['Spanish', ['Cita', 'Fuente', 'Enlace', 'Página', 'Estado', 'Notas'], ALL()],
    ['Turkish', ['Alıntı', 'Kaynak', 'Bağlantı', 'Sayfa', 'Durum', 'Açıklama'], ALL()],
    ['Russian', ['Цитата', 'Источник', 'Ссылка', 'Страница', 'Статус', 'Примечание'], ALL()],
    ['Arabic', ['اقتباس', 'المصدر', 'رابط', 'صفحة', 'الحالة', 'ملاحظات'], ALL()],
    [
      'capitals, marks and white space',
      [' QUOTE: ', 'source*', '#url', 'p.', 'status?', 'Why'],
      ALL(),
    ],
    [
      'words in longer headings, the last of which says what it is',
      [
        'Exact quote',
        'Source title',
        'Source link',
        'Page in source',
        'Claim status',
        'Fact-checker notes',
      ],
      ALL(),
    ],
    ['two alike: the first', ['Notes', 'Quote', 'Notes'], { note: 0, quote: 1 }],
    ['none of it', ['Foo', 'Bar', ''], {}],
  ])('%s', (_, headings, columns) => {
    expect(proposedColumns(headings)).toEqual({ ...NONE, ...columns })
  })
})

describe('the row of headings', () => {
  test.each<[string, string[][], number]>([
    [
      'is the first',
      [
        ['Quote', 'Source'],
        ['A range of 400 km', 'Ledger'],
      ],
      1,
    ],
    ['stands below a title', [['Checks of 1 March 2024'], [], ['Quote', 'Status'], ['a', 'b']], 3],
    [
      'is in words that nobody knows',
      [
        ['Foo', 'Bar'],
        ['A range of 400 km.', 'Ledger'],
      ],
      1,
    ],
    [
      'is not there',
      [
        ['A range of 400 km.', 'https://example.org'],
        ['It is so.', ''],
      ],
      0,
    ],
    ['is not a single row of words', [['Some words', 'others']], 0],
    ['is not in an empty sheet', [], 0],
  ])('%s', (_, cells, header) => {
    expect(proposedHeader(rows(...cells))).toBe(header)
  })
})

test('columns of one heading are told apart by their letters', () => {
  expect(columnLabels(rows(['Notes', '', 'Notes'], ['a', 'b', 'c', 'd']), 1)).toEqual([
    ...['A: Notes', 'Column B', 'C: Notes', 'Column D'],
  ])
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
})

const NONE = { quote: null, title: null, link: null, locator: null, status: null, note: null }

function ALL() {
  return { quote: 0, title: 1, link: 2, locator: 3, status: 4, note: 5 }
}
