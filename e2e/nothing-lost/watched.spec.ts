import { makeDatabase } from '@/lib/testing/database/isolated-database'
import { expect, test } from '../support/fixtures'
import { aLineTo, startApp } from '../support/own-server'

const TOKEN = 'a-token-of-sixteen-characters'

test('whoever watches over an installation is told how it stands, and nothing of anybody', async ({
  request,
}) => {
  test.slow()
  const database = await makeDatabase(`watched-${crypto.randomUUID()}`)
  const line = await aLineTo(database.app)
  const app = await startApp(line.url, { STET_METRICS_TOKEN: TOKEN, STET_SCHEMA: '0001_' })
  try {
    const ask = (path: string, token = '') =>
      request.get(`${app.url}${path}`, { headers: { authorization: `Bearer ${token}` } })
    const ready = async () => (await ask('/api/ready')).json()

    expect(await (await ask('/api/health')).json()).toEqual({ status: 'ok' })
    // A process that has just begun may need longer for its first connection than it is waited for.
    await expect.poll(ready).toEqual({
      ...{ status: 'ready', database: 'answers', schema: 'current', jobs: 'not running' },
    })
    const missing = await ask('/refused/nowhere')
    expect(missing.status()).toBe(404)
    expect(missing.headers()['x-request-id']).toMatch(/^[\da-f-]{36}$/)

    expect((await ask('/api/metrics')).status()).toBe(401)
    expect((await ask('/api/metrics', 'another-token-of-theirs')).status()).toBe(401)
    const told = await (await ask('/api/metrics', TOKEN)).text()
    expect(told).toMatch(/^http_request_duration_seconds_count\{method="GET",status="4xx"\} [1-9]/m)
    expect(told).toMatch(/^stet_database_connections\{state="open"\} [1-9]/m)
    expect(told).toMatch(/^stet_jobs\{state="waiting"\} 0$/m)
    expect(told).toMatch(/^stet_event_streams 0$/m)
    expect(told).not.toContain('nowhere')

    line.cut()
    const away = await ask('/api/ready')
    expect(away.status()).toBe(503)
    expect(await away.json()).toMatchObject({ status: 'not ready', database: 'away' })
    expect((await ask('/api/health')).status()).toBe(200)
    expect((await ask('/api/metrics', TOKEN)).status()).toBe(200)
    line.mend()
    await expect.poll(ready).toMatchObject({ status: 'ready' })
  } finally {
    await app.stop()
    line.close()
  }

  const older = await startApp(database.app, { STET_SCHEMA: '9999_of_a_newer_version' })
  try {
    const ask = () => request.get(`${older.url}/api/ready`)
    await expect
      .poll(async () => (await ask()).json())
      .toMatchObject({ database: 'answers', schema: 'older' })
    expect((await ask()).status()).toBe(503)
    expect((await request.get(`${older.url}/api/metrics`)).status()).toBe(404)
  } finally {
    await older.stop()
  }
})
