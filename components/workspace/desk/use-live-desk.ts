import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useMemo, useRef, useState } from 'react'
import type { Desk, DeskNews } from '@/lib/db/workspace/find-desk'
import { oneAtATime } from '../../browser/coalesced-task'
import type { Page } from '../../forms/page-context'
import { beginSaving } from '../../forms/saving'
import { keepLine, type Line } from '../../live/event-source'
import { completed, sharing } from './merge-desk'

/** Somebody else who has the article open, and which claim. */
export interface Person {
  userId: string
  claim: number | null
}

/**
 * The desk as it stands now: as the server sent it with the page, or as it was asked for since, when
 * a colleague changed something. Says who else is here, and whether the server is heard.
 */
export function useLiveDesk(sent: Desk, claim: number | null) {
  const router = useRouter()
  const [asked, setAsked] = useState(() => leftOf(sent))
  const [people, setPeople] = useState<Person[]>([])
  const [line, setLine] = useState<Line>('open')
  const isNewer =
    asked?.desk.article.id === sent.article.id &&
    (asked.after === sent || asked.desk.seq > sent.seq)
  const desk = useShared(isNewer ? asked.desk : sent)
  useEffect(() => {
    left = desk
  }, [desk])

  // An address may name a claim that is not there.
  const at = desk.claims.some(({ number }) => number === claim) ? claim : null

  const now = useRef({ sent, desk, claim, at })
  useEffect(() => {
    now.current = { sent, desk, claim, at }
  }, [sent, desk, claim, at])
  const { newsroom } = sent
  const { slug } = sent.article
  const open = useRef({ sayHere: () => {}, catchUp: async () => {} })
  const page = useMemo<Page>(
    () => ({
      owner: sent.me,
      follow: { sending: beginSaving, catchUp: () => open.current.catchUp() },
    }),
    [sent.me],
  )

  useEffect(() => {
    const windowId = crypto.randomUUID()
    let newest = 0
    const bring = async (signal?: AbortSignal) => {
      if (!navigator.onLine) return
      const { sent, desk, claim } = now.current
      const about = new URLSearchParams({ has: desk.revision.sha256 })
      if (claim !== null) about.set('claim', String(claim))
      const answer = await fetch(`/${newsroom}/articles/${slug}/desk?${about}`, { signal })
      // Whoever may not see the article any more is shown out by the page itself.
      if (answer.status === 404) return router.refresh()
      if (!answer.ok) throw new Error(`the desk answered ${answer.status}`)
      const news = completed((await answer.json()) as DeskNews, desk)
      if (!news) return
      // Somebody else logged in in this browser: this is their page now, and looks it.
      if (news.me !== desk.me) return location.reload()
      newest = Math.max(newest, news.seq)
      const next = { desk: news, after: sent }
      startTransition(() => setAsked((last) => (isLater(last, news) ? last : next)))
      // The title of the page stands outside the workspace.
      if (news.article.headline !== desk.article.headline) {
        router.replace(location.pathname + location.search, { scroll: false })
      }
    }
    const asking = oneAtATime(bring)
    open.current.catchUp = () => bring(AbortSignal.timeout(PATIENCE)).catch(() => asking.ask())
    const talking = oneAtATime(async () => {
      const words = { article: slug, window: windowId, claim: now.current.at }
      const answer = await fetch(`/${newsroom}/live/presence`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(words),
      }).catch(() => null)
      // Without an answer nothing is lost: it is said again when the line is back.
      if (answer?.status === 429) throw new Error('said too much')
    }, BETWEEN_WORDS)
    const address = () => {
      const since = String(now.current.desk.seq)
      return `/${newsroom}/live?${new URLSearchParams({ since, article: slug, window: windowId })}`
    }
    open.current.sayHere = talking.ask
    const close = keepLine(address, {
      onChange: (seq) => {
        if (seq === 0 || seq > Math.max(newest, now.current.desk.seq)) asking.ask()
      },
      onHere: (words) => setPeople(JSON.parse(words)),
      onAsked: talking.ask,
      onLine: (next) => {
        setLine(next)
        if (next !== 'open') setPeople([])
      },
    })
    return () => {
      open.current.sayHere = () => {}
      close()
      asking.stop()
      talking.stop()
    }
  }, [newsroom, slug, router])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another claim is said at once
  useEffect(() => open.current.sayHere(), [at])

  return { desk, people, line, page }
}

/** A desk that was asked for, and the one that the server had sent by then. */
interface Asked {
  desk: Desk
  after: Desk
}

/** What was shown last. Back leads to a page as the server first sent it, however much was done there since. */
let left: Desk | null = null

function leftOf(sent: Desk): Asked | null {
  const isThis = left?.article.id === sent.article.id && left.me === sent.me
  return left && isThis ? { desk: left, after: left } : null
}

const isLater = (asked: Asked | null, { article, seq }: Desk) =>
  asked !== null && asked.desk.article.id === article.id && asked.desk.seq > seq

/** How long the answer to something sent waits for the desk with it, in milliseconds. */
const PATIENCE = 8_000

/** Least time between two words of where somebody is, in milliseconds: whoever leafs through claims is told of once they stay. */
const BETWEEN_WORDS = 500

/** The desk with everything that is as before kept as it was. */
function useShared(desk: Desk): Desk {
  const before = useRef(desk)
  const shared = useMemo(() => sharing(before.current, desk), [desk])
  useEffect(() => {
    before.current = shared
  }, [shared])
  return shared
}
