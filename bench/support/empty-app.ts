import { fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { NEXT } from '@/lib/server/launch/build'
import { runNode } from '@/lib/server/os/child-process'
import { onStop } from '@/lib/server/os/on-exit'
import { freePort } from '@/lib/server/os/port'

/** A page with nothing on it, built with the same Next and React: the yardstick for what a page sends. */
export async function buildEmptyApp(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = path.resolve('bench/.empty-app')
  mkdirSync(path.join(folder, 'app'), { recursive: true })
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text)

  const built = await runNode([NEXT, 'build', folder])
  if (!built.ok) throw new Error(`the empty page cannot be built:\n${built.output}`)
  const port = await freePort()
  const server = fork(NEXT, ['start', folder, '-p', `${port}`], { stdio: 'ignore' })
  const stop = async () => {
    server.kill()
  }
  onStop(stop)
  const url = `http://localhost:${port}/`
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { url, stop }
    await delay(200)
  }
  throw new Error('the empty page does not answer')
}

const FILES = {
  'package.json': '{ "private": true, "type": "module" }\n',
  'next.config.js': 'export default {}\n',
  'app/layout.jsx':
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n',
  'app/page.jsx': 'export default function Page() {\n  return <p>empty</p>\n}\n',
}
