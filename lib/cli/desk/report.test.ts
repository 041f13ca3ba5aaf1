import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { findKnownReport } from '@/lib/db/report/find-report'
import { reportMarkdown } from '@/lib/reports/markdown/report'
import { unpackZip } from '@/lib/testing/evidence/unpack-zip'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { readPdf } from '@/lib/testing/read-pdf'
import { aCommandLine } from '@/lib/testing/run/command-line'

const { stet, at, variables } = aCommandLine()

describe('the report of an article from the command line', () => {
  let desk: Awaited<ReturnType<typeof aDesk>>
  beforeAll(async () => {
    desk = await aDesk()
  })
  const report = (...args: string[]) =>
    stet(['report', desk.place, '--as', desk.ines.email, ...args])

  test.each<[format: string, says: (file: string) => unknown]>([
    ['html', (file) => readFileSync(file, 'utf8')],
    ['md', (file) => readFileSync(file, 'utf8')],
    ['csv', (file) => readFileSync(file, 'utf8')],
    ['pdf', async (file) => (await readPdf(readFileSync(file))).words],
    ['docx', async (file) => String((await unpackZip(file)).get('document.xml'))],
    ['xlsx', async (file) => [...(await unpackZip(file)).values()].join()],
    ['json', async (file) => JSON.stringify(JSON.parse(readFileSync(file, 'utf8')).claims)],
    ['annotations', async (file) => JSON.stringify(JSON.parse(readFileSync(file, 'utf8')))],
  ])('is written as %s, for other programs to open', async (format, says) => {
    const file = at(`report.${format}`)
    expect(await report('--format', format, '-o', file)).toMatchObject({ status: 0, stderr: '' })
    expect(await says(file)).toContain('opened in 1932')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('is the page’s own, of that person, and says so to a program', async () => {
    const file = at('as-lena.md')
    const args = ['report', desk.place, '--format', 'md', '-o', file, '--json']
    const { stdout } = await stet([...args, '--as', desk.lena.email.toUpperCase()])
    expect(JSON.parse(stdout)).toMatchObject({ file, revision: 1, generatedBy: 'Lena' })
    const known = await findKnownReport(desk.lena, desk.slug)
    const written = readFileSync(file, 'utf8')
    const timeless = (text: string) => text.replace(/\d\d:\d\d(:\d\d(\.\d+)?)?|"signature".*/g, '')
    expect(timeless(written)).toBe(timeless(known ? reportMarkdown(known) : ''))
    expect(written).toContain('Lena')
  })

  test('goes to standard output, and then to nothing else', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [path.resolve('lib/cli/stet.mjs'), 'report', desk.slug].concat([
        '--as',
        desk.ines.email,
        '--format',
        'json',
        '-o',
        '-',
      ]),
      { encoding: 'utf8', env: { ...process.env, ...variables() } },
    )
    expect(status).toBe(0)
    expect(JSON.parse(stdout).article.slug).toBe(desk.slug)
  })

  test('is not written over something, nor of another text than was asked for', async () => {
    expect(await report('-o', at('once.html'))).toMatchObject({ status: 0 })
    expect(await report('-o', at('once.html'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('already'),
    })
    expect(await report('--revision', '1', '-o', at('first.html'))).toMatchObject({ status: 0 })
    expect(await report('--revision', '2', '-o', at('second.html'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('revision 1, not 2'),
    })
    expect(await report('-o', at('nowhere/x.html'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no folder'),
    })
  })

  test('shows nobody what they do not see in the browser', async () => {
    const stranger = await (await aNewsroom()).member('admin')
    for (const email of [stranger.email, desk.tom.email]) {
      expect(await stet(['report', desk.slug, '--as', email])).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/There is no article “.*” that .* sees/),
      })
    }
    expect(await stet(['report', desk.place, '--as', stranger.email])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no member of the newsroom'),
    })
  })

  test('waits for the second factor that the newsroom asks for', async () => {
    const strict = await aDesk()
    const { newsroomId: id } = strict.ines
    await db().newsroom.update({ where: { id }, data: { secondFactorRequired: true } })
    expect(await stet(['report', strict.place, '--as', strict.ines.email])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('second factor'),
    })
  })

  test('is asked for in a way that is understood', async () => {
    expect(await stet(['report', desk.place])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--as'),
    })
    expect(await report('--format', 'odt')).toMatchObject({ status: 2 })
    expect(await report('--revision', 'two')).toMatchObject({ status: 2 })
    expect(await report('-o', '-', '--json')).toMatchObject({ status: 2 })
  })
})

async function aDesk() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const lena = await newsroom.member('writer', 'Lena')
  const tom = await newsroom.member('writer', 'Tom')
  const article = await newsroom.article({ by: ines, writers: [lena] })
  await newsroom.claim(article, 'opened in 1932')
  return { ...{ ines, lena, tom }, slug: article.slug, place: `${newsroom.slug}/${article.slug}` }
}
