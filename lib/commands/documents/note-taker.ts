import type { Article } from '@/lib/db/articles/articles'
import { findClaim, findClaimAt } from '@/lib/db/claims/claims'
import { insertComment } from '@/lib/db/discussion/comments'
import { type NoteOnFile, updateDocumentNote } from '@/lib/db/discussion/document-notes'
import { insertQuery } from '@/lib/db/discussion/queries'
import type { Revision } from '@/lib/db/revisions/revisions'
import { type EvidenceDetails, findSameSource, insertSource } from '@/lib/db/sources/sources'
import { type Anchor, anchorAt } from '@/lib/domain/anchoring/anchor'
import { findAnchor } from '@/lib/domain/anchoring/find-anchor'
import { brief, type NoteUse } from '@/lib/domain/articles/note-proposal'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { guessedType } from '@/lib/domain/candidates/guessed-type'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { QueryTo, SourceKind } from '@/lib/domain/vocabulary'
import { markAt } from '../claims/claims'
import { recount } from '../revisions/newest-revision'
import { attach } from '../sources/evidence'

/** A source as a note is taken for one. */
type SourceTaken = Pick<EvidenceDetails, 'stance' | 'directness' | 'locator'> & {
  title: string
  url: string
  kind: SourceKind
}

export const NO_WORDS =
  'These hang on no words of the newest text. Mark the words yourself, and leave what the document says.'

/** Makes of notes what they become, on words of the newest text. */
export class NoteTaker {
  /** The numbers of the claims that were marked for it. */
  readonly marked: number[] = []
  #claimCount: number

  constructor(
    private readonly actor: Actor,
    private readonly article: Article,
    private readonly revision: Revision,
    private readonly record: (event: DeskEvent) => void,
  ) {
    this.#claimCount = article.claimCount
  }

  /** Where a note's words stand in the newest text; null where they do not, or it hangs on none. */
  placeOf({ start, end, ...words }: NoteOnFile): Anchor | null {
    if (start === null || end === null) return null
    const place = findAnchor(this.revision.text, { start, end, ...words })
    return place && anchorAt(this.revision.text, place)
  }

  async asSource(note: NoteOnFile, input: SourceTaken): Promise<void> {
    const claim = await this.#claimOf(note)
    const { title, url, kind, ...said } = input
    const details = { kind, title, url, publisher: '', published: '', origin: '', note: '' }
    const known = await findSameSource(this.actor, details)
    const source = known ?? { id: await insertSource(this.actor, details), title }
    if (!known) this.record({ type: 'source.added', sourceId: source.id, title, kind })
    const evidence = {
      ...said,
      aspect: null,
      excerpt: '',
      note: note.text,
      captureId: null,
      passage: null,
    }
    const about = await findClaim(this.actor, { id: claim.id })
    if (!about) throw new Error(`claim ${claim.id} was just made`)
    await attach(this.actor, { claim: about, input: evidence, source, record: this.record })
    await this.#taken(note, 'source', { claimId: claim.id }, claim)
  }

  async asQuery(
    note: NoteOnFile,
    { to, question }: { to: QueryTo; question: string },
  ): Promise<void> {
    const anchor = this.#wordsOf(note)
    if (to === 'writer' && this.article.writerIds.length === 0) {
      const message = 'This article has no writer. Name one in its details, or ask the editor.'
      throw new Refusal('invalid', message, { to: message })
    }
    const articleId = this.article.id
    const claimId = await findClaimAt(this.actor, this.revision.id, anchor)
    const asked = { articleId, claimId, revisionId: this.revision.id, to, toUserId: null, question }
    const queryId = await insertQuery(this.actor, { ...asked, blocking: false }, anchor)
    const words = anchor.exact
    this.record({ type: 'query.asked', articleId, queryId, to, words, question, blocking: false })
    await this.#taken(note, 'query', { queryId })
  }

  async asComment(note: NoteOnFile, text: string): Promise<void> {
    const claim = await this.#claimOf(note)
    const { id: claimId, number } = claim
    const commentId = await insertComment(this.actor, { claimId, text, mentioned: [] })
    const articleId = this.article.id
    this.record({
      type: 'comment.written',
      articleId,
      claimId,
      number,
      commentId,
      text,
      mentions: [],
    })
    await this.#taken(note, 'comment', { claimId }, claim)
  }

  /** Counts the article anew, once for all that was taken. */
  async end(): Promise<void> {
    if (this.marked.length === 0) return
    await recount(this.actor, this.article, this.revision, { claimCount: this.#claimCount })
  }

  /** The claim on a note's words, which becomes one if it is none. */
  async #claimOf(note: NoteOnFile): Promise<{ id: string; number: number }> {
    const anchor = this.#wordsOf(note)
    const known = await findClaimAt(this.actor, this.revision.id, anchor)
    const claim = known && (await findClaim(this.actor, { id: known }))
    if (claim) return claim
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
    this.marked.push(number)
    return { id: claimId, number }
  }

  #wordsOf(note: NoteOnFile): Anchor {
    const anchor = this.placeOf(note)
    if (!anchor) throw new Refusal('invalid', NO_WORDS)
    return anchor
  }

  async #taken(
    { id: noteId, text }: NoteOnFile,
    use: NoteUse,
    into: { claimId?: string; queryId?: string },
    claim?: { id: string; number: number },
  ): Promise<void> {
    await updateDocumentNote(this.actor, noteId, { state: 'taken', ...into })
    const on = {
      articleId: this.article.id,
      ...(claim && { claimId: claim.id, number: claim.number }),
    }
    this.record({ type: 'document.note-taken', ...on, noteId, use, text: brief(text) })
  }
}
