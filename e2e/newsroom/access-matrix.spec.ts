import { readFileSync } from 'node:fs'
import { encode } from 'next-auth/jwt'
import { db } from '@/lib/db/client'
import { aScene, type Person as Reader, type Scene } from '@/lib/testing/fixtures/scene'
import { expect, test } from '../support/fixtures'

/** Every address that the build answers, as it lists them itself: one that is new is here by itself. */
const MANIFEST: Record<string, string> = JSON.parse(
  readFileSync('.next/app-path-routes-manifest.json', 'utf8'),
)
const ROUTES = Object.values(MANIFEST)
const DATA = new Set(
  Object.entries(MANIFEST).flatMap(([file, route]) => (file.endsWith('/route') ? [route] : [])),
)
const INSIDE = ROUTES.filter((route) => route.startsWith('/[newsroom]'))

/** What stands before anybody has logged in, or asks for something else: a token, the secret of a link. */
const OUTSIDE = [
  ...[
    '/',
    '/log-in',
    '/log-in/openid',
    '/log-in/openid/answer',
    '/forgotten-password',
    '/set-up',
    '/up',
    '/refused/[status]',
  ],
  ...['/invitation/[token]', '/new-password', '/new-password/[token]'],
  ...['/api/auth/[...nextauth]', '/api/health', '/api/ready', '/api/metrics', '/api/report-style'],
  ...['/api/v1', '/api/v1/[...operation]', '/api/v1/openapi.json'],
  ...['/pdf-data/[kind]/[name]', '/schemas/[name]', '/.well-known/stet-signing-key.pem'],
  ...['/favicon.ico', '/icon.svg', '/_not-found', '/_global-error'],
]

/** What the newsroom and its article are called. */
const SECRETS = ['The Gazette Next Door', 'The minister owns the quarry'] as const

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const

test('every address is either named as open to strangers or in a newsroom', () => {
  expect(INSIDE.length).toBeGreaterThan(70)
  expect(ROUTES.filter((route) => !INSIDE.includes(route)).sort()).toEqual([...OUTSIDE].sort())
})

test('no address tells anybody of another newsroom anything, or changes anything in it', async ({
  baseURL,
}) => {
  test.slow()
  const [ours, theirs] = [await aScene(), await aScene()]
  await db().newsroom.update({ where: { slug: theirs.newsroom.slug }, data: { name: SECRETS[0] } })
  const { slug } = await db().article.update({
    where: { id: theirs.article.articleId },
    data: { slug: 'quarry', headline: SECRETS[1] },
  })
  const there = fill({ ...theirs, article: { ...theirs.article, slug } })
  // Their things under our newsroom's address.
  const mixed = fill({ ...theirs, article: { ...theirs.article, slug }, newsroom: ours.newsroom })
  const shown: string[] = []
  for (const reader of [null, 'admin', 'writer', 'auditor'] as const) {
    const ask = asking(baseURL ?? '', reader && (await cookieOf(ours.people[reader])))
    for (const route of INSIDE) {
      const paths = OF_THEIRS.test(route) ? [there(route), mixed(route)] : [there(route)]
      for (const path of paths) {
        const { status, to, text } = await ask('GET', path)
        if (!isNothing(status, to)) shown.push(`${reader} GET ${path}: ${status} ${to}`)
        const told = SECRETS.filter((secret) => text.includes(secret))
        if (told.length > 0) shown.push(`${reader} GET ${path} tells ${told}`)
      }
      for (const method of isData(route) ? METHODS : []) {
        const { status, to } = await ask(method, there(route))
        if (status < 400 && !isNothing(status, to)) shown.push(`${reader} ${method} ${route}`)
      }
    }
  }
  expect(shown).toEqual([])
  // Every change is an entry of the log; jobs of theirs go on meanwhile.
  const people = Object.values(ours.people).map(({ userId }) => userId)
  const where = { newsroom: { slug: theirs.newsroom.slug }, actorId: { in: people } }
  expect(await db().auditEvent.count({ where })).toBe(0)
})

test('in a newsroom, each address opens to those whose work it is', async ({ baseURL }) => {
  test.slow()
  const scene = await aScene()
  const place = fill(scene)
  const opens: Record<string, string> = {}
  for (const route of INSIDE) opens[route.replace('/[newsroom]', '')] = ''
  for (const [letter, reader] of Object.entries(LETTERS)) {
    const ask = asking(baseURL ?? '', await cookieOf(scene.people[reader]))
    for (const route of INSIDE) {
      const { status } = await ask('GET', place(route))
      if (![401, 403, 404, 405].includes(status)) opens[route.replace('/[newsroom]', '')] += letter
    }
  }
  expect(opens).toEqual(OPENS)
})

/** Capitals are on the article, small letters are not. */
const LETTERS: Record<string, Reader> = {
  ...{ A: 'admin', E: 'editor', C: 'checker', W: 'writer', U: 'auditor' },
  ...{ c: 'another checker', w: 'another writer' },
}

/** A route that only takes what is sent, or of which there is nothing in this newsroom. */
const NOBODY = ''

