import Ajv from 'ajv/dist/2020'
import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { readersBoxOf, readersBoxSchema } from '@/lib/domain/report/readers-box'
import { HOSTILE } from '@/lib/testing/fixtures/sample-claims'
import { sampleReport } from '@/lib/testing/fixtures/sample-report'
import { readersBoxHtml, readersBoxJson, readersBoxJsonSchema } from './readers-box'

const report = sampleReport()
const box = readersBoxOf(
  report,
  report.claims.map(({ number }) => number),
)
const SIGNED = '2020-12-07T22:30:00Z'
const markup = readersBoxHtml(box, SIGNED, 'Asia/Tokyo')
const page = new new Window().DOMParser().parseFromString(markup, 'text/html')

test('readers are told how much was checked, what was found, and what was corrected when', () => {
  expect(page.querySelector('aside > p')?.textContent).toBe(
    'Before this was published, Harbour Wire checked 8 statements in it.',
  )
  const items = Array.from(page.querySelectorAll('ul:first-of-type > li'), (li) => li.textContent)
  expect(items[0]).toMatch(
    /^every component .* received: These words were said\. Could not be confirmed on its own\. Checked against: Wire\.$/,
  )
  expect(page.body.textContent).toContain('It is 2017.')
  expect(page.querySelector('aside > p:last-child')?.textContent).toBe(
    'Signed for by the editors of Harbour Wire on Tuesday 8 December 2020.',
  )
})

test('words keep their language and direction, and none of them is markup', () => {
  const quotes = [...page.querySelectorAll('q')]
  expect(quotes).toHaveLength(box.claims.length)
  expect(quotes.every((q) => q.getAttribute('dir') === 'auto')).toBe(true)
  expect(quotes.some(({ textContent }) => textContent.includes('المدى'))).toBe(true)
  expect(page.querySelectorAll('script, style, link, img, a, [style], [id]')).toHaveLength(0)
  const hostile = {
    ...box,
    newsroom: HOSTILE,
    claims: box.claims.map((one) => ({ ...one, words: HOSTILE })),
  }
  const odd = readersBoxHtml(hostile, SIGNED, 'UTC')
  expect(odd).not.toMatch(/<script|<evil/)
  expect(odd).toContain('&lt;script&gt;')
})

test('the JSON says the same, and nothing that its schema does not name', () => {
  const accepts = new Ajv({ validateFormats: false }).compile(readersBoxJsonSchema())
  const value = JSON.parse(readersBoxJson(Object.assign({ secret: 'who' }, box), SIGNED))
  expect(value).toEqual({ ...readersBoxSchema.parse(box), signedAt: SIGNED })
  expect(accepts(value)).toBe(true)
  expect(accepts({ ...value, secret: 'who' })).toBe(false)
})
