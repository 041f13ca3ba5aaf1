import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { Webhook as Verifier } from 'standardwebhooks'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { bringArticle } from '@/lib/commands/articles/articles'
import { allowHost } from '@/lib/commands/captures/allowed-hosts'
import {
  addWebhook,
  changeWebhook,
  removeWebhook,
  resendDelivery,
  rotateWebhookSecret,
  testWebhook,
} from '@/lib/commands/webhooks/webhooks'
import { db, transaction } from '@/lib/db/client'
import { listDeliveries } from '@/lib/db/newsroom/deliveries'
import { findWebhook } from '@/lib/db/newsroom/webhooks'
import { isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { serve } from '@/lib/testing/outside/serve'
import { deliverDue } from './deliver'

beforeAll(isolatedDatabase)

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', 'only for the tests of webhooks')
  vi.stubEnv('NEXTAUTH_URL', 'https://stet.example.org')
  return () => vi.unstubAllEnvs()
})

const [MINUTE, DAY] = [60_000, 86_400_000]

test('what was chosen is sent once it is on record, signed, with ids and no words', async () => {
  const receiver = await aReceiver()
  const { ada, hook, secret, run } = await aWebhook(receiver.port)
  const { articleId } = await bring(ada)
  await run()
  expect(receiver.got).toHaveLength(1)
  const [first] = receiver.got
  const payload = new Verifier(secret).verify(first?.body ?? '', headersOf(first))
  expect(payload).toMatchObject({
    ...{ type: 'article.brought', timestamp: expect.stringMatching(/Z$/) },
    data: {
      ...{ articleId, actorId: ada.userId, newsroom: ada.newsroomSlug },
      link: `https://stet.example.org/${ada.newsroomSlug}/log`,
    },
  })
  expect(first?.body).not.toMatch(/harbour|bridge/i)
  expect(await deliveriesOf(ada, hook)).toMatchObject([
    { state: 'delivered', attempts: 1, answers: [{ status: 200, body: 'Thank you' }] },
  ])
  await run()
  expect(receiver.got).toHaveLength(1)
})

