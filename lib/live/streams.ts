import type { Actor } from '../domain/policy'
import { type Change, changes } from './listening'

// Kept on `globalThis`: the signal handler that closes them has another copy of this module.
const kept = globalThis as { stetStreams?: Set<() => void> }

/** Ticks of one burst are told as one, after this many milliseconds. */
const BURST = 80

/** A comment is sent this often, in milliseconds, so that proxies and laptops notice a dead line. */
const HEARTBEAT = 20_000

/**
 * Ticks when something changes in the actor's newsroom, or in one of its articles, and never says
 * what: pages ask again, with their own rights. Before each tick it asks whether the actor is still
 * there, and closes when they are not.
 */
export function changeStream(
  actor: Actor,
  {
    articleId,
    since,
    stillThere,
  }: {
    articleId: string | null
    /** Where the newsroom's log ended when the page was made that now listens. */
    since: number
    stillThere: () => Promise<Actor | null>
  },
): ReadableStream<Uint8Array> {
  const heard = changes()
  const encoder = new TextEncoder()
  let stop = () => {}

  return new ReadableStream<Uint8Array>({
    start(stream) {
      let waiting: NodeJS.Timeout | undefined
      const send = (text: string) => stream.enqueue(encoder.encode(text))
      const tick = async () => {
        waiting = undefined
        const there = await stillThere().catch(() => true)
        if (stopped) return
        send('data: changed\n\n')
        if (!there) stop()
      }
      const hear = (change: Change) => {
        const mine = change.newsroomId === actor.newsroomId
        if (mine && (!articleId || !change.articleId || change.articleId === articleId)) soon()
      }
      const soon = () => {
        waiting ??= setTimeout(tick, BURST)
      }
      const heartbeat = setInterval(() => send(': here\n\n'), HEARTBEAT)
      let stopped = false
      stop = () => {
        if (stopped) return
        stopped = true
        clearTimeout(waiting)
        clearInterval(heartbeat)
        heard.off('change', hear)
        heard.off('gap', soon)
        openStreams().delete(stop)
        try {
          stream.close()
        } catch {
          // The reader has gone already.
        }
      }
      heard.on('change', hear)
      heard.on('gap', soon)
      openStreams().add(stop)
      send('retry: 1000\n\n: listening\n\n')
      // What happened between the making of the page and now was heard by nobody.
      stillThere().then((there) => {
        if (!stopped && (!there || there.seenSeq > since)) soon()
      }, soon)
    },
    cancel: () => stop(),
  })
}

/** Ends every open stream, so that the server can shut down at once. */
export function closeStreams(): void {
  for (const stop of openStreams()) stop()
}

function openStreams(): Set<() => void> {
  kept.stetStreams ??= new Set()
  return kept.stetStreams
}
