/** How an article gets its next text, whoever made it and how. */

import { createHash } from 'node:crypto'
import { type Article, findArticle } from '@/lib/db/articles/articles'
import type { LastPlace } from '@/lib/db/claims/anchors'
import { insertRevision, listRevisions, type Revision } from '@/lib/db/revisions/revisions'
import { OUTCOMES, type Outcome } from '@/lib/domain/anchoring/outcomes'
import type { DeskEvent } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'
import { isCorrectable, isOut } from '@/lib/domain/publication/publication'
import { Refusal } from '@/lib/domain/refusal'
import { type Writers, writingAfter } from '@/lib/domain/revisions/writing'
import type { PlacedBlock, Span } from '@/lib/domain/text/blocks'
import { ARTICLE_STATES, keysOf } from '@/lib/domain/vocabulary'
import { nameOf } from '../edit-conflicts'
import { placeClaims, placeMarks } from './carry-claims'
import { carryDiscussion } from './carry-discussion'
import { recountWords } from './newest-revision'
import { type CarriedClaim, carryAll, findStanding } from './standing'
import { type LaidOut, Workings } from './workings'

/** A text, and the newest one that it was made from. */
export interface NextText {
  from: Revision
  workings: Workings
  /** Where words of the older text stand in this one, as far as a person said which changes make it. */
  said?: (span: Span) => Span | null
  /** Who wrote the words of this text that the older one does not have; without it, whoever brings it in. */
  broughtBy?: (words: Span) => Writers
  /** What those changes are. */
  how?: 'applied' | 'corrected'
}

/** Works out, before the newsroom's turn is taken, all that bringing this text in would work out now. */
export async function workOut(actor: Actor, from: Revision, to: LaidOut): Promise<Workings> {
  const workings = new Workings(to)
  await workings.compareWith(from)
  const standing = await findStanding(actor, from)
  for (const text of standing.texts) await workings.compareWith(text)
  carryAll(workings, standing)
  const article = await findArticle(actor, { id: from.articleId })
  if (article) await workings.findWords(article.language)
  return workings
}

/** Makes a text the newest of an article, carries everything into it that has a place, and records what became of it. */
export async function bringIn(
  actor: Actor,
  article: Article,
  { from, workings, said, how, broughtBy }: NextText,
  record: (event: DeskEvent) => void,
): Promise<Revision> {
  const [articleId, number] = [article.id, from.number + 1]
  const { text, blocks } = workings.to
  const words = workings.wordsIn(article.language)
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex')
  const written = writingAfter(workings.alignmentFrom(from), from.written, (at) => {
    const { by, asked } = broughtBy?.(at) ?? { by: [actor.userId], asked: [] }
    return { by: [...by, ...article.writerIds], asked }
  })
  const made = { articleId, number, text, blocks, sha256, words: words.length, written }
  const to = await insertRevision(actor, made)

  const standing = await findStanding(actor, from)
  const carried = carryAll(workings, standing)
  const claims = byOutcome(carried.claims, standing.claims.length)
  const uncertain: DeskEvent[] = []
  const saidOf = ({ anchor }: LastPlace) =>
    anchor.revision.number === from.number && said ? said(anchor) : null
  const into = { articleId, language: article.language, to, said: saidOf, how }
  const { recheck, reframed } = await placeClaims(actor, into, carried.claims, (event) =>
    uncertain.push(event),
  )
  await carryDiscussion(actor, to.id, carried.talk)
  const marked = await placeMarks(actor, to, carried)
  await recountWords(actor, to, words)
  const typographicOnly = carried.claims.filter(differsInForm).map(({ claim }) => claim.number)
  const about = { articleId, revision: number, sha256, words: words.length }
  record({
    ...{ type: 'revision.brought', ...about, claims, typographicOnly, recheck },
    ...(reframed.length > 0 && { reframed }),
    ...marked,
  })
  for (const event of uncertain) record(event)
  return to
}

/** Refuses a new text for an article whose text is out, and one that was made from another than the newest. */
export async function assertRevisable(
  actor: Actor,
  article: Article,
  base: number,
  whatNow: string,
): Promise<void> {
  assertOpen(article)
  await assertNewestText(actor, article, base, whatNow)
}

/** Refuses what was made from another text than the newest: it says who was first, and what can be done about it. */
export async function assertNewestText(
  actor: Actor,
  article: Article,
  base: number,
  whatNow: string,
): Promise<void> {
  if (base === article.revisionNumber) return
  const [newest] = await listRevisions(actor, article.id)
  const who = newest ? await nameOf(actor, newest.createdById) : 'Somebody'
  throw new Refusal(
    'conflict',
    `${who} brought in revision ${article.revisionNumber} while you worked on revision ${base}. ${whatNow}`,
  )
}

function assertOpen({ state }: Pick<Article, 'state'>): void {
  if (!isOut(state)) return
  const stays = `This article is ${ARTICLE_STATES[state].toLowerCase()}, so its text stays as it is.`
  const instead = 'An editor can correct it, with a notice to its readers.'
  throw new Refusal('conflict', isCorrectable(state) ? `${stays} ${instead}` : stays)
}

/** Refuses a text that is the one on file, to the letter and in the same blocks. */
export function assertOther(old: Revision, now: { text: string; blocks: PlacedBlock[] }): void {
  const kinds = (blocks: PlacedBlock[]) =>
    blocks.map(({ kind, start }) => `${kind} ${start}`).join()
  if (old.text !== now.text || kinds(old.blocks) !== kinds(now.blocks)) return
  const message = `Nothing changed: this is the text of revision ${old.number}, to the letter.`
  throw new Refusal('invalid', message, { blocks: message })
}

/** The claims' numbers by what became of them. No claim is ever dropped. */
function byOutcome(carried: readonly CarriedClaim[], all: number): Record<Outcome, number[]> {
  if (carried.length !== all || new Set(carried.map(({ claim }) => claim.id)).size !== all) {
    throw new Error(`of ${all} claims, ${carried.length} have an answer`)
  }
  const numbers = (what: Outcome) =>
    carried.filter(({ outcome }) => outcome.what === what).map(({ claim }) => claim.number)
  return Object.fromEntries(keysOf(OUTCOMES).map((what) => [what, numbers(what)])) as Record<
    Outcome,
    number[]
  >
}

function differsInForm({ outcome }: CarriedClaim): boolean {
  return 'typographic' in outcome && outcome.typographic.length > 0
}
