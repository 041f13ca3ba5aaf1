import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Refusal } from '@/lib/domain/refusal'
import { isErrno, startOf } from '../os/processes'

/**
 * Makes sure that Stet runs once for a folder, and gives the way to let go again. Each process that wants in leaves a
 * file named after itself, then looks for others' files: so two can both step back, but never both stay. A file whose
 * process is gone counts for nothing, so a crash leaves nothing to clean up.
 */
export async function takeLaunchLock(
  folder: string,
  address: string,
): Promise<() => Promise<void>> {
  const files = path.join(folder, 'running')
  const mine = path.join(files, `${process.pid}`)
  await mkdir(files, { recursive: true, mode: 0o700 })
  for (let attempt = 1; ; attempt++) {
    await writeFile(mine, claim('wants', address), { mode: 0o600 })
    const other = await findOther(files)
    if (!other) {
      await writeFile(mine, claim('has', address), { mode: 0o600 })
      return () => rm(mine, { force: true })
    }
    await rm(mine, { force: true })
    if (other.has || attempt === 10) {
      throw new Refusal(
        'unavailable',
        `Stet already runs here: ${other.address} (process ${other.pid}, data in ${folder})`,
      )
    }
    await delay(100 + Math.random() * 400)
  }
}

function claim(state: 'wants' | 'has', address: string) {
  return `${state}\n${startOf(process.pid)}\n${address}\n`
}

async function findOther(files: string) {
  for (const name of await readdir(files)) {
    const pid = Number(name)
    if (pid === process.pid) continue
    const [state, start, address] = (await readOrEmpty(path.join(files, name))).split('\n')
    if (startOf(pid) === null || (start && start !== startOf(pid))) {
      await rm(path.join(files, name), { force: true })
    } else return { pid, has: state === 'has', address: address ?? '' }
  }
  return null
}

/** A file that its process removed a moment ago is as good as empty. */
async function readOrEmpty(file: string) {
  return readFile(file, 'utf8').catch((error) => {
    if (!isErrno(error, 'ENOENT')) throw error
    return ''
  })
}
