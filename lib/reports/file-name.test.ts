import { expect, test } from 'vitest'
import { sampleReport } from '@/lib/testing/fixtures/sample-report'
import { reportFileName } from './file-name'

test.each([
  ['s-400-talks', 's-400-talks-r3-fact-check.pdf'],
  ['İzmir çıkışı', 'izmir-c-k-s-r3-fact-check.pdf'],
  ['../../etc/passwd"\r\nX: y', 'etc-passwd-x-y-r3-fact-check.pdf'],
  ['قصة', 'article-r3-fact-check.pdf'],
  ['a'.repeat(300), `${'a'.repeat(80)}-r3-fact-check.pdf`],
])('the report of %j has a name that every system takes', (slug, name) => {
  const { article } = sampleReport()
  expect(reportFileName(sampleReport({ article: { ...article, slug } }), 'pdf')).toBe(name)
})
