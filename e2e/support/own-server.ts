import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { expect } from '@playwright/test'
import { freePort } from '@/lib/server/os/port'

/** The built app once more, for a story that does to its database what others must not feel. */
export async function startApp(
  databaseUrl: string,
  variables: Record<string, string> = {},
): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const app = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-p', String(port)],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
        MIGRATION_DATABASE_URL: '',
        NEXTAUTH_URL: url,
        ...variables,
      },
      stdio: 'ignore',
    },
  )
  const answers = () =>
    fetch(`${url}/up`).then(
      ({ ok }) => ok,
      () => false,
    )
  await expect.poll(answers, { timeout: 30_000 }).toBe(true)
  return {
    url,
    async stop() {
      app.kill('SIGKILL')
      await once(app, 'exit')
    },
  }
}

/** A line to the database that can be cut and mended. */
export async function aLineTo(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const open = new Set<Socket>()
  let cut = false
  const line = createServer((near) => {
    if (cut) return void near.destroy()
    const far = connect(Number(target.port), target.hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      socket.pipe(other)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
  })
  const port = await freePort()
  line.listen(port, '127.0.0.1')
  await once(line, 'listening')
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${port}`

  return {
    url: url.href,
    cut() {
      cut = true
      for (const socket of open) socket.destroy()
    },
    mend() {
      cut = false
    },
    close() {
      line.close()
      for (const socket of open) socket.destroy()
    },
  }
}
