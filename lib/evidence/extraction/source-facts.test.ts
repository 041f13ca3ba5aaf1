import { expect, test } from 'vitest'
import { keptText } from './kept-text'
import { sourceFacts } from './source-facts'
import { writtenDate } from './written-date'

test.each([
  ['2019-11-19T23:51:00-08:00', '2019-11-19'],
  ['2019-11-19', '2019-11-19'],
  ['2019-11', '2019-11'],
  ['2019', '2019'],
  ['20191119', '2019-11-19'],
  ['Tue, 19 Nov 2019 11:05:00 +0000', '2019-11-19'],
  ['Nov. 19, 2019 8:21 am ET', '2019-11-19'],
  ['19. November 2019', '2019-11-19'],
  ['19. März 2019', '2019-03-19'],
  ['1er août 2019', '2019-08-01'],
  ['19 de noviembre de 2019', '2019-11-19'],
  ['19 novembre 2019', '2019-11-19'],
  ['19 listopada 2019', '2019-11-19'],
  ['19 Kasım 2019', '2019-11-19'],
  ['19 ноября 2019', '2019-11-19'],
  ['2019年11月19日', '2019-11-19'],
  ['7/12/2020', null],
  ['31 November 2019', null],
  ['19 Brumaire 2019', null],
  ['yesterday', null],
])('the date “%s” is %s', (written, date) => {
  expect(writtenDate(written)).toBe(date)
})

test.each([
  [
    'a release that says so',
    { form: 'page', text: 'FOR IMMEDIATE RELEASE\nBridge shut' },
    'press_release',
  ],
  ['a German release', { form: 'pdf', text: 'Pressemitteilung\n\nBrücke zu' }, 'press_release'],
  [
    'an article about a release',
    { form: 'page', type: 'NewsArticle', text: 'A press release said so.' },
    'news_article',
  ],
  [
    'a PDF of a government',
    { form: 'pdf', url: 'https://www.transport.gov.uk/a.pdf', text: 'Bridges' },
    'official_document',
  ],
  [
    'a PDF of nobody known',
    { form: 'pdf', url: 'https://mygov.example/a.pdf', text: 'Bridges' },
    null,
  ],
  ['a table', { form: 'table', text: 'a,b' }, 'dataset'],
  ['a page', { form: 'page', text: 'Bridges' }, 'web_page'],
  ['a mail', { form: 'mail', text: 'Hello' }, null],
] as const)('%s', (_what, { form, text, ...facts }, kind) => {
  expect(sourceFacts({ ...keptText(form, text), ...facts }).kind).toBe(kind)
})

test('what is not said stays empty', () => {
  expect(sourceFacts({ ...keptText('mail', 'Hello'), published: '7/12/2020' })).toEqual({
    title: '',
    publisher: '',
    published: '',
    kind: null,
  })
})
