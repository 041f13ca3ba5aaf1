import type { Desk } from '@/lib/db/workspace/find-desk'
import type { FormAction, FormState } from '@/lib/forms/form-action'
import { coalescedTask } from '../../browser/coalesced-task'
import type { Page } from '../../forms/page-context'
import { submit, type Values } from '../../forms/submit'
import { connect } from '../../live/event-source'
import { askDesk } from './ask-desk'
import {
  type Ahead,
  answered,
  type DeskState,
  opened,
  patched,
  received,
  sending,
  settled,
} from './desk-state'
import { DossierCache } from './dossier-cache'

/** An open article: what the page shows of it, and the ways in which that changes. */
export class DeskStore {
  state: DeskState
  readonly dossiers: DossierCache
  /** What the workspace adds to whatever is sent from it. */
  readonly page: Page
  private hearers = new Set<() => void>()
  private keys = 0
  private claim: number | null = null
  private ways = UNCONNECTED
  /** Where the newsroom's log has come, as the line said; or that anything may have changed. */
  private wanted = { seq: 0, anyway: false }
  private heard: Desk | null = null

  constructor(desk: Desk) {
    const { newsroom, article, me } = desk
    this.state = opened(desk)
    this.dossiers = new DossierCache(`/${newsroom}/articles/${article.slug}/claims`)
    this.page = {
      owner: me,
      follow: { sending: () => this.beginSaving(), catchUp: () => this.ways.catchUp() },
    }
  }

  subscribe = (hear: () => void): (() => void) => {
    this.hearers.add(hear)
    return () => this.hearers.delete(hear)
  }

  /** Takes the article as the server told it, with the page or since. */
  receive(desk: Desk): void {
    if (desk === this.heard) return
    this.heard = desk
    if (desk.dossier) this.dossiers.keep(desk.dossier)
    this.set(received(this.state, desk))
    this.ways.bringDossiers()
  }

  /** Shows claims everywhere as they will be while this is sent, and as they were when it is refused. */
  update = async (ahead: Ahead, action: FormAction, values: Values): Promise<FormState> => {
    const key = this.keys++
    const follow = { sending: () => this.beginSaving(), catchUp: async () => this.refresh() }
    this.set(patched(this.state, key, ahead))
    const sent = { newsroom: this.state.told.newsroom, ...values }
    const answer = await submit(action, sent, { ...this.page, follow })
    this.set(settled(this.state, key, answer.done ? versionsIn(answer.done.output) : null))
    return answer
  }

  /** Asks for the article again, one request at a time. */
  refresh(seq = 0): void {
    if (seq === 0) this.wanted.anyway = true
    this.wanted.seq = Math.max(this.wanted.seq, seq)
    this.ways.refresh()
  }

  /** Says which claim is open here. */
  open(claim: number | null): void {
    this.claim = claim
    this.ways.sayHere()
  }

  /**
   * Follows what colleagues do, until what comes back is called. Once left, Back finds this store again.
   *
   * @param leave called where this person may not see the article any more
   */
  connect(leave: () => void): () => void {
    last = this
    const { newsroom, article } = this.state.told
    const here = { article: article.slug, window: crypto.randomUUID() }
    const asking = coalescedTask(() => this.bring(leave))
    const bringing = coalescedTask(() => this.dossiers.bringUpTo(this.state.told.seq))
    const saying = coalescedTask(() => this.sayHere(here), BETWEEN_WORDS)
    const idle = whenIdle(bringing.ask)
    this.ways = {
      refresh: asking.ask,
      catchUp: () => this.bring(leave, AbortSignal.timeout(PATIENCE)).catch(() => this.refresh()),
      bringDossiers: bringing.ask,
      sayHere: saying.ask,
    }
    addEventListener('online', bringing.ask)
    const close = connect(newsroom, here, {
      since: () => this.state.told.seq,
      onNews: (seq) => this.refresh(seq),
      onHere: (words) => this.set({ ...this.state, people: JSON.parse(words) }),
      onAsked: saying.ask,
      onLine: (line) =>
        this.set({ ...this.state, line, people: line === 'open' ? this.state.people : [] }),
    })
    return () => {
      this.ways = UNCONNECTED
      close()
      idle()
      removeEventListener('online', bringing.ask)
      for (const task of [asking, bringing, saying]) task.stop()
      this.set({ ...this.state, line: 'open', people: [] })
    }
  }

  private async bring(leave: () => void, signal?: AbortSignal): Promise<void> {
    const { told } = this.state
    if (!navigator.onLine || (!signal && !this.isBehind())) return
    this.wanted.anyway = false
    const news = await askDesk(told, this.claim, signal).catch((error) => {
      this.wanted.anyway = true
      throw error
    })
    if (news === 'gone') return leave()
    if (!news) return
    // Somebody else logged in in this browser: this is their page now, and looks it.
    if (news.me !== told.me) return location.reload()
    this.receive(news)
  }

  private isBehind(): boolean {
    return this.wanted.anyway || this.wanted.seq > this.state.told.seq
  }

  private async sayHere(here: { article: string; window: string }): Promise<void> {
    const { newsroom, claims } = this.state.told
    // An address may name a claim that is not there.
    const isThere = claims.some(({ number }) => number === this.claim)
    const answer = await fetch(`/${newsroom}/live/presence`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...here, claim: isThere ? this.claim : null }),
    }).catch(() => null)
    // Without an answer nothing is lost: it is said again when the line is back.
    if (answer?.status === 429) throw new Error('said too much')
  }

  private beginSaving(): (refused: string | null) => void {
    this.set(sending(this.state))
    return (refused) => this.set(answered(this.state, refused, new Date()))
  }

  private set(next: DeskState): void {
    if (next === this.state) return
    this.state = next
    for (const hear of this.hearers) hear()
  }
}

const UNCONNECTED = {
  refresh() {},
  async catchUp() {},
  bringDossiers() {},
  sayHere() {},
}

/** The article that was open last. Back leads to a page as the server first sent it, however much was done there since. */
let last: DeskStore | null = null

/** The store of the article that the server sent: the one that was left, where it is of the same person and article. */
export function storeOf(sent: Desk): DeskStore {
  const known = last?.state.told
  const isThis = known?.article.id === sent.article.id && known.me === sent.me
  const store = last && isThis ? last : new DeskStore(sent)
  store.receive(sent)
  return store
}

function versionsIn(output: unknown): ReadonlyMap<string, number> {
  const { changed } = output as { changed: { claimId: string; version: number }[] }
  return new Map(changed.map(({ claimId, version }) => [claimId, version]))
}

/** How long the answer to something sent waits for the desk with it, in milliseconds. */
const PATIENCE = 8_000

/** Least time between two words of where somebody is, in milliseconds: whoever leafs through claims is told of once they stay. */
const BETWEEN_WORDS = 500

/** The page is painted first: at the latest after this many milliseconds something else may be done. */
const IDLE = 1_000

function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const waiting = setTimeout(work, IDLE)
    return () => clearTimeout(waiting)
  }
  const waiting = requestIdleCallback(work, { timeout: IDLE })
  return () => cancelIdleCallback(waiting)
}
