import { EventEmitter } from 'node:events'
import { Client } from 'pg'

/** Something changed: in a newsroom, and in one of its articles if it concerns one. */
export interface Change {
  newsroomId: string
  articleId: string
}

// Kept on `globalThis`: routes and start-up code each have their own copy of a module.
const kept = globalThis as { stetChanges?: EventEmitter<{ change: [Change]; gap: [] }> }

/**
 * What one database connection hears for everyone in this process. A `gap` says that it was not
 * listening until now, and that anything may have changed meanwhile.
 */
export function changes(): EventEmitter<{ change: [Change]; gap: [] }> {
  if (!kept.stetChanges) {
    kept.stetChanges = new EventEmitter<{ change: [Change]; gap: [] }>().setMaxListeners(0)
    void listen(kept.stetChanges)
  }
  return kept.stetChanges
}

/** Pause before the connection is made anew, in milliseconds. */
const PAUSE = 500

async function listen(heard: EventEmitter): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL, keepAlive: true })
  let over = false
  const begin = () => {
    if (over) return
    over = true
    client.end().catch(() => {})
    setTimeout(() => void listen(heard), PAUSE).unref()
  }
  client.on('error', begin)
  client.on('end', begin)
  client.on('notification', ({ payload = '' }) => {
    const [newsroomId = '', articleId = ''] = payload.split(' ')
    heard.emit('change', { newsroomId, articleId })
  })
  try {
    await client.connect()
    await client.query('LISTEN desk')
    heard.emit('gap')
  } catch {
    begin()
  }
}
