import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Actor } from '@/lib/domain/policy'
import { startWebServer } from '@/lib/server/launch/web-server'
import type { Variables } from '@/lib/server/os/child-process'
import { onStop } from '@/lib/server/os/on-exit'
import { freePort } from '@/lib/server/os/port'
import { makeDatabase } from '@/lib/testing/database/isolated-database'
import { cookieOf } from './support/cookie'
import { line, median, ratio } from './support/print-measure'

const ARTICLES = Number(process.env.BENCH_ARTICLES ?? 5_000)

/** How many there are in the newsroom against which it is measured. */
const FEW = 20

/** Which pages are asked for, where not all are: part of an address, as in `BENCH_PAGES=view=board`. */
const ONLY = process.env.BENCH_PAGES ?? ''

const ROUNDS = 14

/** The first rounds warm the servers up. */
const WARMING = 4

/** A page that takes longer than this, in milliseconds, is asked for once. */
const TOO_LONG = 3_000

/** What is sent of one page at most, in bytes. */
const MOST_BYTES = 500_000

const ROLES = ['editor', 'checker', 'writer'] as const
type People = Record<(typeof ROLES)[number], Actor>

/** Pages and data that are asked for, as far as a role may; `{article}` is the demo's article, which stands in both newsrooms. */
const PAGES = [
  '/articles',
  '/articles?q=s-400',
  '/articles?q=harbour+00017',
  '/articles?state=in_check',
  '/articles?state=published&sort=newest',
  '/articles?mine=1',
  '/articles?person=large-user-7',
  '/articles?deadline=none',
  '/articles?deadline=2023-11-12',
  '/articles?group=deadline',
  '/articles?sort=changed',
  '/articles?sort=headline',
  '/articles?archived=1',
  '/articles?view=board',
  '/articles?view=board&mine=1',
  '/articles?view=calendar&month=2023-11',
  '/sources',
  '/sources?q=statement',
  '{source}',
  '/figures',
  '/figures?period=year',
  '/people',
  '/log',
  '/account',
  '/articles/new',
  '{article}',
  '{article}/desk',
  '{article}/claims',
  '{article}/claims/1',
  '{article}/details',
  '{article}/history',
  '{article}/queries',
  '{article}/sign-off',
  '{article}/report',
  '{article}/report/json',
  '{article}/revise',
  '/source-choices?article=none',
  '/source-choices?q=statement',
]

/** What waits for somebody: as it is known since the last change, and read anew, from a place before all others. */
const WAITING = ['', '?after=1_1_0', '?only=answer']

const isWanted = (page: string) => page.includes(ONLY)

/** As measured before pages were made of a bounded part of the newsroom: the ratio and the bytes. */
const BEFORE: Record<string, string> = {
  '/articles': '36 times, 5.2 MB',
  '/sources': '1,600 times, 390 MB',
  '/sources?q=statement': '24 s',
  '/source-choices?article=none': '2.9 MB',
  '/log': '43 times',
}

interface Installation {
  base: string
  pid: number | undefined
  newsroom: string
  article: string
  source: string
  cookies: Record<keyof People, string>
}

/**
 * Every page of a newsroom with thousands of articles against the same page of one with a few, turn by turn, each
 * newsroom on a server and a database of its own; and the memory of the server while it makes them.
 */
export async function measurePages(env: Variables, folder: string) {
  const demo = await install({ name: 'bench_few', articles: FEW, env, folder })
  const large = await install({ name: 'bench_large', articles: ARTICLES, env, folder })
  line(`A newsroom of ${ARTICLES} articles against one of ${FEW}, page by page (medians)`)
  for (const role of ROLES) {
    for (const page of [...WAITING, ...PAGES].filter(isWanted))
      await measurePage(page, role, { demo, large })
  }
  if (ONLY) return
  for (const page of ['/log/verification', '/log/export']) await measureWholeLog(page, large)
}

async function measurePage(
  page: string,
  role: keyof People,
  { demo, large }: { demo: Installation; large: Installation },
): Promise<void> {
  const times = { demo: [] as number[], large: [] as number[] }
  resetPeak(large.pid)
  const before = memory(large.pid)
  let bytes = 0
  for (let round = 0; round < ROUNDS; round++) {
    const small = await ask(demo, page, role)
    if (small.status === 404) return
    const big = await ask(large, page, role)
    if (big.status !== small.status)
      throw new Error(`${page} answered ${big.status} and ${small.status}`)
    bytes = big.bytes
    if (round < WARMING && big.ms < TOO_LONG) continue
    times.demo.push(small.ms)
    times.large.push(big.ms)
    if (big.ms > TOO_LONG) break
  }
  const [ours, yardstick] = [median(times.large), median(times.demo)]
  const grown = memory(large.pid, 'VmHWM') - before
  const what = `${page || '(first page)'} of the ${role}`
  const was = BEFORE[page] ? `; before: ${BEFORE[page]}` : ''
  line(
    `${what}: ${ours.toFixed(1)} ms against ${yardstick.toFixed(1)}, ${(bytes / 1000).toFixed(0)} kB, memory +${grown.toFixed(0)} MiB${was}`,
  )
  ratio(`Time of ${what}`, ours / yardstick, { most: 2 })
  if (bytes > MOST_BYTES)
    ratio(`Bytes of ${what}, in kB`, bytes / 1000, { most: MOST_BYTES / 1000 })
}

