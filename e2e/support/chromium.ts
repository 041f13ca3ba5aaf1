import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import sparticuz from '@sparticuz/chromium'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser that the stories are played in: a chosen one, Playwright's, the system's, or the one npm brings. */
export async function findChromium(): Promise<string> {
  return (
    process.env.CHROMIUM_PATH ||
    [chromium.executablePath(), ...inPath()].find(canRun) ||
    // Only its program: the arguments that come with it switch off the browser's own protections.
    (await sparticuz.executablePath())
  )
}

function inPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
}

function canRun(file: string) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
