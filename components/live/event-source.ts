/** What a page hears from the server while it is open. */
interface Hearing {
  /** How far the page knows the newsroom's log. */
  since: () => number
  /** Something changed that the page does not know: the log has reached this place, or, at 0, anything may have changed. */
  onNews: (seq: number) => void
  /** Whoever else has the article open. */
  onHere?: (words: string) => void
  /** The line has just been opened, or the server asks whether the window is still there. */
  onAsked?: () => void
  onLine: (line: Line) => void
}

/** Whether the server is heard: `offline` when this machine has no network, `away` when the server does not answer. */
export type Line = 'open' | 'offline' | 'away'

/** The server says something more than twice in this time, in milliseconds; when it did not, the line is dead. */
const SILENCE = 50_000

/** A line that breaks for less than this, in milliseconds, is not worth a word. */
const PATIENCE = 4_000

/** Pause before a line that was refused is opened again, in milliseconds. */
const REFUSED = 5_000

/** Keeps a line to a newsroom's server open, about an article or the whole newsroom; returns how to close it. */
export function connect(
  newsroom: string,
  about: { article: string; window: string } | null,
  { since, onNews, onHere, onAsked, onLine }: Hearing,
): () => void {
  let source: EventSource
  let silence: ReturnType<typeof setTimeout>
  let reopening: ReturnType<typeof setTimeout> | undefined
  let doubting: ReturnType<typeof setTimeout> | undefined
  let missed = false

  const alive = () => {
    clearTimeout(silence)
    silence = setTimeout(reopen, SILENCE)
  }
  const opened = () => {
    alive()
    clearTimeout(doubting)
    doubting = undefined
    onLine('open')
    onAsked?.()
    if (missed) onNews(0)
    missed = false
  }
  const broke = () => {
    missed = true
    doubting ??= setTimeout(() => onLine(navigator.onLine ? 'away' : 'offline'), PATIENCE)
    // Refused, not cut off: browsers do not try that again.
    if (source.readyState === EventSource.CLOSED) turnedAway()
  }
  /** Whoever is here may have to leave, which the page itself finds out. */
  const turnedAway = () => {
    close()
    onNews(0)
    reopening = setTimeout(reopen, REFUSED)
  }
  const lost = () => {
    broke()
    onLine('offline')
  }
  const back = () => {
    clearTimeout(doubting)
    doubting = undefined
    reopen()
  }

  function open() {
    const from = new URLSearchParams({ since: String(since()), ...about })
    source = new EventSource(`/${newsroom}/live?${from}`)
    source.onopen = opened
    source.onerror = broke
    const hear = (name: string, tell: (words: string) => void) =>
      source.addEventListener(name, ({ data }: MessageEvent<string>) => {
        alive()
        tell(data)
      })
    hear('message', (words) => {
      const seq = Number(words)
      if (seq === 0 || seq > since()) onNews(seq)
    })
    hear('here', (words) => onHere?.(words))
    hear('still', () => onAsked?.())
    hear('gone', turnedAway)
    alive()
  }
  function close() {
    clearTimeout(silence)
    clearTimeout(reopening)
    source.close()
  }
  function reopen() {
    close()
    missed = true
    open()
  }

  open()
  window.addEventListener('offline', lost)
  window.addEventListener('online', back)
  return () => {
    window.removeEventListener('offline', lost)
    window.removeEventListener('online', back)
    clearTimeout(doubting)
    close()
  }
}