const OF_ARTICLE: Record<string, string> = {
  ...{ '': 'AECWU', '/history': 'AECWU', '/queries': 'AECWU', '/sign-off': 'AECWU' },
  ...{ '/report': 'AECWU', '/report/[format]': 'AECWU', '/report/body': 'AECWU', '/word': 'AECWU' },
  ...{
    '/compare': 'AECWU',
    '/corrections': 'AECWU',
    '/contradictions': 'AECWU',
    '/pages': 'AECWU',
  },
  ...{ '/revisions/[number]': 'AECWU', '/annotations': 'AECWU', '/contradictions/open': 'AECWU' },
  ...{ '/desk': 'AECWU', '/differences': 'AECWU', '/earlier': 'AECWU', '/claims': 'AECWU' },
  ...{ '/claims/[number]': 'AECWU', '/claims/[number]/earlier': 'AECWU' },
  ...{ '/revise': 'AECW', '/notes': 'AEC', '/bring-annotations': 'AEC', '/bring-checks': 'AEC' },
  ...{ '/details': 'AE', '/apply': 'AE', '/correct': 'AE', '/readers-box': 'AE' },
  '/claim-reviews': 'AE',
  ...{ '/bundles/[job]': NOBODY, '/claim-reviews/[number]': NOBODY },
  '/readers-box/[format]': NOBODY,
}

const OPENS: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(OF_ARTICLE).map(([path, who]) => [`/articles/[article]${path}`, who]),
  ),
  ...{ '': 'AECWUcw', '/account': 'AECWUcw', '/second-factor': 'AECWUcw', '/search': 'AECWUcw' },
  ...{ '/articles': 'AECWUcw', '/articles/new': 'AECWcw', '/questions': 'AECWUcw' },
  ...{ '/sources': 'AECWUcw', '/sources/[source]': 'AECWUc', '/captures/[capture]': 'AECWUc' },
  ...{ '/captures/[capture]/files/[role]': 'AECWUc', '/published-checks': 'AECWUcw' },
  ...{ '/captures/[capture]/time-stamps/[stamp]': NOBODY },
  '/captures/[capture]/time-stamps/[stamp]/certificates': NOBODY,
  '/captures/[capture]/time-stamps/[stamp]/verification': NOBODY,
  ...{ '/ledger': 'AECWUcw', '/ledger/[fact]': 'AECWUcw', '/ledger/export': 'AECWUcw' },
  ...{ '/ledger/import': 'AE', '/figures': 'AECWUcw', '/figures/[figure]': NOBODY },
  ...{ '/log': 'AEU', '/log/export': 'AEU', '/log/verification': 'AEU' },
  ...{ '/people': 'A', '/settings': 'A', '/settings/webhooks': 'A', '/jobs': 'A' },
  '/settings/webhooks/[webhook]': 'A',
  ...{ '/live': 'AECWUcw', '/live/presence': NOBODY, '/waiting/read': NOBODY },
  ...{ '/article-choices': 'AECWUcw', '/source-choices': 'AECWUcw', '/items': 'AECWUcw' },
  ...{ '/job-states': 'AECWUcw', '/proposal-answers': 'AECWUcw', '/demo-draft': NOBODY },
  ...{ '/files': NOBODY, '/files/[upload]': NOBODY, '/files/check': NOBODY },
  ...{ '/documents/[arrival]': NOBODY, '/sheets': NOBODY },
}

/** Routes that name something of a newsroom's. */
const OF_THEIRS = /\[(?:article|source|capture|fact|webhook|arrival)\]/

/** Whether it answers data, not a page: forms of pages are tried by what they send. */
const isData = (route: string) => DATA.has(route)

/** Nothing, or the way to the log-in, or back to what is one's own. */
const isNothing = (status: number, to: string) =>
  [401, 403, 404, 405].includes(status) || (status === 307 && /^\/log-in|\/webhooks$/.test(to))

type Things = Pick<
  Scene,
  'sourceId' | 'captureId' | 'stampId' | 'factId' | 'webhookId' | 'jobId' | 'arrivalId'
> & { newsroom: { slug: string }; article: { slug: string } }

/** The paths of addresses with these things in them. */
function fill({ newsroom, article, sourceId, captureId, stampId, ...ids }: Things) {
  const values: Record<string, string> = {
    ...{ newsroom: newsroom.slug, article: article.slug, source: sourceId, capture: captureId },
    ...{ stamp: stampId, fact: ids.factId, webhook: ids.webhookId },
    ...{ job: ids.jobId, arrival: ids.arrivalId },
    ...{ number: '1', format: 'json', role: 'original', figure: 'states.csv' },
    upload: crypto.randomUUID(),
  }
  return (route: string) =>
    route.replace(/\[(\w+)\]/g, (_, name: string) => {
      const value = values[name]
      if (!value) throw new Error(`say what stands for [${name}] in ${route}`)
      return value
    })
}

interface Answer {
  status: number
  /** The path to which it leads; empty where it leads nowhere. */
  to: string
  text: string
}

function asking(base: string, cookie: string | null) {
  return async (method: string, path: string): Promise<Answer> => {
    const answer = await fetch(base + path, {
      ...{ method, redirect: 'manual', signal: AbortSignal.timeout(20_000) },
      headers: { origin: base, ...(cookie && { cookie }) },
      ...(method !== 'GET' && { body: '{}' }),
    })
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream')
    const text = isStream ? '' : await answer.text()
    if (isStream) await answer.body?.cancel()
    const to = answer.headers.get('location')
    return { status: answer.status, to: to ? new URL(to, base).pathname : '', text }
  }
}

async function cookieOf({ userId, sessionId }: { userId: string; sessionId: string }) {
  const secret = process.env.NEXTAUTH_SECRET ?? ''
  return `next-auth.session-token=${await encode({ token: { sub: userId, sessionId }, secret })}`
}
