import { expect, test } from 'vitest'
import { align } from '../text/diff/align'
import { textChanges } from '../text/diff/changes'
import { excerptsOf } from './excerpts'

const FILLING = 'The ferries call at the quay and leave again within the hour. '

/** What is shown of two texts: what stayed, and `{-out+in}` for what changed. */
function shown(old: string, now: string): string[] {
  return excerptsOf(textChanges(align(old, now)), now, 20).map((excerpt) =>
    excerpt
      .map(({ what, old: was, now: is }) => {
        const words = now.slice(is.start, is.end)
        return what === 'same' ? words : `{-${old.slice(was.start, was.end)}+${words}}`
      })
      .join(''),
  )
}

test('a word that changed in a long text is shown with a few around it', () => {
  const text = (year: string) => `${FILLING.repeat(20)}It opened in ${year}. ${FILLING.repeat(20)}`
  expect(shown(text('1932'), text('1933'))).toEqual([
    'hour. It opened in {-1932+1933}. The ferries call',
  ])
})

test('places that stand far apart are apart, and those close together one', () => {
  const text = (a: string, b: string, c: string) =>
    `${a} bridge of ${b}. ${FILLING.repeat(9)} And ${c}.`
  const places = shown(text('An old', '1932', 'more'), text('A new', '1933', 'less'))
  expect(places).toHaveLength(2)
  expect(places[0]).toMatch(/^\{-An old ?\+A new ?\}.*bridge of \{-1932\+1933\}/)
  expect(places[1]).toContain('{-more+less}')
})

test.each([
  ['the same', FILLING, FILLING],
  ['set otherwise', 'He said “no”, twice.', 'He said "no",  twice.'],
  ['empty', '', ''],
])('nothing is shown of texts that are %s', (_, old, now) => {
  expect(shown(old, now)).toEqual([])
})

test('a text that is gone is shown as cut', () => {
  expect(shown('All of it.', '')).toEqual(['{-All of it.+}'])
})