/** What goes through the whole log: how long it takes, and that the memory does not grow with it. */
async function measureWholeLog(page: string, large: Installation): Promise<void> {
  resetPeak(large.pid)
  const before = memory(large.pid)
  const { ms, bytes } = await ask(large, page, 'editor')
  const grown = memory(large.pid, 'VmHWM') - before
  line(`${page}: ${(ms / 1000).toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB`)
  ratio(`Memory that the server takes for ${page}, in MiB`, grown, { most: 150 })
}

async function ask(
  { base, newsroom, article, source, cookies }: Installation,
  page: string,
  role: keyof People,
) {
  const url = `${base}/${newsroom}${page
    .replace('{article}', `/articles/${article}`)
    .replace('{source}', `/sources/${source}`)}`
  const start = performance.now()
  const answer = await fetch(url, {
    headers: { cookie: cookies[role], 'accept-encoding': 'identity' },
    redirect: 'manual',
  })
  const { byteLength } = await answer.arrayBuffer()
  return { ms: performance.now() - start, bytes: byteLength, status: answer.status }
}

async function install({
  name,
  articles,
  env,
  folder,
}: {
  name: string
  articles: number
  env: Variables
  folder: string
}): Promise<Installation> {
  const { app, owner } = await makeDatabase(name)
  const { people, ...places } = await furnish({ app, owner, articles })
  const port = await freePort()
  const base = `http://localhost:${port}`
  const web = await startWebServer(
    {
      command: 'start',
      host: 'localhost',
      port,
      env: { ...env, DATABASE_URL: app, NEXTAUTH_URL: base },
      log: path.join(folder, `${name}.log`),
    },
    (server) => onStop(server.stop),
  )
  const cookies = {
    editor: await cookieOf(people.editor),
    checker: await cookieOf(people.checker),
    writer: await cookieOf(people.writer),
  }
  return { base, pid: web.pid, ...places, cookies }
}

/** Puts the demo's articles into a newsroom, and then as many more as are asked for. */
async function furnish({ app, owner, articles }: { app: string; owner: string; articles: number }) {
  const { db, disconnect } = await import('@/lib/db/client')
  await disconnect()
  const shared = process.env.DATABASE_URL
  process.env.DATABASE_URL = app
  const { aNewsroom } = await import('@/lib/testing/fixtures/newsroom')
  const { fillNewsroom } = await import('@/lib/testing/fixtures/large-newsroom')
  const { bringDemoArticle, bringNote } = await import('@/prisma/demo/articles')
  const newsroom = await aNewsroom()
  const people: People = {
    editor: await newsroom.member('admin', 'Ines'),
    checker: await newsroom.member('checker', 'Theo'),
    writer: await newsroom.member('writer', 'Mara'),
  }
  await bringNote(people)
  await bringDemoArticle(people)
  const { newsroomId } = people.editor
  const where = { newsroomId }
  const { slug: article } = await db().article.findFirstOrThrow({
    where,
    orderBy: { claimCount: 'desc' },
  })
  const { id: source } = await db().source.findFirstOrThrow({ where, orderBy: { addedAt: 'asc' } })
  if (articles > 0) {
    const { editor, checker, writer } = people
    const start = performance.now()
    const by = { editor: editor.userId, checker: checker.userId, writer: writer.userId }
    await fillNewsroom(owner, { newsroomId, articles, people: by })
    line(`Filled in ${((performance.now() - start) / 1000).toFixed(0)} s`)
  }
  await disconnect()
  process.env.DATABASE_URL = shared
  return { newsroom: newsroom.slug, article, source, people }
}

/** In mebibytes, as the kernel counts it; Linux only. */
function memory(pid: number | undefined, what = 'VmRSS'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(status.match(new RegExp(`${what}:\\s+(\\d+)`))?.[1]) / 1024
}

/** Lets the kernel count the most memory anew. */
function resetPeak(pid: number | undefined): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}
