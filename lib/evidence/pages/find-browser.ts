import { accessSync, constants } from 'node:fs'
import path from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The program of a Chromium: the one that CHROMIUM_PATH names, else the system's; null where there is none. */
export function findBrowser(): string | null {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute)
  const programs = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return programs.find(canRun) ?? null
}

/** Whether a file is there and is a program that we may run. */
export function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
