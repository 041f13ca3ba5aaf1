import { describe, expect, test } from 'vitest'
import { layOut } from '@/lib/domain/text/blocks'
import { aNinjsItem, NINJS_WORDS } from '@/lib/testing/importing/ninjs-item'
import { importArticle, type Wishes } from '../import-article'
import { kindOfText } from '../read-file'

const { first: FIRST, second: SECOND } = NINJS_WORDS
const read = (item: unknown, wishes: Wishes = {}) =>
  importArticle({ kind: 'ninjs', content: JSON.stringify(item) }, wishes)
const shown = (item: unknown, wishes?: Wishes) =>
  read(item, wishes).blocks.map(({ kind, text }) => `${kind}: ${text}`)

const CAPTION = 'The bridge in 1932, with its builders on it.'
const ARTICLE = [
  'headline: The old bridge closes in May',
  `paragraph: ${FIRST}`,
  'subhead: What comes next',
  `paragraph: ${SECOND}`,
  `caption: ${CAPTION}`,
]

/** The same item by the names that later versions give its properties. */
const asLater = ({ isThird }: { isThird: boolean }) => {
  const { byline, headline, body_text, body_xhtml, associations, versioncreated, ...rest } =
    aNinjsItem() as Record<string, unknown> & { associations: { main: Record<string, unknown> } }
  const type = isThird ? 'contentType' : 'contenttype'
  const { description_text: caption, ...picture } = associations.main
  return {
    ...rest,
    [isThird ? 'versionCreated' : 'versioncreated']: versioncreated,
    by: byline,
    headlines: [
      { role: 'short', value: 'Bridge closes' },
      { role: 'main', value: headline },
    ],
    bodies: [
      { role: 'nitf', [type]: 'application/xml+nitf', value: '<nitf>…</nitf>' },
      { role: 'main', [type]: 'text/plain', value: body_text },
      { role: 'rich', [type]: 'application/xhtml+xml', value: body_xhtml },
    ],
    associations: [
      {
        ...picture,
        name: 'main',
        descriptions: [
          { role: 'other', value: 'A bridge' },
          { role: 'caption', value: caption },
        ],
      },
    ],
    standard: { name: 'ninjs', version: isThird ? '3.0' : '2.1' },
  }
}

describe('the three versions of ninjs say the same', () => {
  test.each([
    ['1.x', aNinjsItem()],
    ['2.x', asLater({ isThird: false })],
    ['3.x', asLater({ isThird: true })],
  ])('%s', (_, item) => {
    expect(shown(item)).toEqual(ARTICLE)
    expect(read(item).item).toEqual({
      kind: 'ninjs',
      uri: 'urn:newsml:agency.example:20261130:bridge',
      version: '3',
      versionCreated: '2026-11-30T08:30:00.000Z',
      byline: 'By Ada Pine',
      published: '2026-11-29T18:00:00+01:00',
      headline: 'The old bridge closes in May',
      language: 'en-GB',
      status: '',
    })
    const unknown = read(item).lines.filter(({ kind }) => /missing|added|joined/.test(kind))
    expect(unknown).toEqual([])
  })
})

test('what is not in the text stands in the account, by the name of its property', () => {
  const { lines } = read(aNinjsItem())
  const words = (kind: string) => lines.filter((line) => line.kind === kind).map((one) => one.words)
  expect(words('twin')).toEqual([`body_text: ${FIRST}\n\n${SECOND}`])
  expect(words('byline')).toEqual(['By Ada Pine'])
  expect(words('data')).toContain('slugline: bridge-closure')
  expect(words('data')).toContain('altids: B-4711')
  expect(words('data').find((one) => one.startsWith('associations'))).toContain('Tom Oak')
})

test('a byline is put in and captions are left out as somebody chooses', () => {
  const choices = { byline: 'in', caption: 'out' }
  expect(shown(aNinjsItem(), { choices })).toEqual([
    ...ARTICLE.slice(0, 1),
    'paragraph: By Ada Pine',
    ...ARTICLE.slice(1, 4),
  ])
  const unknown = read(aNinjsItem(), { choices }).lines.filter(({ kind }) =>
    /missing|added/.test(kind),
  )
  expect(unknown).toEqual([])
})

test('a headline and a caption that the body has already are there once', () => {
  const body = `<h1>The old bridge closes in May</h1><p>${FIRST}</p><figure><figcaption>${CAPTION}</figcaption></figure>`
  expect(shown(aNinjsItem({ body_xhtml: body }))).toEqual([
    ARTICLE[0],
    `paragraph: ${FIRST}`,
    `caption: ${CAPTION}`,
  ])
  const text = `The old bridge closes in May\n\n${FIRST}`
  expect(shown(aNinjsItem({ body_xhtml: '', body_text: text, associations: [] }))).toEqual([
    ARTICLE[0],
    `paragraph: ${FIRST}`,
  ])
})

