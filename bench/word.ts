import { cleanDocx } from '@/lib/reports/document/clean-docx'
import { reportAnnotations } from '@/lib/reports/document/results/report-annotations'
import { writeDocx } from '@/lib/reports/document/write-docx'
import { bigSampleReport } from '@/lib/testing/fixtures/sample-report'
import { line, median, ratio } from './support/print-measure'

const ROUNDS = 5
/** The longest that it may take, in milliseconds. */
const MOST = 2000

/** A Word document of 10,000 words handed back with 300 comments: read again, written, packed. */
export async function measureWord(): Promise<void> {
  const report = bigSampleReport({ claims: 300, words: 10_000 })
  const original = await cleanDocx(report)
  const wishes = { claims: true, queries: true, suggestions: true, reader: 'desk' as const }
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now()
    const annotations = reportAnnotations(report, wishes)
    await writeDocx(original, { annotations, text: report.text })
    // The first round also has the code to compile.
    if (round > 0) times.push(performance.now() - start)
  }
  line(
    `A Word document of 10,000 words out with 300 comments: ${median(times).toFixed(0)} ms (median)`,
  )
  ratio('Time of a Word document out, against 2 s', median(times) / MOST, { most: 1 })
}
