import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { layOut } from '@/lib/domain/text/blocks'
import { HOSTILE } from '@/lib/testing/fixtures/sample-claims'
import {
  bigSampleReport,
  SAMPLE_SECTIONS,
  sampleReport,
} from '@/lib/testing/fixtures/sample-report'
import { childrenOutOfOrder } from '@/lib/testing/ooxml/element-order'
import { unpack } from '@/lib/testing/ooxml/unpack'
import { reportDocx } from './report'
import { directed } from './runs'

const report = sampleReport()
const made = await reportDocx(report)
const parts = unpack(made)
const body = parts['word/document.xml'] ?? ''

async function readByAnother(file: Uint8Array) {
  const buffer = Buffer.from(file)
  const [{ value: html, messages }, { value: text }] = await Promise.all([
    mammoth.convertToHtml({ buffer }),
    mammoth.extractRawText({ buffer }),
  ])
  return { html, text, errors: messages.filter(({ type }) => type === 'error') }
}

const read = await readByAnother(made)

test('another program reads the sections in their order, and the article as it is', () => {
  expect(read.errors).toEqual([])
  expect([...read.html.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, title]) => title)).toEqual(
    SAMPLE_SECTIONS,
  )
  for (const words of [
    'full payment was received',
    'İkinci anlaşma için “karar bekleniyor',
    'Первый контракт был подписан',
    'المدى يبلغ 400 كيلومتر وإن النسبة 3.2 في المئة',
    report.revision.sha256,
    'Ann Lee',
    'May we say so?',
  ]) {
    expect(read.text).toContain(words)
  }
})

test('every claim has its entry, and every number in the text leads to one', () => {
  const places = [...body.matchAll(/<w:bookmarkStart w:name="(\w+)"/g)].map(([, name]) => name)
  const links = [...body.matchAll(/<w:hyperlink [^>]*w:anchor="(\w+)"/g)].map(([, to]) => to)
  expect(places).toHaveLength(report.claims.length)
  expect(links.length).toBeGreaterThan(10)
  expect(links.filter((to) => !places.includes(to))).toEqual([])
})

test('it leads nowhere outside: no link, picture, macro or field that asks for anything', () => {
  expect(Object.values(parts).join()).not.toMatch(/TargetMode="External"|INCLUDE|vbaProject/)
  expect(read.text).toContain('javascript:alert(1)')
})

test('what people typed comes out letter by letter, and what cannot be seen is written out', async () => {
  expect(read.text).toContain(HOSTILE)
  expect(read.text).toContain('⟦U+202E⟧away⟦U+202C⟧')
  const odd = 'a\u0000b\uFFFEc\u001Bd ]]> &amp; \t e'
  const { text } = await readByAnother(await reportDocx({ ...report, newsroom: odd }))
  expect(text).toContain('a⟦U+0000⟧b⟦U+FFFE⟧c⟦U+001B⟧d ]]> &amp; \t e')
})

test('its elements stand in the order of the standard', () => {
  expect(Object.values(parts).flatMap(childrenOutOfOrder)).toEqual([])
  expect(childrenOutOfOrder('<w:rPr><w:rtl/><w:b/></w:rPr>')).toEqual([
    'w:b stands behind w:rtl in w:rPr',
  ])
  expect(childrenOutOfOrder('<w:rPr><w:highlightCs/></w:rPr>')).toHaveLength(1)
})

describe('words that run from the right', () => {
  test('stand in paragraphs and runs that say so', () => {
    const arabic = body.split('<w:p>').find((each) => each.includes('قال المسؤول')) ?? ''
    expect(arabic).toMatch(/^<w:pPr>.*<w:bidi\/>/)
    expect(arabic).toMatch(/<w:rtl\/>.*?<w:t[^>]*>قال المسؤول/)
    const words = body.split('<w:p>').filter((each) => each.includes('ClaimWords'))
    expect(words.find((each) => each.includes('المدى'))).toMatch(/<w:bidi\/>/)
    expect(words[0]).not.toMatch(/<w:bidi\/>/)
    const latin =
      body.split('<w:p>').find((each) => each.includes('Ankara signed in 2017 and')) ?? ''
    expect(latin).not.toMatch(/<w:bidi\/>|<w:rtl\/>/)
  })

  test.each([
    ['ltr', 'Ann and ليلى حداد wrote', ['Ann and |', 'ليلى حداد|rtl', ' wrote|']],
    ['rtl', 'المدى 400 كم.', ['المدى 400 كم.|rtl']],
    ['rtl', 'قال NATO 2020 إن', ['قال |rtl', 'NATO 2020|', ' إن|rtl']],
    ['ltr', '两份合同 2017', ['两份合同 2017|']],
    ['ltr', '', []],
  ] as const)('%s: %s is cut where its direction turns', (dir, text, cut) => {
    expect(directed(text, dir).map((one) => `${one.text}|${one.rtl ? 'rtl' : ''}`)).toEqual(cut)
  })

  test('a long text without an end is cut in no time', () => {
    const start = performance.now()
    directed('ا'.repeat(100_000), 'ltr')
    directed('a1'.repeat(100_000), 'rtl')
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})

test('an article in Chinese or Arabic carries its language to every word of it', async () => {
  const { text, blocks } = layOut([{ kind: 'paragraph', text: '两份合同已经签署。' }])
  const article = { ...report.article, language: 'zh-Hans', headline: '两份合同' }
  const file = unpack(await reportDocx({ ...report, article, text, blocks, claims: [] }))
  expect(file['word/document.xml']).toMatch(
    /<w:lang [^>]*w:eastAsia="zh-Hans"[^>]*\/><\/w:rPr><w:t [^>]*>两份合同已经签署。/,
  )
})

test('an empty report and one of many claims are made too', async () => {
  const none = {
    claims: [],
    queries: [],
    suggestions: [],
    open: [],
    limits: [],
    text: '',
    blocks: [],
  }
  const { text } = await readByAnother(await reportDocx(sampleReport(none)))
  expect(text).toContain('This revision has no words.')
  const { text: long } = await readByAnother(await reportDocx(bigSampleReport({ claims: 60 })))
  expect(long).toContain('C-060')
})