test('what is undone, or was not chosen, is not sent', async () => {
  const { ada, hook } = await aWebhook(9)
  const undone = transaction(async () => {
    await bring(ada)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await allowHost(ada, { host: '10.0.0.9' })
  expect(await deliveriesOf(ada, hook)).toEqual([])
})

test('500 and then 200 arrives at the second try, with the same id', async () => {
  const receiver = await aReceiver((_, response, count) => {
    response.writeHead(count === 1 ? 500 : 200).end('So')
  })
  const { ada, hook, run } = await aWebhook(receiver.port)
  await bring(ada)
  await run()
  expect((await findWebhook(ada, hook))?.failingSince).not.toBeNull()
  await run()
  expect(receiver.got).toHaveLength(1)
  await run(10_000)
  expect(await deliveriesOf(ada, hook)).toMatchObject([
    { state: 'delivered', attempts: 2, answers: [{ status: 500 }, { status: 200 }] },
  ])
  expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect((await findWebhook(ada, hook))?.failingSince).toBeNull()
})

describe('an address that takes nothing', () => {
  test('is asked later and later for more than a day, then the delivery is given up', async () => {
    const receiver = await aReceiver((_, response) => response.writeHead(500).end())
    const { ada, hook, run } = await aWebhook(receiver.port)
    await bring(ada)
    const pauses: number[] = []
    let late = 0
    for (let attempt = 1; attempt <= 8; attempt++) {
      await run(late)
      const [one] = await deliveriesOf(ada, hook)
      const pause = (one?.nextAt.getTime() ?? 0) - Date.now() - late
      if (one?.state === 'waiting') pauses.push(Math.round(pause / 5_000) * 5)
      late += pause + 1_000
    }
    expect(pauses).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400])
    expect(await deliveriesOf(ada, hook)).toMatchObject([{ state: 'failed', attempts: 8 }])
    await resendDelivery(ada, { deliveryId: (await deliveriesOf(ada, hook))[0]?.id })
    await run(late)
    expect(receiver.got).toHaveLength(9)
  })

  test('is switched off after days, on record, and admins are told by mail', async () => {
    vi.stubEnv('STET_SMTP_URL', 'smtp://127.0.0.1:9')
    vi.stubEnv('STET_MAIL_FROM', 'desk@example.org')
    const receiver = await aReceiver((_, response) => response.writeHead(500).end())
    const { ada, hook, run } = await aWebhook(receiver.port)
    await bring(ada)
    await run()
    await run(5 * DAY + MINUTE)
    expect(await findWebhook(ada, hook)).toMatchObject({
      ...{ isOn: false, offReason: 'It took nothing for 5 days.' },
    })
    const mails = await db().job.findMany({ where: { newsroomId: ada.newsroomId } })
    expect(mails).toMatchObject([{ kind: 'send_mail', input: { letter: 'webhook-off' } }])
    await bring(ada)
    expect(await deliveriesOf(ada, hook)).toHaveLength(1)
    await expect(testWebhook(ada, { webhookId: hook })).rejects.toMatchObject({ reason: 'invalid' })
    await changeWebhook(ada, { webhookId: hook, url: receiver.url, events: 'article.*', isOn: 'y' })
    await testWebhook(ada, { webhookId: hook })
    expect(await findWebhook(ada, hook)).toMatchObject({ isOn: true, failingSince: null })
  })

  test('and says that it is gone is switched off at once', async () => {
    const receiver = await aReceiver((_, response) => response.writeHead(410).end())
    const { ada, hook, run } = await aWebhook(receiver.port)
    await bring(ada)
    await run()
    expect(await findWebhook(ada, hook)).toMatchObject({ isOn: false })
    expect(await deliveriesOf(ada, hook)).toMatchObject([{ state: 'failed' }])
  })

  test.each<[string, Answer, object]>([
    [
      'leads on elsewhere',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      { status: 302 },
    ],
    [
      'drops',
      (request) => request.socket.destroy(),
      { status: null, says: /broke the connection/ },
    ],
    [
      'says more than anybody reads',
      (_, response) => response.writeHead(500).end('x'.repeat(100_000)),
      { status: 500, body: /^x{2048}$/ },
    ],
  ])('because it %s, says so', async (_what, answer, told) => {
    const receiver = await aReceiver(answer)
    const { ada, hook, run } = await aWebhook(receiver.port)
    await bring(ada)
    await run()
    const [delivery] = await deliveriesOf(ada, hook)
    expect(delivery?.state).toBe('waiting')
    const matching = Object.entries(told).map(([name, value]) => [
      name,
      value instanceof RegExp ? expect.stringMatching(value) : value,
    ])
    expect(delivery?.answers[0]).toMatchObject(Object.fromEntries(matching))
  })

  test('because it hangs is left after 15 seconds, and holds up no other', async () => {
    const [hanging, receiver] = [await aReceiver(() => undefined), await aReceiver()]
    const { ada, hook, run } = await aWebhook(hanging.port)
    await allowHost(ada, { host: '127.0.0.1', port: `${receiver.port}` })
    const other = await addWebhook(ada, { url: receiver.url, events: 'article.*' })
    await bring(ada)
    const begun = Date.now()
    const left = run()
    await deliverDue(other.webhookId, { stopping: never() })
    expect(receiver.got).toHaveLength(1)
    expect(Date.now() - begun).toBeLessThan(5_000)
    await left
    const [delivery] = await deliveriesOf(ada, hook)
    expect(delivery?.answers[0]).toMatchObject({
      status: null,
      says: expect.stringMatching(/15 s/),
    })
  }, 40_000)

  test('because it is in a private network that no admin named is not asked', async () => {
    const receiver = await aReceiver()
    const { ada, hook, run } = await aWebhook(receiver.port, { isAllowed: false })
    await bring(ada)
    await run()
    expect(receiver.got).toEqual([])
    expect((await deliveriesOf(ada, hook))[0]?.answers[0]?.says).toMatch(/private network|port/)
  })
})

