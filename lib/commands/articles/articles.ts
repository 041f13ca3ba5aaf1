import { createHash } from 'node:crypto'
import { z } from 'zod'
import {
  type Article,
  type ArticleDetails,
  findArticle,
  hasSlug,
  insertArticle,
  updateArticle,
  updateArticleStanding,
} from '@/lib/db/articles/articles'
import { listMembers, type Member } from '@/lib/db/newsroom/members'
import { findRevision } from '@/lib/db/revisions/revisions'
import { listStandingSignOffs } from '@/lib/db/sign-off/sign-offs'
import { slugOf } from '@/lib/domain/articles/slug'
import { type Actor, canBe, type Part, partOfBringer } from '@/lib/domain/policy'
import { isInWork } from '@/lib/domain/publication/publication'
import { Refusal } from '@/lib/domain/refusal'
import { firstWriting } from '@/lib/domain/revisions/writing'
import { layOut } from '@/lib/domain/text/blocks'
import { wordsInTurns } from '@/lib/domain/text/words'
import { momentBesideUtc } from '@/lib/domain/times/moments'
import { UTC } from '@/lib/domain/times/time-zones'
import { ARTICLE_STATES, type ArticleState } from '@/lib/domain/vocabulary'
import { bringDocument, documentField } from '../bring-document'
import { bringItem, itemField } from '../bring-item'
import { command } from '../command'
import {
  assertNewestVersion,
  changesBetween,
  type Field,
  lastToChange,
  nameOf,
} from '../edit-conflicts'
import { blocksField, id, moment, needed, optionalId, prose, several, version } from '../fields'
import { inArchive } from '../preconditions'

const details = z.object({
  headline: needed('Give the article a headline.', 500),
  language: z
    .string()
    .trim()
    .default('en')
    .refine(isLanguage, 'This is not a language code such as en, tr or zh-Hant.'),
  deadline: moment,
  worry: prose(),
  editorId: optionalId,
  writerIds: several(id),
  checkerIds: several(id),
})

/** Brings an article in: its blocks become revision 1, whose text never changes again. */
export const bringArticle = command('bringArticle', {
  permission: 'article.bring',
  input: details.extend({ blocks: blocksField, document: documentField, item: itemField }),
  subject: async () => ({}),

  async prepare({ input: { blocks, language } }) {
    const text = layOut(blocks)
    const words = (await wordsInTurns(text.text, text.blocks, language)).length
    return { ...text, words, sha256: createHash('sha256').update(text.text, 'utf8').digest('hex') }
  },

  async run({ actor, input: { blocks: _, document, item, ...input }, prepared: text, record }) {
    const { words, sha256 } = text
    const people = await assertPeople(actor, withBringer(actor, input))
    const slug = await freeSlug(actor, input.headline)

    const written = firstWriting(text.text, [actor.userId, ...people.writerIds])
    const articleId = await insertArticle(actor, { ...people, slug }, { ...text, written })
    const { headline } = input
    record({ type: 'article.brought', articleId, headline, revision: 1, sha256, words })
    const first = (document ?? item) && (await findRevision(actor, articleId))
    if (first) {
      const of = { articleId, revisionId: first.id, revision: 1 }
      await bringDocument(actor, of, document, record)
      await bringItem(actor, of, item, record)
    }
    return { articleId, slug }
  },
})

/** Changes an article's details; the text is not one of them. */
export const editArticle = command('editArticle', {
  permission: 'article.edit',
  input: details.extend({ articleId: id, version }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { articleId, ...input }, subject: article, record }) {
    const fields = fieldsOf(await listMembers(actor))
    await assertNewestVersion(
      actor,
      { articleId, types: ['article.changed'] },
      fields,
      article,
      input,
    )
    const changes = changesBetween(fields, article, input)
    const { version: _, ...people } = await assertPeople(actor, input)
    await assertNoSigner(actor, article, people)

    await updateArticle(actor, articleId, people)
    record({ type: 'article.changed', articleId, changes })
  },
})

/** The states that are reached by hand; signing off and publishing are decisions of their own. */
const MOVABLE = ['draft', 'in_check', 'with_editor'] as const satisfies readonly ArticleState[]

/** Moves an article on towards the editor, or back. */
export const moveArticle = command('moveArticle', {
  permission: 'article.move',
  input: z.object({ articleId: id, from: z.string(), to: z.enum(MOVABLE, 'Choose a state.') }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { articleId, from, to }, subject: article, record }) {
    if (article.state !== from) {
      throw new Refusal(
        'conflict',
        `${await lastToChange(actor, { articleId, types: ['article.moved'] })} moved this article to ${ARTICLE_STATES[article.state]} in the meantime.`,
      )
    }
    if (article.archivedAt) throw inArchive()
    if (article.state === to) throw new Refusal('invalid', 'The article stands there already.')
    if (!isInWork(article.state)) {
      throw new Refusal(
        'conflict',
        article.state === 'signed_off'
          ? 'The article is signed off. Revoke the sign-off first, or bring in a new text.'
          : `The article is ${ARTICLE_STATES[article.state].toLowerCase()}, and does not go back to the desk.`,
      )
    }
    await updateArticleStanding(actor, articleId, { state: to })
    record({ type: 'article.moved', articleId, from: article.state, to })
  },
})

