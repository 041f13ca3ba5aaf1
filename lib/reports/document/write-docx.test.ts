import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Span } from '@/lib/domain/text/blocks'
import type { Line } from '@/lib/importing/account/line'
import { trimmed } from '@/lib/importing/notes/hanging-words'
import { type DocxWishes, importDocx } from '@/lib/importing/word/import-docx'
import { makeWord, paragraph, run } from '@/lib/testing/importing/make-word'
import { misplaced } from '@/lib/testing/ooxml/misplaced'
import { rootOf } from '@/lib/testing/ooxml/parts-of'
import { deleted, field, inserted } from '@/lib/testing/ooxml/word-markup'
import { escaped } from './parts/xml-words'
import type { Annotations, DocumentChange, DocumentComment } from './results/annotations'
import { writeDocx } from './write-docx'

const AT = '2026-11-30T09:00:00Z'

const comment = (span: DocumentComment['span'], says: string): DocumentComment => ({
  ...{ span, author: 'Ines Kaya', initials: 'IK', at: AT },
  ...{ paragraphs: [says], replies: [], resolved: false },
})

const change = (span: DocumentChange['span'], after: string): DocumentChange => ({
  ...{ span, after, author: 'Tom', at: AT, kind: 'open' },
})

/** As the text was before the changes that were put in. */
const BEFORE: DocxWishes = { choices: { inserted: 'out', deleted: 'in' } }

async function written(body: string, annotations: Partial<Annotations>, wishes: DocxWishes = {}) {
  const original = makeWord({ body })
  return writeDocx(original, {
    ...wishes,
    annotations: { comments: [], changes: [], ...annotations },
  })
}