test('scripts of every kind are no words and do nothing', () => {
  const body = `<p onclick="alert(1)">${FIRST}<script>alert('pwned')</script></p>
    <svg><script>alert(2)</script></svg><iframe srcdoc="<script>alert(3)</script>"></iframe>
    <a href="javascript:alert(4)">What comes next</a><img src=x onerror="alert(5)">
    <style>p{color:red}</style><template><script>alert(6)</script></template><p>${SECOND}</p>`
  const { blocks } = read(aNinjsItem({ body_xhtml: body }))
  expect(blocks.map(({ text }) => text).join(' ')).not.toMatch(/alert|color/)
  expect(blocks).toHaveLength(5)
})

test.each([
  ['a number for a version', { version: 4 }, { version: '4' }],
  ['no time', { versioncreated: 'soon' }, { versionCreated: '' }],
  ['no uri', { uri: undefined }, { uri: '' }],
  ['a uri of 5,000 characters', { uri: `urn:${'x'.repeat(5_000)}` }, { uri: '' }],
  ['a uri with a NUL', { uri: 'urn:\0' }, { uri: '' }],
  ['a withheld item', { pubstatus: 'withheld' }, { status: 'withheld' }],
])('%s is read as far as it goes', (_, changes, facts) => {
  expect(read(aNinjsItem(changes)).item).toMatchObject(facts)
})

test.each([
  [
    'a picture',
    aNinjsItem({ type: 'picture' }),
    /of type “picture”, and an article is of type “text”/,
  ],
  ['no body', aNinjsItem({ body_text: undefined, body_xhtml: undefined }), /neither “bodies” nor/],
  ['an empty body', aNinjsItem({ body_text: ' ', body_xhtml: '' }), /its body is empty/],
  [
    'a body that is a number',
    aNinjsItem({ body_text: 12 }),
    /“body_text” of this ninjs item is no text/,
  ],
  [
    'a body that is none',
    { ...aNinjsItem(), bodies: [{ value: {} }] },
    /“bodies\/0\/value” of this/,
  ],
  [
    'a body in NITF alone',
    aNinjsItem({ body_text: '', body_xhtml: '', body_nitf: '<nitf>x</nitf>' }),
    /in no form that Stet reads \(“body_nitf”\)/,
  ],
  ['other JSON', { hello: 'world' }, /This is JSON, and no ninjs item/],
  ['a list of two', [aNinjsItem(), aNinjsItem()], /This has 2 items/],
  ['an empty list', [], /no ninjs item/],
  [
    'a body of tags alone',
    aNinjsItem({ headline: '', body_text: '', body_xhtml: '<p></p>', associations: {} }),
    /no words in this text/,
  ],
])('%s is refused, and told why', (_, item, message) => {
  expect(() => read(item)).toThrow(message)
})

test('JSON that breaks off, or of 10,000 levels, is refused with its place', () => {
  const whole = JSON.stringify(aNinjsItem(), null, 2)
  const from = (content: string) => () => importArticle({ kind: 'ninjs', content })
  expect(from(whole.slice(0, 200))).toThrow(
    /^This is not JSON: it breaks off at its end, line \d+, column \d+\.$/,
  )
  expect(from(whole.replace('"type": ', '"type" '))).toThrow(
    /^This is not JSON, from line 3, column/,
  )
  const deep = `{"uri":"urn:a","body_text":"A.","x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`
  expect(from(deep)).toThrow('This is nested deeper than 64 levels at line 1')
})

test('what is pasted is known for JSON by how it begins', () => {
  expect(kindOfText(JSON.stringify(aNinjsItem()))).toBe('ninjs')
  expect(kindOfText(` [\n{ "uri" : "a`)).toBe('ninjs')
  expect(kindOfText('{Note: the editor} The bridge')).toBe('text')
  expect(kindOfText('“The bridge” opened.')).toBe('text')
})

test('what the body links to is said on its words, whatever stands before them', () => {
  const item = aNinjsItem({
    body_xhtml: `<p>${FIRST}</p><p>See <a href="https://example.org/plan">the plan</a>.</p>`,
  })
  const choices = { byline: 'in' }
  const { blocks, notes } = read(item, { choices })
  expect(blocks.map(({ text }) => text)).toContain('See the plan.')
  const { text } = layOut(blocks)
  expect(
    notes.map(({ span, text: said }) => [span && text.slice(span.start, span.end), said]),
  ).toEqual([['the plan', 'https://example.org/plan']])
})
