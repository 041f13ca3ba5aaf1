import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { readPdfText } from './read-pdf-text'

/** Words at a place in points from the lower left corner. */
type Words = [left: number, bottom: number, text: string]

/** A PDF with a page for each list of words, 400 by 500 points. */
function pdfOf(...pages: Words[][]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${5 + 2 * at} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Title (Bridge report) /Author (Ada Pine) /CreationDate (D:20201207140200Z) >>',
    ...pages.flatMap((words, at) => {
      const drawn = words
        .map(([left, bottom, text]) => `BT /F1 10 Tf ${left} ${bottom} Td (${text}) Tj ET`)
        .join('\n')
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 500] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + 2 * at} 0 R >>`,
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      ]
    }),
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${table}\n%%EOF`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}

test('each page has its text, and what the file says of itself', async () => {
  const read = await readPdfText(
    pdfOf([[50, 400, 'The bridge is shut.']], [[50, 400, 'So is the tunnel.']]),
  )
  expect(read).toMatchObject({
    title: 'Bridge report',
    byline: 'Ada Pine',
    published: '2020-12-07',
  })
  expect(read.text).toBe('The bridge is shut.\n\nSo is the tunnel.')
  for (const { start, text } of read.pages ?? [])
    expect(read.text.startsWith(text, start)).toBe(true)
})

test('a passage has its box on the page', async () => {
  const { pages = [] } = await readPdfText(pdfOf([[100, 390, 'shut']]))
  expect(pages[0]).toMatchObject({ number: 1, width: 400, height: 500 })
  expect(pages[0]?.items).toEqual([
    { start: 0, end: 4, left: 0.25, top: 0.2, width: expect.closeTo(0.046, 2), height: 0.02 },
  ])
})

describe('the order of reading', () => {
  const column = (left: number, name: string): Words[] =>
    [1, 2, 3, 4].map(
      (line): Words => [left, 420 - 12 * line, `${name} line ${line} of some length`],
    )

  test.each([
    [
      'lines drawn from the foot up',
      [
        [50, 100, 'Second.'],
        [50, 112, 'First.'],
      ],
      'First.\nSecond.',
    ],
    [
      'words drawn one by one',
      [
        [80, 100, 'two'],
        [50, 100, 'one'],
      ],
      'one two',
    ],
    [
      'a new paragraph',
      [
        [50, 130, 'First.'],
        [50, 100, 'Second.'],
      ],
      'First.\n\nSecond.',
    ],
    [
      'cells of a table',
      [
        ...[0, 1, 2, 3].flatMap((row): Words[] => [
          [50, 300 - 12 * row, `a${row}`],
          [250, 300 - 12 * row, `b${row}`],
        ]),
      ],
      'a0\n\nb0\na1\n\nb1\na2\n\nb2\na3\n\nb3',
    ],
  ] satisfies [string, Words[], string][])('%s', async (_what, words, text) => {
    const read = await readPdfText(pdfOf(words as Words[]))
    expect(read.text.replace(/\n+/g, '\n')).toBe(text.replace(/\n+/g, '\n'))
  })

  test('two columns below a headline across both', async () => {
    const { text } = await readPdfText(
      pdfOf([
        [50, 450, 'A headline that stands across both of the columns of this page, all of it'],
        ...column(210, 'Right'),
        ...column(50, 'Left'),
      ]),
    )
    expect(text.match(/headline|Left line \d|Right line \d/g)).toEqual([
      'headline',
      ...[1, 2, 3, 4].map((line) => `Left line ${line}`),
      ...[1, 2, 3, 4].map((line) => `Right line ${line}`),
    ])
  })
})

test.each([
  ['no PDF', new TextEncoder().encode('Hello')],
  ['empty', new Uint8Array()],
  ['cut', pdfOf([[50, 400, 'Shut.']]).subarray(0, 60)],
])('a file that is %s is refused', async (_what, bytes) => {
  await expect(readPdfText(bytes)).rejects.toMatchObject({
    name: 'Refusal',
    message: expect.stringContaining('PDF'),
  })
})

test('two hundred pages take little longer than the library alone', async () => {
  const lines = Array.from(
    { length: 40 },
    (_, at): Words => [
      50,
      480 - 11 * at,
      'The council met on Tuesday and said the bridge stays shut.',
    ],
  )
  const bytes = pdfOf(...Array.from({ length: 200 }, () => lines))
  const own = await cpuOf(() => readPdfText(bytes))
  const bare = await cpuOf(async () => {
    const opening = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS })
    const document = await opening.promise
    for (let number = 1; number <= 200; number++)
      await (await document.getPage(number)).getTextContent()
    await opening.destroy()
  })
  console.log(
    `200 pages: ${own.toFixed(0)} ms of CPU time, ${(own / bare).toFixed(2)} times pdfjs alone`,
  )
  expect(own / bare).toBeLessThan(3)
})

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
