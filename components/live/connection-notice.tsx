import type { Line } from './event-source'

const WORDS: Record<Exclude<Line, 'open'>, string> = {
  offline: 'Offline. What you type is kept here.',
  away: 'Stet does not answer. What you type is kept here.',
}

/** Says calmly that the server is not heard, for as long as it is so. */
export function LineNotice({ line }: { line: Line }) {
  return (
    <div className="line-notice" aria-live="polite">
      {line !== 'open' && <p>{WORDS[line]}</p>}
    </div>
  )
}
