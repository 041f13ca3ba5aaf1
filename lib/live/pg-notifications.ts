import { EventEmitter } from 'node:events'
import { Client } from 'pg'

/** Something changed: in a newsroom, and in one of its articles if it concerns one. */
export interface Change {
  newsroomId: string
  articleId: string
  /** Where the newsroom’s log ends since then; 0 where nobody said. */
  seq: number
}

interface Heard {
  change: [Change]
  /** What processes tell each other about who is here. */
  here: [string]
  /** The id of a log-in that ended. */
  gone: [string]
  gap: []
}

interface Line {
  heard: EventEmitter<Heard>
  client?: Client
}

// Kept on `globalThis`: routes and start-up code each have their own copy of a module.
const kept = globalThis as { stetLine?: Line }

/**
 * What one database connection hears for everyone in this process. A `gap` says that it was not
 * listening until now, and that anything may have changed meanwhile.
 */
export function changes(): EventEmitter<Heard> {
  return line().heard
}

/**
 * Tells every process that listens, this one too, what the channel `here` carries: under 8,000
 * bytes, and lost while the database is away, so it has to be said again from time to time.
 */
export function notifyPresence(words: string): void {
  line()
    .client?.query("SELECT pg_notify('here', $1)", [words])
    .catch(() => {})
}

function line(): Line {
  if (!kept.stetLine) {
    kept.stetLine = { heard: new EventEmitter<Heard>().setMaxListeners(0) }
    void listen(kept.stetLine)
  }
  return kept.stetLine
}

/** Pause before the connection is made anew, in milliseconds. */
const PAUSE = 500

/** The longest that the database may take to answer, in milliseconds: one that is away may take the attempt and never say so. */
const LONGEST = 5_000

async function listen(line: Line): Promise<void> {
  const client = new Client({
    ...{ connectionString: process.env.DATABASE_URL, keepAlive: true },
    ...{ connectionTimeoutMillis: LONGEST, query_timeout: LONGEST },
  })
  let over = false
  const begin = () => {
    if (over) return
    over = true
    line.client = undefined
    client.end().catch(() => {})
    setTimeout(() => void listen(line), PAUSE).unref()
  }
  client.on('error', begin)
  client.on('end', begin)
  client.on('notification', ({ channel, payload = '' }) => {
    if (channel === 'here' || channel === 'gone') line.heard.emit(channel, payload)
    else line.heard.emit('change', changeIn(payload))
  })
  try {
    await client.connect()
    await client.query('LISTEN desk; LISTEN here; LISTEN gone')
    line.client = client
    line.heard.emit('gap')
  } catch {
    begin()
  }
}

function changeIn(payload: string): Change {
  const [newsroomId = '', seq, articleId = ''] = payload.split(' ')
  return { newsroomId, articleId, seq: Number(seq) || 0 }
}
