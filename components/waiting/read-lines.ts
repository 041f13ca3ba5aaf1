import { useCallback, useState, useSyncExternalStore } from 'react'

type Line = { key: string; parts: readonly string[]; isRead: boolean }

/** What was marked here since the page was made, by the line and what stood in it; kept while one goes from page to page. */
const marked = new Map<string, boolean>()
const heard = new EventTarget()
let told = 0

const nameOf = ({ key, parts }: Line) => `${key} ${parts.join(' ')}`

function listen(tell: () => void): () => void {
  heard.addEventListener('marked', tell)
  return () => heard.removeEventListener('marked', tell)
}

/** Which lines this person has read, and how they say that they have or have not: on record at once, in every window at its next look. */
export function useReadLines(newsroom: string) {
  useSyncExternalStore(
    listen,
    () => told,
    () => 0,
  )
  const [failed, setFailed] = useState(false)
  const isRead = useCallback((line: Line) => marked.get(nameOf(line)) ?? line.isRead, [])
  const mark = useCallback(
    (lines: readonly Line[], read: boolean) => {
      const others = lines.filter((line) => isRead(line) !== read)
      if (others.length === 0) return
      for (const line of others) marked.set(nameOf(line), read)
      told += 1
      heard.dispatchEvent(new Event('marked'))
      const keys = others.map(({ key }) => key)
      const body = read
        ? { read: Object.fromEntries(others.map(({ key, parts }) => [key, parts])), unread: [] }
        : { read: {}, unread: keys }
      // Sent to its end also where the next page is opened with it.
      fetch(`/${newsroom}/waiting/read`, {
        ...{ method: 'POST', keepalive: true, body: JSON.stringify(body) },
        headers: { 'content-type': 'application/json' },
      }).then(
        ({ ok }) => setFailed(!ok),
        () => setFailed(true),
      )
    },
    [newsroom, isRead],
  )
  return { isRead, mark, failed }
}
