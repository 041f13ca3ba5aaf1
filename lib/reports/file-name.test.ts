import { expect, test } from 'vitest'
import { sampleReport } from '@/lib/testing/fixtures/sample-report'
import { attachment, reportFileName } from './file-name'

test.each([
  ['s-400-talks', 's-400-talks-r3-fact-check.pdf'],
  ['İzmir çıkışı', 'izmir-cikisi-r3-fact-check.pdf'],
  ['strasse', 'strasse-r3-fact-check.pdf'],
  ['Łódź Ørsted', 'lodz-orsted-r3-fact-check.pdf'],
  ['../../etc/passwd"\r\nX: y', 'etc-passwd-x-y-r3-fact-check.pdf'],
  ['قصة', 'قصة-r3-fact-check.pdf'],
  ['…', 'article-r3-fact-check.pdf'],
  ['新'.repeat(60), `${'新'.repeat(26)}-r3-fact-check.pdf`],
  ['a'.repeat(300), `${'a'.repeat(80)}-r3-fact-check.pdf`],
])('the report of %j has a name that every system takes', (slug, name) => {
  const { article } = sampleReport()
  expect(reportFileName(sampleReport({ article: { ...article, slug } }), 'pdf')).toBe(name)
})

test('a file is offered under its name in full, and in ASCII', () => {
  expect(attachment('新闻-r3.pdf')).toBe(
    `attachment; filename="_-r3.pdf"; filename*=UTF-8''%E6%96%B0%E9%97%BB-r3.pdf`,
  )
  expect(() => new Headers({ 'content-disposition': attachment('قصة-r3.pdf') })).not.toThrow()
})
