import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { z } from 'zod'

/** Who has an article open, and which claim. */
export interface Present {
  userId: string
  claim: number | null
}

/** A browser's window on an article. */
export interface Window extends Present {
  articleId: string
  windowId: string
}

/** After so many milliseconds without a word a window counts as gone; browsers are asked more than twice in that time. */
export const SILENCE = 50_000

/** A window that closed is waited for so many milliseconds: when a page is loaded again, its person stays. */
export const FAREWELL = 2_000

const place = { from: z.string(), articleId: z.string(), userId: z.string(), windowId: z.string() }

const Here = z.object({
  what: z.literal('here'),
  ...place,
  claim: z.int().nullable(),
  /** Since when it is this claim, in milliseconds of the clock. */
  since: z.int(),
  /** How long ago the browser said so, in milliseconds: a span, since clocks differ. */
  silent: z.int().nonnegative(),
})

/** What processes tell each other. */
const Words = z.discriminatedUnion('what', [
  z.object({ what: z.literal('who'), from: z.string() }),
  z.object({ what: z.literal('gone'), ...place }),
  Here,
])

type Entry = Window & {
  since: number
  /** When the browser last said so. */
  spoke: number
  /** Whether it said so to this process. */
  mine: boolean
}

export type Presence = ReturnType<typeof makePresence>

/**
 * Who is here, in the memory of each server process and nowhere else. What a process learns from a
 * browser it tells the others through `tell`, and what they tell is put into `hear`; one that comes
 * late, or has not heard the others for a while, does `greet`, and they say again what their own
 * browsers told them.
 */
export function makePresence(tell: (words: string) => void) {
  const from = randomUUID()
  const entries = new Map<string, Entry>()
  const moved = new EventEmitter<{ moved: [articleId: string] }>().setMaxListeners(0)
  let sweeping: NodeJS.Timeout | undefined

  const say = (words: z.infer<typeof Words>) => tell(JSON.stringify(words))

  function join(window: Window): void {
    const before = entries.get(keyOf(window))
    const now = Date.now()
    const since = before?.claim === window.claim ? before.since : now
    const entry = { ...window, since, spoke: now, mine: true }
    put(entry)
    sayHere(entry)
  }

  function sayHere({ articleId, userId, windowId, claim, since, spoke }: Entry): void {
    const silent = Math.max(0, Date.now() - spoke)
    say({ what: 'here', from, articleId, userId, windowId, claim, since, silent })
  }

  /** Says farewell for a window, unless its browser speaks again at once, here or to another process. */
  function leave({ articleId, userId, windowId }: Omit<Window, 'claim'>): void {
    const key = keyOf({ articleId, userId, windowId })
    const last = entries.get(key)?.spoke
    const part = () => {
      if (entries.get(key)?.spoke !== last) return
      remove(key)
      say({ what: 'gone', from, articleId, userId, windowId })
    }
    setTimeout(part, FAREWELL).unref()
  }

  function hear(said: string): void {
    const words = Words.safeParse(parsed(said)).data
    if (!words || words.from === from) return
    if (words.what === 'gone') remove(keyOf(words))
    else if (words.what === 'here') put(heardOf(words))
    else sayMine()
  }

  function put(entry: Entry): void {
    const before = entries.get(keyOf(entry))
    if (before && before.spoke > entry.spoke) return
    entries.set(keyOf(entry), entry)
    sweeping ??= setInterval(sweep, SILENCE / 10).unref()
    const news = before?.claim !== entry.claim || before.since !== entry.since
    if (news) moved.emit('moved', entry.articleId)
  }

  function remove(key: string): void {
    const entry = entries.get(key)
    entries.delete(key)
    if (entry) moved.emit('moved', entry.articleId)
  }

  function sweep(): void {
    for (const [key, { spoke }] of entries) if (Date.now() - spoke > SILENCE) remove(key)
    if (entries.size > 0) return
    clearInterval(sweeping)
    sweeping = undefined
  }

  /** Each person once, at the claim they opened last, in the order in which they came. */
  function peopleOn(articleId: string): Present[] {
    const latest = new Map<string, Entry>()
    for (const entry of entries.values()) {
      if (entry.articleId !== articleId) continue
      const other = latest.get(entry.userId)
      if (!other || entry.since >= other.since) latest.set(entry.userId, entry)
    }
    return [...latest.values()].map(({ userId, claim }) => ({ userId, claim }))
  }

  /** Asks the others, and says again what may have been said before anybody could hear it. */
  function greet(): void {
    say({ what: 'who', from })
    sayMine()
  }

  function sayMine(): void {
    for (const entry of entries.values()) if (entry.mine) sayHere(entry)
  }

  return { join, leave, hear, greet, peopleOn, moved }
}

function heardOf({ what: _, from: __, silent, ...window }: z.infer<typeof Here>): Entry {
  return { ...window, spoke: Date.now() - silent, mine: false }
}

const keyOf = ({ articleId, userId, windowId }: Omit<Window, 'claim'>) =>
  `${articleId} ${userId} ${windowId}`

function parsed(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return null
  }
}
