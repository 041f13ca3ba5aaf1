import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Article, findArticle, findRevision, type Revision } from '../db/articles'
import { type LastPlace, listLastPlaces } from '../db/places'
import { insertRevision, listRevisions } from '../db/revisions'
import { align } from '../domain/alignment'
import { OUTCOMES, type Outcome } from '../domain/carrying'
import type { DeskEvent } from '../domain/events'
import type { Actor } from '../domain/policy'
import { Refusal } from '../domain/refusal'
import { layOut, type PlacedBlock } from '../domain/text'
import { ARTICLE_STATES, type ArticleState, keysOf } from '../domain/vocabulary'
import { wordsOf } from '../domain/words'
import { blocksField } from './article-text'
import { type CarriedClaim, type Change, carryClaims, carryMarks, placeClaims } from './carrying'
import { nameOf } from './changes'
import { command } from './door'
import { id } from './fields'
import { recount } from './newest-text'

/**
 * Brings in the next text of an article. Each claim is carried into it where its words have one certain place;
 * every other one waits for a person to place it.
 */
export const reviseArticle = command({
  permission: 'article.revise',
  input: z.object({
    articleId: id,
    /** The number of the revision that the text was made from. */
    base: z.coerce.number().int().positive(),
    blocks: blocksField,
  }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  // Both texts never change, so that they can be compared before the newsroom's turn is taken.
  async prepare({ actor, input: { articleId, base, blocks } }) {
    const old = await findRevision(actor, articleId, base)
    const text = layOut(blocks)
    return { ...text, alignment: old && align(old.text, text.text) }
  },

  async run({ actor, input: { articleId, base }, subject: article, prepared, record }) {
    assertOpen(article)
    await assertNewestBase(actor, article, base)
    const { alignment, ...text } = prepared
    const from = await findRevision(actor, articleId, base)
    if (!from || !alignment) throw new Error(`article ${articleId} has no revision ${base}`)
    assertOther(from, text)

    const number = base + 1
    const words = wordsOf(text.text, text.blocks, article.language).length
    const sha256 = createHash('sha256').update(text.text, 'utf8').digest('hex')
    const to = await insertRevision(actor, { articleId, number, ...text, sha256, words })
    const revised = { ...article, revisionNumber: number }

    const places = await listLastPlaces(actor, { articleId, status: { not: 'cut' } })
    const changes = await changesInto(actor, { from, to, alignment }, places)
    const carried = carryClaims(places, changes)
    const claims = byOutcome(carried, places.length)
    const unplaced: DeskEvent[] = []
    const recheck = await placeClaims(actor, { articleId, to }, carried, (event) => {
      unplaced.push(event)
    })
    const marked = await carryMarks(actor, { from, to, alignment })
    await recount(actor, revised, to)
    const typographicOnly = carried.filter(differsInForm).map(({ claim }) => claim.number)
    const about = { articleId, revision: number, sha256, words }
    record({ type: 'revision.brought', ...about, claims, typographicOnly, recheck, ...marked })
    for (const event of unplaced) record(event)
    return { revision: number }
  },
})

/** The states in which a text is out, and is changed by a correction only. */
const OUT: readonly ArticleState[] = ['published', 'corrected', 'withdrawn']

function assertOpen({ state }: Pick<Article, 'state'>): void {
  if (!OUT.includes(state)) return
  throw new Refusal(
    'conflict',
    `This article is ${ARTICLE_STATES[state].toLowerCase()}, so its text stays as it is.`,
  )
}

async function assertNewestBase(actor: Actor, article: Article, base: number): Promise<void> {
  if (base === article.revisionNumber) return
  const [newest] = await listRevisions(actor, article.id)
  const who = newest ? await nameOf(actor, newest.createdById) : 'Somebody'
  throw new Refusal(
    'conflict',
    `${who} brought in revision ${article.revisionNumber} while you worked on revision ${base}. Your text is still here: look at what differs, and save it on top of theirs if it should stand.`,
  )
}

/** Refuses a text that is the one on file, to the letter and in the same blocks. */
function assertOther(old: Revision, now: { text: string; blocks: PlacedBlock[] }): void {
  const kinds = (blocks: PlacedBlock[]) =>
    blocks.map(({ kind, start }) => `${kind} ${start}`).join()
  if (old.text !== now.text || kinds(old.blocks) !== kinds(now.blocks)) return
  const message = `Nothing changed: this is the text of revision ${old.number}, to the letter.`
  throw new Refusal('invalid', message, { blocks: message })
}

/** The same change from each older text in which a claim had its last place. */
async function changesInto(
  actor: Actor,
  newest: Change,
  places: readonly LastPlace[],
): Promise<Change[]> {
  const { to } = newest
  const older = new Set(places.map(({ anchor }) => anchor.revision.number))
  older.delete(newest.from.number)
  const changes = [newest]
  for (const number of older) {
    const from = await findRevision(actor, to.articleId, number)
    if (from) changes.push({ from, to, alignment: align(from.text, to.text) })
  }
  return changes
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
