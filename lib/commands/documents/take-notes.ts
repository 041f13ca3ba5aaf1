import { z } from 'zod'
import { type Article, findArticle } from '@/lib/db/articles/articles'
import { findClaim, findClaimAt } from '@/lib/db/claims/claims'
import { insertComment } from '@/lib/db/discussion/comments'
import {
  findDocumentNotes,
  type NoteOnFile,
  updateDocumentNote,
} from '@/lib/db/discussion/document-notes'
import { insertQuery } from '@/lib/db/discussion/queries'
import type { Revision } from '@/lib/db/revisions/revisions'
import { findSameSource, insertSource } from '@/lib/db/sources/sources'
import { type Anchor, anchorAt } from '@/lib/domain/anchoring/anchor'
import { findAnchor } from '@/lib/domain/anchoring/find-anchor'
import {
  asQuestion,
  citedSource,
  type NoteUse,
  usualUse,
} from '@/lib/domain/articles/note-proposal'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { guessedType } from '@/lib/domain/candidates/guessed-type'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import {
  DIRECTNESSES,
  keysOf,
  QUERY_TO,
  type QueryTo,
  SOURCE_KINDS,
  STANCES,
} from '@/lib/domain/vocabulary'
import { markAt } from '../claims/claims'
import { command } from '../command'
import { id, needed, neededProse, several, webAddress } from '../fields'
import { findNewest, recount } from '../revisions/newest-revision'
import { attach } from '../sources/evidence'

const CHOOSE = 'Choose what the document says first.'

const taking = {
  articleId: id,
  /** The number of the newest text, as the page showed it. */
  revision: z.coerce.number().int().positive(),
}

const takenSource = z.object({
  use: z.literal('source'),
  title: needed('Give the source a title.', 500),
  url: webAddress,
  kind: z.enum(keysOf(SOURCE_KINDS), 'Choose what kind of source this is.'),
  stance: z.enum(keysOf(STANCES), 'Choose what the source does to the claim.'),
  directness: z.enum(keysOf(DIRECTNESSES), 'Choose how direct the source is.'),
  locator: needed('Say where in the source: a page, paragraph, timecode, cell or section.'),
})

/** Takes what a document says on words of the newest text, changed as the form says: as a source, a query or a comment. */
export const takeNote = command('takeNote', {
  permission: 'claim.mark',
  input: z.intersection(
    z.object({ ...taking, noteId: id }),
    z.discriminatedUnion(
      'use',
      [
        takenSource,
        z.object({
          use: z.literal('query'),
          to: z.enum(keysOf(QUERY_TO), 'Choose whom you ask.'),
          question: neededProse('Write the question.'),
        }),
        z.object({ use: z.literal('comment'), comment: neededProse('Write the comment.') }),
      ],
      'Choose what it becomes.',
    ),
  ),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input, subject: article, record }) {
    const taker = new Taker(
      actor,
      article,
      await findNewest(actor, article, input.revision),
      record,
    )
    const [note] = await openNotes(actor, article.id, [input.noteId])
    if (!note) throw new Refusal('not-found', 'This is not here, or no longer.')
    if (input.use === 'source') await taker.asSource(note, input)
    else if (input.use === 'query') await taker.asQuery(note, input)
    else await taker.asComment(note, input.comment)
    await taker.end()
    return { claim: taker.marked.at(-1) ?? null }
  },
})

/**
 * Takes what documents say as it is usually taken: what cites as a source, what asks as a query to the writer, or to the
 * editor where there is none. What its document has as done is left; what hangs on no words of the newest text stays open.
 */
export const takeNotes = command('takeNotes', {
  permission: 'claim.mark',
  input: z.object({ ...taking, noteIds: several(id).pipe(z.array(z.string()).min(1, CHOOSE)) }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { noteIds, revision: number }, subject: article, record }) {
    const revision = await findNewest(actor, article, number)
    const taker = new Taker(actor, article, revision, record)
    const to: QueryTo = article.writerIds.length > 0 ? 'writer' : 'editor'
    let unplaced = 0
    for (const note of await openNotes(actor, article.id, noteIds)) {
      const said = { ...note, at: note.writtenAt, span: null }
      const use = usualUse(said)
      if (use === null) await leave(actor, article.id, note, record)
      else if (taker.placeOf(note) === null) unplaced++
      else if (use === 'query') await taker.asQuery(note, { to, question: asQuestion(said) })
      else
        await taker.asSource(note, {
          ...citedSource(said),
          stance: 'supports',
          directness: 'secondary',
        })
    }
    if (unplaced === noteIds.length) throw new Refusal('invalid', NO_WORDS)
    await taker.end()
    return { marked: taker.marked.length, unplaced }
  },
})

/** Leaves what documents say. It stays in the list and can be proposed again. */
export const leaveNotes = command('leaveNotes', {
  permission: 'claim.mark',
  input: z.object({ articleId: id, noteIds: several(id).pipe(z.array(z.string()).min(1, CHOOSE)) }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { noteIds }, subject: { id: articleId }, record }) {
    for (const note of await openNotes(actor, articleId, noteIds)) {
      await leave(actor, articleId, note, record)
    }
  },
})

/** Proposes again what was left. */
export const reopenNotes = command('reopenNotes', {
  permission: 'claim.mark',
  input: z.object({ articleId: id, noteIds: several(id).pipe(z.array(z.string()).min(1, CHOOSE)) }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { noteIds }, subject: { id: articleId }, record }) {
    const left = (await findDocumentNotes(actor, articleId, noteIds)).filter(
      ({ state }) => state === 'left',
    )
    if (left.length === 0) throw new Refusal('conflict', 'Nothing of this was left.')
    for (const { id: noteId, text } of left) {
      await updateDocumentNote(actor, noteId, { state: 'open' })
      record({ type: 'document.note-reopened', articleId, noteId, text: brief(text) })
    }
  },
})

const NO_WORDS =
  'These hang on no words of the newest text. Mark the words yourself, and leave what the document says.'

/** Those of these notes that nobody decided yet. Refuses where a colleague decided all of them. */
async function openNotes(actor: Actor, articleId: string, ids: readonly string[]) {
  const open = (await findDocumentNotes(actor, articleId, ids)).filter(
    ({ state }) => state === 'open',
  )
  if (open.length > 0) return open
  throw new Refusal(
    'conflict',
    'This was decided in the meantime. The list shows what became of it.',
  )
}

async function leave(
  actor: Actor,
  articleId: string,
  { id: noteId, text }: NoteOnFile,
  record: (event: DeskEvent) => void,
): Promise<void> {
  await updateDocumentNote(actor, noteId, { state: 'left' })
  record({ type: 'document.note-left', articleId, noteId, text: brief(text) })
}

/** Makes of notes what they become, on words of the newest text. */
class Taker {
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

type SourceTaken = Pick<
  z.output<typeof takenSource>,
  'title' | 'url' | 'kind' | 'stance' | 'directness' | 'locator'
>

/** What the log says of a note, which may be long. */
const brief = (text: string) => (text.length > 200 ? `${text.slice(0, 199)}…` : text)