describe('of any document', () => {
  const word = fc.constantFrom(
    'the bridge ',
    ' opened',
    '1932',
    ' — ',
    'Мост ',
    'a & b < c ',
    '👍🏽 ',
    ' ',
  )
  const KINDS = ['plain', 'plain', 'hidden', 'struck', 'raised', 'deleted', 'inserted'] as const
  const MORE = [
    'break',
    'tab',
    'link',
    'field',
    'simple',
    'control',
    'bound',
    'two',
    'note',
  ] as const
  const anyRun = fc
    .tuple(word, fc.constantFrom(...KINDS, ...MORE))
    .map(([words, how]) => made(words, how))
  const anyBody = fc
    .array(fc.array(anyRun, { maxLength: 8 }), { minLength: 1, maxLength: 5 })
    .map(
      (all) =>
        `${all.map((runs) => `<w:p>${runs.join('')}</w:p>`).join('')}${paragraph('The end.')}`,
    )
  const anySpans = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 30 })), { maxLength: 8 })

  test('the text stays, and every comment stands on its words', async () => {
    await fc.assert(
      fc.asyncProperty(anyBody, anySpans, async (body, spans) => {
        const before = await importDocx(makeWord({ body }))
        const comments = placed(before.text, spans).map((span, nth) =>
          comment(span, `Remark ${nth}`),
        )
        const file = await written(body, { comments })
        expect(misplaced(await rootOf(file, 'word/document.xml'))).toEqual([])
        const after = await importDocx(file)
        expect(after.text).toBe(before.text)
        expect(after.lines.map(accounted)).toEqual(before.lines.map(accounted))
        const said = after.notes.filter(({ kind }) => kind === 'comment')
        expect(said).toHaveLength(comments.length)
        for (const [nth, { span }] of comments.entries()) {
          const note = said.find(({ text }) => text.endsWith(`Remark ${nth}`))
          if (note?.text !== `Remark ${nth}`) continue
          const words = trimmed(after.text, span)
          if (words === null || note.span === null) throw new Error('on no words')
          const on = { start: note.span.start, end: note.span.end }
          if (body.includes('w:vertAlign')) {
            // Raised letters are read together: a comment on one of them is on all.
            expect(on.start).toBeLessThanOrEqual(words.start)
            expect(on.end).toBeGreaterThanOrEqual(words.end)
          } else expect(on).toEqual(words)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('changes can be accepted, and comments and the text are as they were where they are not', async () => {
    await fc.assert(
      fc.asyncProperty(anyBody, anySpans, fc.array(anyAfter), async (body, spans, afters) => {
        const { text } = await importDocx(makeWord({ body }))
        const wanted = placed(text, spans)
        const changes = wanted.flatMap((span, nth) => {
          const after = afters[nth] ?? 'now'
          const isInBlock = !text.slice(span.start, span.end).includes('\n')
          return isInBlock && text.slice(span.start, span.end) !== after
            ? [change(span, after)]
            : []
        })
        // A document of which nothing would be left is no text that can be read again.
        // Of changes that overlap, one is made.
        fc.pre(
          [changes, ...changes.map((one) => [one])].every(
            (made) => textWith(text, made).trim() !== '',
          ),
        )
        const comments = wanted.map((span, nth) => comment(span, `Remark ${nth}`))
        const file = await written(body, { changes, comments })
        expect(misplaced(await rootOf(file, 'word/document.xml'))).toEqual([])
        const accepted = await importDocx(file)
        const left = accepted.notes.filter((note) => note.text.includes('cannot be tracked'))
        const told = left.map(({ text: words }) => words.split('\n').at(-1) ?? '').sort()
        // Of two changes in the same words it is not told which one was made.
        const ways = subsetsOf(changes).filter((done) => {
          const undone = changes.filter((one) => !done.includes(one))
          const words = undone.map(({ span, after }) =>
            asLine(text.slice(span.start, span.end), after),
          )
          return isDeepStrictEqual(words.sort(), told)
        })
        expect(ways.map((done) => bare(textWith(text, done)))).toContain(bare(accepted.text))

        if (/<w:(?:ins|del) /.test(body)) return
        const before = await importDocx(file, BEFORE)
        expect(before.text).toBe(text)
        for (const [nth, { span }] of comments.entries()) {
          const note = before.notes.find((one) => one.text === `Remark ${nth}`)
          if (!note || body.includes('w:vertAlign')) continue
          expect(note.span).toEqual(trimmed(text, span))
        }
      }),
      { numRuns: 300 },
    )
  })

  const anyAfter = fc.constantFrom(
    '',
    'now',
    'the bridge',
    'opened late',
    '1931',
    'a & <b>',
    'мост ',
  )
  const bare = (text: string) => text.replace(/\s+/g, '')
  const asLine = (before: string, after: string) =>
    after === '' ? `Cut “${before}”.`.trim() : `“${before}” becomes “${after}”.`

  const accounted = ({ kind, option, words, took, put }: Line) => ({
    kind,
    option,
    words,
    took,
    put,
  })

  function made(words: string, how: (typeof KINDS)[number] | (typeof MORE)[number]): string {
    switch (how) {
      case 'plain':
        return run(words)
      case 'hidden':
        return run(words, '<w:vanish/>')
      case 'struck':
        return run(words, '<w:strike/>')
      case 'raised':
        return run(words, '<w:vertAlign w:val="superscript"/>')
      case 'deleted':
        return deleted(escaped(words))
      case 'inserted':
        return inserted(run(words))
      case 'break':
        return '<w:r><w:br/></w:r>'
      case 'tab':
        return `<w:r><w:t xml:space="preserve">${words.replaceAll('&', '&amp;').replaceAll('<', '&#60;')}</w:t><w:tab/><w:t>x</w:t></w:r>`
      case 'link':
        return `<w:hyperlink w:anchor="x">${run(words)}${run('y ')}</w:hyperlink>`
      case 'field':
        return field(' REF a ', run(words))
      case 'simple':
        return `<w:fldSimple w:instr=" DATE ">${run(words)}</w:fldSimple>`
      case 'control':
        return `<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent>${run(words)}</w:sdtContent></w:sdt>`
      case 'bound':
        return `<w:sdt><w:sdtPr><w:dataBinding w:xpath="a"/></w:sdtPr><w:sdtContent>${run(words)}</w:sdtContent></w:sdt>`
      case 'two':
        return inserted(`${run(words)}${deleted('gone ')}${run('and ')}`)
      case 'note':
        return `${run(words)}<w:r><w:footnoteReference w:id="1"/></w:r>`
    }
  }

  function placed(text: string, spans: readonly [number, number][]) {
    return spans
      .map(([at, length]) => {
        const start = at % text.length
        return { start, end: Math.min(text.length, start + length) }
      })
      .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
      .filter(
        ({ start, end }) => ![start, end].some((one) => /[\udc00-\udfff]/.test(text[one] ?? '')),
      )
  }
})

/** A text with these changes in it. */
function textWith(text: string, changes: readonly { span: Span; after: string }[]): string {
  return [...changes]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (made, { span, after }) => made.slice(0, span.start) + after + made.slice(span.end),
      text,
    )
}

const subsetsOf = <One>(all: readonly One[]): One[][] =>
  all.reduce<One[][]>((sets, one) => sets.concat(sets.map((set) => [...set, one])), [[]])