test('a process that ends while it sends has it sent again, and loses nothing', async () => {
  const receiver = await aReceiver()
  const { ada, hook, run } = await aWebhook(receiver.port)
  await bring(ada)
  const stopping = new AbortController()
  const sending = deliverDue(hook, { stopping: stopping.signal })
  stopping.abort(new Error('the process stops'))
  await sending.catch(() => undefined)
  await run()
  expect(await deliveriesOf(ada, hook)).toMatchObject([{ state: 'delivered' }])
  expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
})

test('a new secret signs at once, and the old one besides for a day', async () => {
  const receiver = await aReceiver()
  const { ada, hook, secret, run } = await aWebhook(receiver.port)
  const { secret: next } = await rotateWebhookSecret(ada, { webhookId: hook })
  await testWebhook(ada, { webhookId: hook })
  await run()
  const [both] = receiver.got
  for (const one of [secret, next]) new Verifier(one).verify(both?.body ?? '', headersOf(both))
  await db().webhook.update({ where: { id: hook }, data: { oldUntil: new Date(Date.now() - 1) } })
  await testWebhook(ada, { webhookId: hook })
  await run()
  const last = receiver.got.at(-1)
  new Verifier(next).verify(last?.body ?? '', headersOf(last))
  expect(() => new Verifier(secret).verify(last?.body ?? '', headersOf(last))).toThrow()
  expect(JSON.stringify(await db().webhook.findMany())).not.toContain(next)
})

test('what is bad is named, and what is removed is told nothing', async () => {
  const { ada, hook } = await aWebhook(9)
  for (const [fields, field] of [
    [{ url: 'ftp://example.org', events: 'article.*' }, 'url'],
    [{ url: 'https://a:b@example.org', events: 'article.*' }, 'url'],
    [{ url: '', events: 'article.*' }, 'url'],
    [{ url: 'https://example.org', events: [] }, 'events'],
    [{ url: 'https://example.org', events: 'article.eaten' }, 'events'],
  ] as const) {
    await expect(addWebhook(ada, fields)).rejects.toMatchObject({
      fields: { [field]: expect.any(String) },
    })
  }
  await removeWebhook(ada, { webhookId: hook })
  await bring(ada)
  expect(await deliveriesOf(ada, hook)).toEqual([])
})

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => unknown

/** Somebody else’s server on this machine, and what it got. */
async function aReceiver(
  answer: Answer = (_, response) => response.writeHead(200).end('Thank you'),
) {
  const got: { headers: IncomingMessage['headers']; body: string }[] = []
  const { port } = await serve(async (request, response) => {
    got.push({ headers: request.headers, body: await text(request) })
    answer(request, response, got.length)
  })
  return { got, port, url: `http://127.0.0.1:${port}/stet` }
}

async function aWebhook(port: number, { isAllowed = true } = {}) {
  const ada = await (await aNewsroom()).member('admin', 'Ada')
  if (isAllowed) await allowHost(ada, { host: '127.0.0.1', port: `${port}` })
  const url = `http://127.0.0.1:${port}/stet`
  const { webhookId: hook, secret } = await addWebhook(ada, { url, events: ['article.*'] })
  /** Does what is due so many milliseconds from now. */
  const run = (late = 0) =>
    deliverDue(hook, { stopping: never(), now: () => new Date(Date.now() + late) })
  return { ada, hook, secret, run }
}

type Ada = Awaited<ReturnType<typeof aWebhook>>['ada']

const bring = (ada: Ada) =>
  bringArticle(ada, {
    headline: 'The harbour',
    blocks: [{ kind: 'paragraph', text: 'The bridge opened in 1932.', marks: [] }],
  })

const deliveriesOf = async (ada: Ada, webhookId: string) =>
  (await listDeliveries(ada, { webhookId })).deliveries

const headersOf = (got: { headers: IncomingMessage['headers'] } | undefined) =>
  (got?.headers ?? {}) as Record<string, string>

const never = () => new AbortController().signal