/** Whoever brings an article in works on it, or they would not see it afterwards. */
function withBringer<Details extends ArticleDetails>(actor: Actor, input: Details): Details {
  const add = (ids: readonly string[]) => [...new Set([...ids, actor.userId])]
  const part = partOfBringer(actor)
  if (part === 'writer') return { ...input, writerIds: add(input.writerIds) }
  if (part === 'checker' && !input.writerIds.includes(actor.userId)) {
    return { ...input, checkerIds: add(input.checkerIds) }
  }
  return input
}

/** A signature that outlives a change of the writers, because the article is out, is of somebody who is none of them. */
async function assertNoSigner(
  actor: Actor,
  { id: articleId, state, writerIds }: Article,
  now: Pick<ArticleDetails, 'writerIds'>,
): Promise<void> {
  if (state === 'signed_off' || actor.selfCheck) return
  const come = now.writerIds.filter((userId) => !writerIds.includes(userId))
  const standing = come.length > 0 ? await listStandingSignOffs(actor, [articleId]) : []
  const signer = standing.find(({ signedById }) => come.includes(signedById))?.signedById
  if (!signer) return
  const who = await nameOf(actor, signer)
  const message = `${who} signed this text off, and nobody signs for what they wrote. The signature holds, so the list of writers stays without them.`
  throw new Refusal('conflict', message, { writerIds: message })
}

async function assertPeople<Details extends ArticleDetails>(
  actor: Actor,
  input: Details,
): Promise<Details> {
  const present = (await listMembers(actor)).filter(({ removedAt }) => removedAt === null)
  const canAll = (part: Part, userIds: readonly string[]) =>
    userIds.every((userId) =>
      present.some((member) => member.userId === userId && canBe(member.role, part)),
    )

  if (!canAll('editor', input.editorId ? [input.editorId] : [])) {
    throw refuse('editorId', 'The editor must be an editor or admin of this newsroom.')
  }
  if (!canAll('writer', input.writerIds)) {
    throw refuse('writerIds', 'A writer must be in this newsroom, and not as an auditor.')
  }
  if (!canAll('checker', input.checkerIds)) {
    throw refuse('checkerIds', 'A checker must be a checker, editor or admin of this newsroom.')
  }
  const both = input.writerIds.some((one) => input.checkerIds.includes(one))
  if (both && !actor.selfCheck) {
    throw refuse(
      'checkerIds',
      'Nobody checks what they wrote, unless the newsroom is set to self-check.',
    )
  }
  return {
    ...input,
    writerIds: [...new Set(input.writerIds)],
    checkerIds: [...new Set(input.checkerIds)],
  }
}

const refuse = (field: string, message: string) =>
  new Refusal('invalid', message, { [field]: message })

/** Addresses beside the articles that belong to the product itself. */
const TAKEN = ['new']

/** An address in this newsroom that no article has, after a headline. */
export async function freeSlug(actor: Actor, headline: string): Promise<string> {
  const wanted = slugOf(headline)
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`
    if (!TAKEN.includes(slug) && !(await hasSlug(actor, slug))) return slug
  }
}

function fieldsOf(members: Member[]): Field<ArticleDetails>[] {
  const named = (userId: string) =>
    members.find((member) => member.userId === userId)?.name ?? 'somebody'
  const names = (ids: readonly string[]) => ids.map(named).sort().join(', ')
  return [
    { name: 'headline', label: 'headline', printed: ({ headline }) => headline },
    { name: 'language', label: 'language', printed: ({ language }) => language },
    {
      name: 'deadline',
      label: 'deadline',
      printed: ({ deadline }) => (deadline ? fullTime(deadline) : ''),
    },
    { name: 'worry', label: 'the writer’s worry', printed: ({ worry }) => worry },
    {
      name: 'editorId',
      label: 'editor',
      printed: ({ editorId }) => (editorId ? named(editorId) : ''),
    },
    { name: 'writerIds', label: 'writers', printed: ({ writerIds }) => names(writerIds) },
    { name: 'checkerIds', label: 'checkers', printed: ({ checkerIds }) => names(checkerIds) },
  ]
}

function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1
  } catch {
    return false
  }
}

/** A moment as the log and conflicts print it; they are read in more than one time zone. */
function fullTime(at: Date): string {
  return momentBesideUtc(at, UTC)
}
