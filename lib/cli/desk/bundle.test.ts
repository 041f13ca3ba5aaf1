import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { makeBundle as askForBundle } from '@/lib/commands/report/bundles'
import { findArticle } from '@/lib/db/articles/articles'
import { listAuditEntries } from '@/lib/db/audit/log'
import { findJob } from '@/lib/db/jobs/jobs'
import { listBundles } from '@/lib/db/report/bundles'
import { startWork } from '@/lib/jobs/work'
import { databaseUrls } from '@/lib/testing/database/isolated-database'
import { sha256 } from '@/lib/testing/evidence/data-folder'
import { unpackZip } from '@/lib/testing/evidence/unpack-zip'
import { keptFile } from '@/lib/testing/fixtures/kept-captures'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { aCommandLine } from '@/lib/testing/run/command-line'

const { stet, at, variables } = aCommandLine()
const LEDGER = 'The harbour ledger, page 4'

describe('an evidence bundle from the command line', () => {
  let desk: Awaited<ReturnType<typeof aDesk>>
  beforeAll(async () => {
    desk = await aDesk()
  })
  const bundle = (email: string, ...args: string[]) =>
    stet(['bundle', desk.place, '--as', email, ...args])

  test('is made whole, put with that person’s bundles, and verified without a database', async () => {
    const file = at('bridge.zip')
    const { status, stdout } = await bundle(desk.ines.email, '-o', file, '--json')
    expect(status).toBe(0)
    const made = JSON.parse(stdout)
    expect(made).toMatchObject({ file, revision: 1, hasLog: true, leftOut: [] })
    expect(made.sha256).toBe(sha256(readFileSync(file)))
    const files = await unpackZip(file)
    const kept = [...files].find(([name]) => name.endsWith('/ledger.txt'))
    expect(kept?.[1].toString()).toBe(LEDGER)

    const article = await findArticle(desk.ines, { slug: desk.slug })
    const listed = article && (await listBundles(desk.ines, article))
    expect(listed).toMatchObject([{ sha256: made.sha256 }])
    const types = (await listAuditEntries(desk.ines)).map(({ type }) => type)
    expect(types.slice(-2)).toEqual(['job.asked', 'bundle.made'])

    const nowhere = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }
    const verified = await stet(['verify', file], nowhere)
    expect(verified).toMatchObject({ status: 0, stdout: expect.stringMatching(/WHOLE\. /) })

    const unnamed = at('bundle-without-ending')
    writeFileSync(unnamed, readFileSync(file))
    expect(await stet(['verify', unnamed], nowhere)).toMatchObject({ status: 0 })

    const altered = readFileSync(file)
    altered.write('X', altered.indexOf(LEDGER))
    writeFileSync(at('altered.zip'), altered)
    const refused = await stet(['verify', at('altered.zip'), '--json'], nowhere)
    expect(refused.status).toBe(1)
    expect(JSON.parse(refused.stdout)).toMatchObject({
      isWhole: false,
      said: expect.stringContaining('ledger.txt'),
    })
  })

  test('of a writer holds no log, and says so', async () => {
    const file = at('lena.zip')
    expect(await bundle(desk.lena.email, '-o', file)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('without the log, which Lena may not read'),
    })
    expect([...(await unpackZip(file)).keys()]).not.toContain('data/log.jsonl')
  })

  test('is left to the process that does jobs, where one runs', async () => {
    vi.stubEnv('STET_DATA', at('data'))
    const working = await startWork(databaseUrls().app)
    try {
      expect(await bundle(desk.tom.email, '-o', at('tom.zip'))).toMatchObject({ status: 0 })
    } finally {
      await working.stop()
      vi.unstubAllEnvs()
    }
    expect(existsSync(at('tom.zip'))).toBe(true)
  })

  test('is not made for nothing: where something is, or where it is being made already', async () => {
    const { length } = await listAuditEntries(desk.ines)
    writeFileSync(at('there.zip'), '')
    expect(await bundle(desk.ines.email, '-o', at('there.zip'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('already'),
    })
    expect(await bundle(desk.ines.email, '-o', at('no/folder.zip'))).toMatchObject({ status: 1 })
    expect(await listAuditEntries(desk.ines)).toHaveLength(length)

    const other = await aDesk()
    await askForBundle(other.ines, { articleId: other.articleId })
    const again = await stet(['bundle', other.place, '--as', other.ines.email])
    expect(again).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('being made for you already'),
    })
  })

  test('is called off by Ctrl-C, and leaves nothing', async () => {
    const slow = await aDesk('x'.repeat(60_000_000))
    const file = at('slow.zip')
    const running = spawn(
      process.execPath,
      [path.resolve('lib/cli/stet.mjs'), 'bundle', slow.place, '--as', slow.ines.email, '-o', file],
      { env: { ...process.env, ...variables() } },
    )
    let said = ''
    running.stderr.on('data', (some) => {
      said += some
    })
    const jobId = await vi.waitFor(
      async () => {
        const asked = (await listAuditEntries(slow.ines)).at(-1)
        if (asked?.type !== 'job.asked') throw new Error('not asked yet')
        return String(Reflect.get(Object(asked.data), 'jobId'))
      },
      { timeout: 60_000 },
    )
    running.kill('SIGINT')
    const [code] = await once(running, 'exit')
    expect({ code, said }).toEqual({ code: 1, said: 'It was called off.\n' })
    expect(await findJob(slow.ines, jobId)).toMatchObject({ state: 'cancelled' })
    expect(existsSync(file)).toBe(false)
  })
})

async function aDesk(content = LEDGER) {
  vi.stubEnv('STET_DATA', at('data'))
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const lena = await newsroom.member('writer', 'Lena')
  const tom = await newsroom.member('checker', 'Tom')
  const { articleId, ...article } = await newsroom.article({
    by: ines,
    writers: [lena],
    checkers: [tom],
  })
  const claim = await newsroom.claim({ ...article, articleId }, 'opened in 1932')
  const { sourceId } = await newsroom.evidence(claim)
  await keptFile(ines, sourceId, { name: 'ledger.txt', content })
  vi.unstubAllEnvs()
  const place = `${newsroom.slug}/${article.slug}`
  return { ...{ ines, lena, tom, articleId, place }, slug: article.slug }
}
