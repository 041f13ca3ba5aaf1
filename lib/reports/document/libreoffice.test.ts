import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { sampleReport } from '@/lib/testing/fixtures/sample-report'
import { makeWord, paragraph, run } from '@/lib/testing/importing/make-word'
import { field, table } from '@/lib/testing/ooxml/word-markup'
import { AT, written } from '@/lib/testing/ooxml/write-on'
import { articleDocx } from './article-docx'

const PROGRAM = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((one) => existsSync(one)) ?? ''
const folder = mkdtempSync(path.join(tmpdir(), 'stet-office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What LibreOffice makes of a document as flat OpenDocument, in a profile of its own. */
function opened(name: string, file: Buffer): string {
  const from = path.join(folder, `${name}.docx`)
  writeFileSync(from, file)
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const asked = ['--headless', profile, '--convert-to', 'fodt', '--outdir', folder, from]
  execFileSync(PROGRAM, asked, { stdio: 'ignore', timeout: 60_000 })
  return readFileSync(path.join(folder, `${name}.fodt`), 'utf8')
}

/** The comments that it shows: who says what on which words. */
function commentsIn(odt: string) {
  const open = /<office:annotation [^>]*office:name="([^"]*)"([^>]*)>(.*?)<\/office:annotation>/gs
  return [...odt.matchAll(open)].map(([whole, name = '', facts = '', inner = '']) => {
    const from = odt.indexOf(whole) + whole.length
    const to = odt.indexOf(`<office:annotation-end office:name="${name}"`, from)
    const plain = (markup: string) => markup.replace(/<[^>]*>/g, '')
    const others = /<office:annotation .*?<\/office:annotation>/gs
    return {
      author: /<dc:creator>(.*?)</.exec(inner)?.[1],
      at: /<dc:date>(.*?)</.exec(inner)?.[1],
      says: [...inner.matchAll(/<text:p[^>]*>(.*?)<\/text:p>/gs)].map(([, line = '']) =>
        plain(line),
      ),
      resolved: facts.includes('resolved="true"'),
      on: plain(odt.slice(from, to).replace(others, '')),
    }
  })
}

// Where there is no LibreOffice, our own reader looks at the same files, in the tests beside this one.
describe.skipIf(PROGRAM === '')('LibreOffice', () => {
  test('shows each comment on its words, with its answers, and each change', async () => {
    const body = [
      `<w:p>${run('The old bridge opened in ')}${run('1932', '<w:b/>')}${run(' and cost four million.')}</w:p>`,
      `<w:p>${run('See ')}${field(' HYPERLINK "https://example.org" ', run('the ledger'))}${run(' of it.')}</w:p>`,
      table([
        ['Year', 'Cost'],
        ['1932', '4 million'],
      ]),
      paragraph('The end.'),
    ].join('')
    const replies = [{ author: 'Tom', initials: 'T', at: AT, paragraphs: ['Seen it.'] }]
    const file = await written(makeWord({ body }), {
      comments: [
        ['in 1932 and', 'Sure?', { replies, resolved: true }],
        ['ledger', 'Which?'],
        ['4 million', 'Sure?'],
      ],
      changes: [['four million', 'five million']],
    })
    const odt = opened('original', file)
    expect(commentsIn(odt)).toEqual(
      expect.arrayContaining([
        {
          author: 'Ines Kaya',
          at: '2026-11-30T09:00:00',
          says: ['Sure?'],
          resolved: true,
          on: 'in 1932 and',
        },
        {
          author: 'Tom',
          at: '2026-11-30T09:00:00',
          says: ['Seen it.'],
          resolved: true,
          on: 'in 1932 and',
        },
        {
          author: 'Ines Kaya',
          at: '2026-11-30T09:00:00',
          says: ['Which?'],
          resolved: false,
          on: 'ledger',
        },
        {
          author: 'Ines Kaya',
          at: '2026-11-30T09:00:00',
          says: ['Sure?'],
          resolved: false,
          on: '4 million',
        },
      ]),
    )
    const changes = /<text:tracked-changes.*?<\/text:tracked-changes>/s.exec(odt)?.[0] ?? ''
    expect(changes).toMatch(
      /<text:deletion>.*<dc:creator>Tom<.*<text:insertion>.*<dc:creator>Tom</s,
    )
    const changed = [...odt.matchAll(/<text:change-start [^>]*\/>(.*?)<text:change-end/gs)]
    expect(changed.map(([, words]) => words)).toEqual(['four', 'five'])
  }, 90_000)

  test('shows an article that came from no document, with its check', async () => {
    const wishes = { claims: true, queries: true, suggestions: true, reader: 'desk' as const }
    const odt = opened('clean', await articleDocx(sampleReport(), wishes, null))
    const comments = commentsIn(odt)
    expect(comments.length).toBeGreaterThan(12)
    expect(comments).toContainEqual(expect.objectContaining({ on: 'в 2017 году', resolved: true }))
  }, 90_000)
})
