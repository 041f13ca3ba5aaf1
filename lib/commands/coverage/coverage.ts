import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import { insertMarks, listMarks, updateMarksRemoved } from '@/lib/db/coverage/coverage'
import { findWriting } from '@/lib/db/revisions/revisions'
import { type Anchor, anchorAt } from '@/lib/domain/anchoring/anchor'
import { Refusal } from '@/lib/domain/refusal'
import { writersOf } from '@/lib/domain/revisions/writing'
import { command } from '../command'
import { id, neededProse, parsedJson, several } from '../fields'
import { findNewest, recount } from '../revisions/newest-revision'

/** Places that one action may mark at most. */
const MOST_PLACES = 2_000

const offset = z.number().int()

const places = z.preprocess(
  parsedJson,
  z
    .array(z.object({ start: offset, end: offset }), 'Select the words first.')
    .min(1, 'Select the words first.')
    .max(MOST_PLACES, `At most ${MOST_PLACES.toLocaleString('en')} places at once.`),
)

const where = z.object({
  articleId: id,
  revision: z.coerce.number().int().positive(),
  /** JSON of [{ start, end }], UTF-16 units. */
  places,
})

/** Says of words that they are opinion, or that there is nothing in them to check; many places at once. */
export const markCoverage = command('markCoverage', {
  permission: 'coverage.mark',
  input: where.extend({
    kind: z.enum(['opinion', 'nothing_to_check'], 'Say what these words are.'),
  }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { places, kind, ...input }, subject: article, record }) {
    const revision = await findNewest(actor, article, input.revision)
    const anchors = places.map((place) => anchorAt(revision.text, place))
    const mark = { revisionId: revision.id, kind, reason: '' }
    const markIds = await insertMarks(actor, mark, anchors)
    await recount(actor, article, revision)
    record({
      type: 'coverage.marked',
      articleId: article.id,
      kind,
      ...wordsIn(anchors),
      reason: '',
    })
    return { markIds }
  },
})

/** An editor lets words stand unchecked, by name and with a reason. */
export const waiveWords = command('waiveWords', {
  permission: 'coverage.waive',
  input: where.extend({ reason: neededProse('Say why these words need no check.') }),

  async subject(actor, { articleId, places }) {
    const article = await findArticle(actor, { id: articleId })
    const written = await findWriting(actor, articleId)
    return article && { ...article, wroteIds: places.flatMap((at) => writersOf(written, at)) }
  },

  async run({ actor, input: { places, reason, ...input }, subject: article, record }) {
    const revision = await findNewest(actor, article, input.revision)
    const anchors = places.map((place) => anchorAt(revision.text, place))
    const kind = 'waived'
    const markIds = await insertMarks(actor, { revisionId: revision.id, kind, reason }, anchors)
    await recount(actor, article, revision)
    record({ type: 'coverage.marked', articleId: article.id, kind, ...wordsIn(anchors), reason })
    return { markIds }
  },
})

/** Takes marks back, so that their words have to be accounted for again. */
export const unmarkCoverage = command('unmarkCoverage', {
  permission: 'coverage.mark',
  input: z.object({ articleId: id, markIds: several(id) }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { markIds }, subject: article, record }) {
    const revision = await findNewest(actor, article, article.revisionNumber)
    const marks = (await listMarks(actor, revision.id)).filter(({ id }) => markIds.includes(id))
    const [first] = marks
    if (!first) throw new Refusal('conflict', 'These marks were taken back already.')

    await updateMarksRemoved(
      actor,
      marks.map(({ id }) => id),
    )
    await recount(actor, article, revision)
    const { kind } = first
    record({ type: 'coverage.unmarked', articleId: article.id, kind, ...wordsIn(marks) })
  },
})

const wordsIn = (anchors: readonly Pick<Anchor, 'exact'>[]) => ({
  words: anchors.map(({ exact }) => exact),
})
