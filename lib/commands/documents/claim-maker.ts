import type { Article } from '@/lib/db/articles/articles'
import { findClaim, findClaimAt, listClaims, listWholeClaims } from '@/lib/db/claims/claims'
import type { Claim } from '@/lib/db/claims/whole-claims'
import { insertComment } from '@/lib/db/discussion/comments'
import type { Revision } from '@/lib/db/revisions/revisions'
import { type EvidenceDetails, insertSource, type SourceDetails } from '@/lib/db/sources/sources'
import type { Anchor } from '@/lib/domain/anchoring/anchor'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { guessedType } from '@/lib/domain/candidates/guessed-type'
import type { Actor } from '@/lib/domain/policy'
import type { Span } from '@/lib/domain/text/blocks'
import { aboutClaim } from '../claims/claim-subject'
import { markAt } from '../claims/claims'
import { recount } from '../revisions/newest-revision'
import { attach } from '../sources/evidence'

/** Makes claims of words of the newest text that something from elsewhere is about, and hangs on them what it says. */
export class ClaimMaker {
  /** The numbers of the claims that were marked, in their order. */
  readonly made: number[] = []
  #claimCount: number

  constructor(
    private readonly actor: Actor,
    private readonly article: Article,
    private readonly revision: Revision,
    private readonly record: (event: DeskEvent) => void,
  ) {
    this.#claimCount = article.claimCount
  }

  /** The claim on these words, which becomes one if it is none. */
  async at(anchor: Anchor): Promise<Claim> {
    const known = await findClaimAt(this.actor, this.revision.id, anchor)
    const id = known ?? (await this.#mark(anchor))
    const claim = await findClaim(this.actor, { id })
    if (!claim) throw new Error(`claim ${id} was just there`)
    return claim
  }

  /** The same for many places at once, by their places: each is read and, if it is no claim, marked once. */
  async atAll(anchors: readonly Anchor[]): Promise<ReadonlyMap<string, Claim>> {
    const here = await listClaims(this.actor, this.article.id, this.revision.id)
    const ids = new Map<string, string>()
    for (const claim of here) {
      const isFirst = !ids.has(placeKey(claim))
      if (claim.status !== 'cut' && isFirst) ids.set(placeKey(claim), claim.id)
    }
    for (const anchor of anchors) {
      const key = placeKey(anchor)
      if (!ids.has(key)) ids.set(key, await this.#mark(anchor))
    }
    const wanted = anchors.flatMap((anchor) => ids.get(placeKey(anchor)) ?? [])
    const claims = await listWholeClaims(this.actor, this.article.id, { ids: wanted })
    const byId = new Map(claims.map((claim) => [claim.id, claim]))
    return new Map(
      [...ids].flatMap(([key, id]) => {
        const claim = byId.get(id)
        return claim ? [[key, claim] as const] : []
      }),
    )
  }

  async addSource(details: SourceDetails): Promise<{ id: string; title: string }> {
    const sourceId = await insertSource(this.actor, details)
    const { title, kind } = details
    this.record({ type: 'source.added', sourceId, title, kind })
    return { id: sourceId, title }
  }

  /** Attaches a source that is on file, of which nothing is quoted or kept. */
  async cite(
    claim: Claim,
    source: { id: string; title: string },
    said: Pick<EvidenceDetails, 'stance' | 'directness' | 'locator' | 'note'>,
  ): Promise<void> {
    const input = { ...said, aspect: null, excerpt: '', captureId: null, passage: null }
    await attach(this.actor, { claim, input, source, record: this.record })
  }

  async comment(claim: Claim, text: string): Promise<void> {
    const commentId = await insertComment(this.actor, { claimId: claim.id, text, mentioned: [] })
    this.record({ type: 'comment.written', ...aboutClaim(claim), commentId, text, mentions: [] })
  }

  /** Counts the article anew, once for all that was marked. */
  async end(): Promise<void> {
    if (this.made.length === 0) return
    await recount(this.actor, this.article, this.revision, { claimCount: this.#claimCount })
  }

  async #mark(anchor: Anchor): Promise<string> {
    const { text, blocks } = this.revision
    const block =
      blocks.find(({ start, end }) => start <= anchor.start && anchor.start < end) ?? anchor
    const type = guessedType(text, block, anchor)
    const details = { type, risks: [], claimant: null, assigneeId: null }
    const article = { ...this.article, claimCount: this.#claimCount }
    const { claimId, number } = await markAt(
      this.actor,
      { article, revision: this.revision, anchor, details },
      this.record,
    )
    this.#claimCount = number
    this.made.push(number)
    return claimId
  }
}

/** What tells a place in one text from all others. */
export const placeKey = ({ start, end }: Span) => `${start} ${end}`
