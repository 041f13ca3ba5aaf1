import type { Article } from '@/lib/db/articles/articles'
import { findClaimAt } from '@/lib/db/claims/claims'
import { type NoteOnFile, updateDocumentNote } from '@/lib/db/discussion/document-notes'
import { insertQuery } from '@/lib/db/discussion/queries'
import type { Revision } from '@/lib/db/revisions/revisions'
import { type EvidenceDetails, findSameSource } from '@/lib/db/sources/sources'
import { type Anchor, anchorAt } from '@/lib/domain/anchoring/anchor'
import { findAnchor } from '@/lib/domain/anchoring/find-anchor'
import { brief, type NoteUse } from '@/lib/domain/articles/note-proposal'
import type { DeskEvent } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { QueryTo, SourceKind } from '@/lib/domain/vocabulary'
import { ClaimMaker } from './claim-maker'

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
  readonly #claims: ClaimMaker

  constructor(
    private readonly actor: Actor,
    private readonly article: Article,
    private readonly revision: Revision,
    private readonly record: (event: DeskEvent) => void,
  ) {
    this.#claims = new ClaimMaker(actor, article, revision, record)
  }

  /** The numbers of the claims that were marked for it. */
  get marked(): readonly number[] {
    return this.#claims.made
  }

  /** Where a note's words stand in the newest text; null where they do not, or it hangs on none. */
  placeOf({ start, end, ...words }: NoteOnFile): Anchor | null {
    if (start === null || end === null) return null
    const place = findAnchor(this.revision.text, { start, end, ...words })
    return place && anchorAt(this.revision.text, place)
  }

  async asSource(note: NoteOnFile, input: SourceTaken): Promise<void> {
    const claim = await this.#claims.at(this.#wordsOf(note))
    const { title, url, kind, ...said } = input
    const details = { kind, title, url, publisher: '', published: '', origin: '', note: '' }
    const known = await findSameSource(this.actor, details)
    const source = known ?? (await this.#claims.addSource(details))
    await this.#claims.cite(claim, source, { ...said, note: note.text })
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
    const claim = await this.#claims.at(this.#wordsOf(note))
    await this.#claims.comment(claim, text)
    await this.#taken(note, 'comment', { claimId: claim.id }, claim)
  }

  /** Counts the article anew, once for all that was taken. */
  end(): Promise<void> {
    return this.#claims.end()
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
