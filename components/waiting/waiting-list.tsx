'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { KeyCaps } from '../keyboard/key-caps'
import { useKeys } from '../keyboard/use-shortcuts'
import { useSingleKeys } from '../keyboard/use-single-keys'
import { Link } from '../ui/links/link'
import { Timestamp } from '../ui/timestamp'
import { useReadLines } from './read-lines'
import type { SentGroup, SentLine } from './sent-line'
import { DEALS, useDeal } from './use-deal'
import { WaitingLineItem } from './waiting-line'

/**
 * What waits for somebody, article by article, to be gone through by mouse or keys. It comes as JSON: a page spends most of
 * its time on walking through what it sends to its script.
 */
export function WaitingList({
  newsroom,
  me,
  sent,
  unread,
}: {
  newsroom: string
  me: string
  /** `SentGroup[]` as JSON. */
  sent: string
  /** All that is unread, also what stands on other pages, as JSON. */
  unread: string
}) {
  const groups: SentGroup[] = useMemo(() => JSON.parse(sent), [sent])
  const lines = useMemo(() => groups.flatMap((group) => group.lines), [groups])
  const everywhere: SentLine[] = useMemo(() => JSON.parse(unread), [unread])
  const { isRead, mark, failed } = useReadLines(newsroom)
  const deal = useDeal(newsroom, me)
  const list = useRef<HTMLDivElement>(null)
  const [single] = useSingleKeys()
  const [current, setCurrent] = useState<string | null>(null)
  useKeptFocus(list, lines, current)

  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('.waiting-line') ?? [])]
  const here = () => rows().find((row) => row.contains(document.activeElement))
  const lineHere = () => {
    const row = here()
    return row && lines[rows().indexOf(row)]
  }
  function step(by: 1 | -1) {
    const all = rows()
    const row = here()
    const at = row ? all.indexOf(row) + by : by === 1 ? 0 : all.length - 1
    const next = all[Math.max(0, Math.min(all.length - 1, at))]
    next?.querySelector<HTMLElement>('.waiting-what')?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({
    runs: {},
    single,
    keys: {
      j: () => step(1),
      k: () => step(-1),
      d: () => here()?.querySelector<HTMLElement>('.waiting-row > button')?.click(),
      u: () => {
        const line = lineHere()
        if (line) mark([line], !isRead(line))
      },
    },
    // From what was opened in a line back to the line.
    onEscape: () => here()?.querySelector<HTMLElement>('.waiting-what')?.focus(),
  })
  const now = lines.find(({ key }) => key === current)
  const left = everywhere.filter((line) => !isRead(line)).length

  return (
    <>
      <div ref={list} className="waiting-list">
        <p className="waiting-read small quiet" role="status">
          {left === 0 ? 'All read' : left === 1 ? '1 unread' : `${left} unread`}
          {failed && ' · Not saved: Stet did not answer'}
        </p>
        {left > 0 && (
          <button
            type="button"
            className="link-button small waiting-all"
            onClick={() => mark(everywhere, true)}
          >
            Mark all as read
          </button>
        )}
        {groups.map((group) => (
          <section key={group.id} className="waiting-group" aria-labelledby={group.id}>
            <header>
              <h2 id={group.id}>
                <Link href={group.address} lang={group.language} dir="auto">
                  {group.headline}
                </Link>
              </h2>
              <p className="small quiet" data-pressing={group.isPressing || undefined}>
                {group.state}
                {group.due && (
                  <>
                    {' · due '}
                    <Timestamp at={group.due} />
                  </>
                )}
              </p>
            </header>
            <ul className="bare">
              {group.lines.map((line) => (
                <WaitingLineItem
                  key={line.key}
                  {...{ newsroom, me, line }}
                  language={group.language}
                  isRead={isRead(line)}
                  onFocus={() => setCurrent(line.key)}
                  onRead={() => mark([line], true)}
                  onDeal={() => void deal(line)}
                />
              ))}
            </ul>
            {group.left > 0 && (
              <p className="small">
                <Link href={`${group.address}/queries`}>
                  {group.left === 1 ? '1 more' : `${group.left} more`} in this article
                </Link>
              </p>
            )}
          </section>
        ))}
      </div>
      {single && <Keys now={now} isRead={now ? isRead(now) : true} />}
    </>
  )
}

/** The keys that are useful right now. */
function Keys({ now, isRead }: { now: SentLine | undefined; isRead: boolean }) {
  const keys: [caps: string[], does: string][] = [
    [['j'], 'next'],
    [['k'], 'before'],
    ...(now ? [[['Enter'], 'open'] satisfies [string[], string]] : []),
    ...(now?.deal ? [[['d'], DEALS[now.deal.way].toLowerCase()] satisfies [string[], string]] : []),
    ...(now ? [[['u'], isRead ? 'unread' : 'read'] satisfies [string[], string]] : []),
    [['Ctrl', 'k'], 'every page'],
  ]
  return (
    <footer className="key-strip waiting-keys" aria-hidden="true">
      <div className="strip-keys">
        {keys.map(([caps, does]) => (
          <span key={does}>
            <KeyCaps caps={caps} /> {does}
          </span>
        ))}
      </div>
    </footer>
  )
}

/** When the line that has the focus is dealt with and goes, the one that comes in its place has it. */
function useKeptFocus(
  list: { current: HTMLElement | null },
  lines: readonly SentLine[],
  current: string | null,
): void {
  const before = useRef(lines)
  useEffect(() => {
    const was = before.current.findIndex(({ key }) => key === current)
    before.current = lines
    if (was < 0 || lines.some(({ key }) => key === current)) return
    if (document.activeElement && document.activeElement !== document.body) return
    const all = list.current?.querySelectorAll<HTMLElement>('.waiting-what')
    all?.[Math.min(was, all.length - 1)]?.focus()
  }, [list, lines, current])
}
