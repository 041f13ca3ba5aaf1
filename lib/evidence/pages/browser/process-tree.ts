import { readdirSync, readFileSync, statSync } from 'node:fs'

/** A process with all that it started; `uid` is its user's number if nobody else's processes run as that user. */
export interface Root {
  pid: number
  uid?: number
}

interface Process {
  pid: number
  parent: number
  group: number
  uid: number
}

/** Kills a process, those that it started, theirs, and all of its group. Where the system has no /proc, its group alone. */
export function killTree(root: Root): void {
  for (const pid of [-root.pid, ...treeOf(root)]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It is gone already.
    }
  }
}

/** Bytes of memory that a process and all below it hold for themselves or share among each other; 0 without a /proc. */
export function memoryOf(root: Root): number {
  const kibibytes = treeOf(root).map((pid) => {
    const status = readOrEmpty(`/proc/${pid}/status`)
    const held = status.matchAll(/^(?:RssAnon|RssShmem):\s+(\d+) kB$/gm)
    return [...held].reduce((sum, [, size]) => sum + Number(size), 0)
  })
  return 1024 * kibibytes.reduce((sum, size) => sum + size, 0)
}

function treeOf(root: Root): number[] {
  const all = processes()
  const found = new Set([root.pid])
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const { pid, parent, group, uid } of all) {
      if (group === root.pid || uid === root.uid || found.has(parent)) found.add(pid)
    }
  }
  return [...found]
}

function processes(): Process[] {
  if (process.platform !== 'linux') return []
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map((pid) => {
    // proc(5): the name before the state, in parentheses, may hold anything.
    const stat = readOrEmpty(`/proc/${pid}/stat`)
    const [, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const uid = statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid ?? Number.NaN
    return { pid: Number(pid), parent: Number(parent), group: Number(group), uid }
  })
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
