import type { Actor } from '@/lib/domain/policy'
import { type Change, changes } from './pg-notifications'
import { presence } from './presence-service'
import { throttle } from './throttle'

// Kept on `globalThis`: the signal handler that closes them has another copy of this module.
const kept = globalThis as { stetStreams?: Set<() => void> }

/** The first of a burst of changes is told at once, the others together after so many milliseconds. */
const BURST = 80

/** As `BURST`, for who is here, which nobody waits for. */
const CALM = 250

/** Whether the actor is still there is asked at most this often, in milliseconds. */
const CHECK = 1_000

/** The page is asked this often, in milliseconds, whether it is still there: browsers answer, and proxies keep the line. */
const HEARTBEAT = 20_000

interface Listener {
  articleId: string | null
  /** The window on an article that listens; none elsewhere. */
  windowId: string | null
  /** Where the newsroom's log ended when the page was made that now listens. */
  since: number
  stillThere: () => Promise<Actor | null>
}

/**
 * Ticks when something changes in the actor's newsroom, or in one of its articles, and never says
 * what: pages ask again, with their own rights. A tick is the place in the log that was reached; 0
 * says that anything may have changed. Those who have an article open also hear who else has, which
 * is told only within a second of knowing that they may see it. Says so and closes when the actor is gone.
 */
export function changeStream(
  actor: Actor,
  { articleId, windowId, since, stillThere }: Listener,
): ReadableStream<Uint8Array> {
  const heard = changes()
  const here = presence()
  const encoder = new TextEncoder()
  let stop = () => {}

  return new ReadableStream<Uint8Array>({
    start(stream) {
      let stopped = false
      let reached = since
      let unsure = false
      const send = (text: string) => {
        if (!stopped) stream.enqueue(encoder.encode(text))
      }
      let asked = 0
      const isThere = async () => {
        const there = await stillThere().catch(() => 'nobody can tell' as const)
        if (there === null) {
          send('event: gone\ndata: log in\n\n')
          stop()
        }
        if (there && there !== 'nobody can tell') asked = Date.now()
        return there
      }

      const check = throttle(() => void isThere(), CHECK)
      const tick = throttle(() => {
        send(`data: ${unsure ? 0 : reached}\n\n`)
        unsure = false
        check.run()
      }, BURST)
      const people = throttle(async () => {
        if (!articleId) return
        if (Date.now() - asked > CHECK) await isThere()
        if (Date.now() - asked > CHECK) return
        const others = here.peopleOn(articleId).filter(({ userId }) => userId !== actor.userId)
        send(`event: here\ndata: ${JSON.stringify(others)}\n\n`)
      }, CALM)
      const hear = (change: Change) => {
        if (change.newsroomId !== actor.newsroomId) return
        if (articleId && change.articleId && change.articleId !== articleId) return
        if (change.seq === 0) unsure = true
        reached = Math.max(reached, change.seq)
        tick.run()
      }
      const left = (sessionId: string) => {
        if (sessionId === actor.sessionId) void isThere()
      }
      const missed = () => {
        unsure = true
        tick.run()
      }
      const meet = (where: string) => {
        if (where === articleId) people.run()
      }
      const heartbeat = setInterval(() => {
        send('event: still\ndata: there?\n\n')
        check.run()
      }, HEARTBEAT)

      stop = () => {
        if (stopped) return
        stopped = true
        for (const one of [check, tick, people]) one.stop()
        clearInterval(heartbeat)
        heard.off('change', hear).off('gone', left).off('gap', missed)
        here.moved.off('moved', meet)
        if (articleId && windowId) here.leave({ articleId, windowId, userId: actor.userId })
        openStreams().delete(stop)
        try {
          stream.close()
        } catch {
          // The reader has gone already.
        }
      }
      heard.on('change', hear).on('gone', left).on('gap', missed)
      here.moved.on('moved', meet)
      openStreams().add(stop)
      send('retry: 1000\n\n: listening\n\n')
      people.run()
      // What happened between the making of the page and now was heard by nobody.
      isThere().then((there) => {
        if (there === 'nobody can tell') return missed()
        if (!there || there.seenSeq <= since) return
        reached = Math.max(reached, there.seenSeq)
        tick.run()
      })
    },
    cancel: () => stop(),
  })
}

/** Ends every open stream, so that the server can shut down at once. */
export function closeStreams(): void {
  for (const stop of openStreams()) stop()
}

/** How many pages listen to this process. */
export const countStreams = () => openStreams().size

function openStreams(): Set<() => void> {
  kept.stetStreams ??= new Set()
  return kept.stetStreams
}
