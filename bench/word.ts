import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import mammoth from 'mammoth'
import { importDocx } from '@/lib/importing/word/import-docx'
import { cleanDocx } from '@/lib/reports/document/clean-docx'
import { reportAnnotations } from '@/lib/reports/document/results/report-annotations'
import { writeDocx } from '@/lib/reports/document/write-docx'
import { bigSampleReport } from '@/lib/testing/fixtures/sample-report'
import { makeWord, paragraph, run } from '@/lib/testing/importing/make-word'
import { line, median, ratio } from './support/print-measure'

const ROUNDS = 5
/** The longest that it may take, in milliseconds. */
const MOST = 2000
/** How much longer than mammoth alone, which keeps no places, no account and no comments. */
const MOST_TIMES = 3

/** A Word document of 10,000 words, in and out. `folder` is for what is written on the way. */
export async function measureWord(folder: string): Promise<void> {
  await measureWordIn(folder)
  await measureWordOut()
}

/** With 300 footnotes, read with its account and its notes, beside what mammoth alone takes for its words. */
async function measureWordIn(folder: string): Promise<void> {
  const bytes = aLongDocument()
  const read = await importDocx(bytes, {})
  const words = read.blocks.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
  const [ours, theirs]: [number[], number[]] = [[], []]
  // In turns, so that both meet the same machine.
  for (let round = 0; round <= ROUNDS; round++) {
    const own = await timed(() => importDocx(bytes, {}))
    const other = await timed(() => mammoth.convertToHtml({ buffer: bytes }))
    if (round === 0) continue
    ours.push(own)
    theirs.push(other)
  }
  line(
    `A Word document of ${words.toLocaleString('en')} words in, with ${read.notes.length} notes: ${median(ours).toFixed(0)} ms, mammoth alone ${median(theirs).toFixed(0)} ms (medians)`,
  )
  ratio('Time of a Word document in, against mammoth alone', median(ours) / median(theirs), {
    most: MOST_TIMES,
  })
  const file = path.join(folder, 'long.docx')
  writeFileSync(file, bytes)
  const [own, other] = [memoryOf('ours', file), memoryOf('mammoth', file)]
  line(
    `Most memory of a process that reads it: ${own.toFixed(0)} MiB, ${other.toFixed(0)} MiB with mammoth`,
  )
}

/** What follows in each sentence, so that all have 10,000 words. */
const REST = 'and the note on file says where it was seen then '
  .repeat(3)
  .split(' ')
  .slice(0, 27)
  .join(' ')

/** Of 10,000 words, with 300 footnotes that cite something. */
function aLongDocument(): Buffer {
  const notes = Array.from({ length: 300 }, (_, index) => index + 1)
  const sentence = (id: number) =>
    `${run(`Item ${id} was delivered in ${1900 + (id % 100)}`)}<w:r><w:footnoteReference w:id="${id}"/></w:r>${run(`, ${REST}. `)}`
  const paragraphs = Array.from({ length: 75 }, (_, index) =>
    paragraph(
      notes
        .slice(index * 4, index * 4 + 4)
        .map(sentence)
        .join(''),
    ),
  )
  return makeWord({
    body: paragraphs.join(''),
    footnotes: notes
      .map(
        (id) =>
          `<w:footnote w:id="${id}">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(` City ledger, volume ${id}, p. ${id % 90}, https://example.org/ledger/${id}.`)}`)}</w:footnote>`,
      )
      .join(''),
  })
}

/** In MiB. */
function memoryOf(reader: 'ours' | 'mammoth', file: string): number {
  const script = path.join(import.meta.dirname, 'support', 'read-word-once.ts')
  const said = execFileSync(process.execPath, ['--import', 'tsx', script, reader, file])
  return Number(said.toString()) / 1024
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Handed back with 300 comments: read again, written, packed. */
async function measureWordOut(): Promise<void> {
  const report = bigSampleReport({ claims: 300, words: 10_000 })
  const original = await cleanDocx(report)
  const wishes = { claims: true, queries: true, suggestions: true, reader: 'desk' as const }
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const time = await timed(() => {
      const annotations = reportAnnotations(report, wishes)
      return writeDocx(original, { annotations, text: report.text })
    })
    // The first round also has the code to compile.
    if (round > 0) times.push(time)
  }
  line(
    `A Word document of 10,000 words out with 300 comments: ${median(times).toFixed(0)} ms (median)`,
  )
  ratio('Time of a Word document out, against 2 s', median(times) / MOST, { most: 1 })
}
