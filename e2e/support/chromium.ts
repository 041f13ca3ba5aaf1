import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { canRun, findBrowser } from '@/lib/evidence/pages/find-browser'
import { runNode } from '@/lib/server/os/child-process'
import { inProject } from '@/lib/server/os/project'

const UNPACKED = inProject('node_modules', '.cache', 'chromium')

/** The browser that the stories are played in: a chosen one; on Linux the one npm brings, elsewhere Playwright's or the system's. */
export async function findChromium(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  if (process.platform === 'linux' && process.arch === 'x64') return unpackChromium()
  const own = chromium.executablePath()
  const found = canRun(own) ? own : findBrowser()
  if (!found) throw new Error('There is no Chromium: say where it is in CHROMIUM_PATH')
  return found
}

/** A script that starts it with what a bare machine lacks: its libraries (NSS, Expat) and fonts. Unpacked once. */
async function unpackChromium(): Promise<string> {
  const program = path.join(UNPACKED, 'start')
  if (canRun(program)) return program

  await mkdir(path.dirname(UNPACKED), { recursive: true })
  const draft = await mkdtemp(`${UNPACKED}-`)
  // In a process of its own, because the package changes its environment; it unpacks its libraries where it finds a runtime that lacks them.
  const unpacking = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()`
  const { ok, output } = await runNode(['--input-type=module', '-e', unpacking], {
    env: { TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  })
  if (!ok) throw new Error(`Chromium cannot be unpacked:\n${output}`)
  await writeFile(path.join(draft, 'fonts.conf'), FONTS)
  await writeFile(path.join(draft, 'start'), START)
  for (const name of ['', 'chromium', 'start']) await chmod(path.join(draft, name), 0o755)
  // A browser that keeps pages is run as nobody in particular, and lists the fonts too.
  await mkdir(path.join(draft, 'fonts-cache'))
  await chmod(path.join(draft, 'fonts-cache'), 0o1777)
  // Renamed only when whole; another may have been quicker.
  await rename(draft, UNPACKED).catch(() => rm(draft, { recursive: true }))
  return program
}

const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${UNPACKED}/fonts</dir>
  <dir>${inProject('node_modules', '@expo-google-fonts')}</dir>
  <cachedir>${UNPACKED}/fonts-cache</cachedir>
</fontconfig>
`

// Only its program: the arguments that come with it switch off the browser's own protections.
const START = `#!/bin/sh
export LD_LIBRARY_PATH='${UNPACKED}/al2023/lib' FONTCONFIG_FILE='${UNPACKED}/fonts.conf'
exec '${UNPACKED}/chromium' "$@"
`
