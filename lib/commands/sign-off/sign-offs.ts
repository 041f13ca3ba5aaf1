import { z } from 'zod'
import { type Article, findArticle, updateArticleStanding } from '@/lib/db/articles/articles'
import type { ChainHead } from '@/lib/db/audit/log'
import { findWriting } from '@/lib/db/revisions/revisions'
import {
  findAcceptance,
  insertAcceptances,
  insertSignOff,
  insertSignOffEnd,
  listStandingSignOffs,
  updateAcceptanceWithdrawn,
} from '@/lib/db/sign-off/sign-offs'
import { findSigning, type SigningFound } from '@/lib/db/sign-off/signing-facts'
import type { Actor } from '@/lib/domain/policy'
import { isInWork } from '@/lib/domain/publication/publication'
import { Refusal } from '@/lib/domain/refusal'
import { writersOf } from '@/lib/domain/revisions/writing'
import type { OpenItem } from '@/lib/domain/sign-off/open-items'
import { emergencyStatement, signingStatement } from '@/lib/domain/sign-off/statement'
import { ARTICLE_STATES, claimNumber } from '@/lib/domain/vocabulary'
import { signedCheckpoint } from '@/lib/keys/signing-key'
import { command } from '../command'
import { about } from '../discussion/selected-words'
import { nameOf } from '../edit-conflicts'
import { id, neededProse, several } from '../fields'
import { assertSignOffSeen, inArchive, signOffSeen } from '../preconditions'
import { assertSeen } from '../seen'

/** An article with everybody who wrote words of its newest text. */
async function articleOf(actor: Actor, { articleId }: { articleId: string }) {
  const article = await findArticle(actor, { id: articleId })
  return article && { ...article, wroteIds: writersOf(await findWriting(actor, articleId)) }
}

/** Accepts by name, and with one reason, that things stay open when an article is signed off. */
export const acceptOpenItems = command('acceptOpenItems', {
  permission: 'sign-off.give',
  input: z.object({
    articleId: id,
    /** The keys of the items, as the page listed them. */
    items: several(z.string().max(100)).refine(
      (keys) => keys.length > 0,
      'Choose what you accept.',
    ),
    reason: neededProse('Say why it may stay open.'),
  }),
  subject: articleOf,

  async run({ actor, input: { articleId, items: keys, reason }, subject: article, record }) {
    assertNotWithdrawn(article)
    const { items, hidden } = await findSigning(actor, article)
    assertNothingHidden(hidden)
    const chosen = items.filter(({ key }) => keys.includes(key))
    if (chosen.length < new Set(keys).size) {
      throw changed('Some of this is not open any more, or is not what you saw.')
    }
    const before = chosen.find(({ acceptance }) => acceptance)
    if (before?.acceptance) {
      throw changed(`${before.acceptance.by} accepted this in the meantime: ${before.what}`)
    }
    await insertAcceptances(actor, articleId, reason, chosen)
    for (const { kind, what, claim } of chosen) {
      const on = about(articleId, claim)
      record({ type: 'open-item.accepted', ...on, kind, what, reason })
    }
    return { accepted: chosen.length }
  },
})

/** Takes back that something may stay open, unless a signature holds that was given with it. */
export const withdrawAcceptance = command('withdrawAcceptance', {
  permission: 'sign-off.give',
  input: z.object({ acceptanceId: id }),

  async subject(actor, { acceptanceId }) {
    const acceptance = await findAcceptance(actor, acceptanceId)
    const article = acceptance && (await articleOf(actor, acceptance))
    return article && { ...article, acceptance }
  },

  async run({ actor, subject: { acceptance, id: articleId, state }, record }) {
    if (acceptance.withdrawnAt) throw changed('This acceptance was taken back already.')
    const [standing] = await listStandingSignOffs(actor, [articleId])
    if (standing?.items.some(({ acceptanceId }) => acceptanceId === acceptance.id)) {
      throw new Refusal(
        'conflict',
        state === 'signed_off'
          ? 'The article was signed off with this. Revoke the sign-off first.'
          : 'The article was signed off with this, and the signature holds.',
      )
    }
    await updateAcceptanceWithdrawn(actor, acceptance.id)
    const { kind, what, claim } = acceptance
    record({ type: 'open-item.acceptance-withdrawn', ...about(articleId, claim), kind, what })
  },
})

const signing = {
  articleId: id,
  /** Where the log ended when the page was made on which the editor read what they sign. */
  seen: z.coerce.number().int().nonnegative(),
}

/**
 * Signs the newest text of an article off. Everything that is open has to be accepted by name before; whoever signs
 * has to have seen the last change. What was published in an emergency, or corrected, is signed for afterwards.
 */
export const signOff = command('signOff', {
  permission: 'sign-off.give',
  input: z.object(signing),
  subject: articleOf,

  async run({ actor, input: { articleId, seen }, subject: article, head, record }) {
    const found = await findSigning(actor, article)
    assertNothingHidden(found.hidden)
    await assertSignable(actor, article, found)
    await assertSeen(actor, articleId, seen)
    const open = found.items.filter(({ acceptance }) => !acceptance)
    if (open[0]) {
      const others = open.length > 1 ? ` And ${open.length - 1} more.` : ''
      throw new Refusal(
        'invalid',
        `This is neither done nor accepted: ${open[0].what}${others} Do it, or accept it with a reason.`,
      )
    }
    const isEmergency = found.standing?.emergency === true
    if (found.standing) {
      await insertSignOffEnd(actor, { signOffId: found.standing.id, kind: 'completed' })
    }
    const statement = signingStatement(found.signing)
    const { signOffId, on } = await sign(actor, articleId, found, { head, statement })
    if (isBeforePublication(article)) {
      await updateArticleStanding(actor, articleId, { state: 'signed_off' })
    }
    if (isEmergency && found.standing) {
      const { number: revision } = found.revision
      record({ type: 'sign-off.completed', articleId, signOffId: found.standing.id, revision })
    }
    const accepted = found.items.map(onRecord)
    record({ type: 'article.signed-off', ...on, role: actor.role, statement, accepted })
    return { signOffId }
  },
})

/** Takes a signature back before the article is published. It stays on record. */
export const revokeSignOff = command('revokeSignOff', {
  permission: 'sign-off.revoke',
  input: z.object({
    articleId: id,
    signOffId: signOffSeen,
    reason: neededProse('Say why you take it back.'),
  }),
  subject: articleOf,

  async run({ actor, input: { articleId, signOffId: seen, reason }, subject, record }) {
    const [standing] = await listStandingSignOffs(actor, [articleId])
    if (subject.state !== 'signed_off' || !standing) {
      throw new Refusal(
        'conflict',
        subject.state === 'published'
          ? 'The article is published. Take that back first.'
          : 'No sign-off holds that could be taken back.',
      )
    }
    await assertSignOffSeen(actor, standing, seen, 'take it back')
    await insertSignOffEnd(actor, { signOffId: standing.id, kind: 'revoked', reason })
    await updateArticleStanding(actor, articleId, { state: 'with_editor' })
    const { id: signOffId, revision } = standing
    record({ type: 'sign-off.revoked', articleId, signOffId, revision: revision.number, reason })
  },
})

/** Publishes before the check is done: with a reason, and with a list of what must still be done. */
export const publishInEmergency = command('publishInEmergency', {
  permission: 'sign-off.give',
  input: z.object({ ...signing, reason: neededProse('Say why it cannot wait.') }),
  subject: articleOf,

  async run({ actor, input: { articleId, seen, reason }, subject: article, head, record }) {
    assertNotArchived(article)
    if (!isBeforePublication(article)) {
      throw new Refusal(
        'conflict',
        article.state === 'signed_off'
          ? 'The article is signed off, so it can simply be published.'
          : `The article is ${ARTICLE_STATES[article.state].toLowerCase()} already.`,
      )
    }
    const found = await findSigning(actor, article)
    assertNothingHidden(found.hidden)
    await assertSeen(actor, articleId, seen)
    const statement = emergencyStatement(found.signing)
    const { on } = await sign(actor, articleId, found, { head, statement, reason })
    await updateArticleStanding(actor, articleId, { state: 'published' })
    const open = found.items.filter(({ acceptance }) => !acceptance).map(onRecord)
    const type = 'article.published-in-emergency'
    record({ type, ...on, role: actor.role, statement, reason, open })
  },
})

async function sign(
  actor: Actor,
  articleId: string,
  { revision, items }: SigningFound,
  { head, statement, reason }: { head: ChainHead; statement: string; reason?: string },
) {
  const { id: revisionId, number, sha256 } = revision
  const checkpoint = signedCheckpoint({ newsroomId: actor.newsroomId, ...head })
  const emergency = reason !== undefined
  const signOffId = await insertSignOff(
    actor,
    { articleId, revisionId, sha256, statement, emergency, reason: reason ?? '', checkpoint },
    items.map(({ acceptance, ...item }) => ({ ...item, acceptanceId: acceptance?.id ?? null })),
  )
  return { signOffId, on: { articleId, signOffId, revision: number, sha256 } }
}

const onRecord = ({ kind, claim, what }: OpenItem) => ({ kind, claimId: claim?.id ?? null, what })

const isBeforePublication = ({ state }: Pick<Article, 'state'>) => isInWork(state)

const changed = (why: string) =>
  new Refusal('conflict', `${why} Nothing was stored; look at the list as it is now.`)

function assertNotWithdrawn({ state }: Article): void {
  if (state !== 'withdrawn') return
  throw new Refusal('conflict', 'The article is withdrawn. Reinstate it first.')
}

function assertNotArchived({ archivedAt }: Article): void {
  if (archivedAt) throw inArchive()
}

async function assertSignable(actor: Actor, article: Article, found: SigningFound): Promise<void> {
  assertNotWithdrawn(article)
  assertNotArchived(article)
  const { standing } = found
  if (!standing || standing.emergency) return
  const who = await nameOf(actor, standing.signedById)
  throw new Refusal('conflict', `${who} signed this text off already, and the signature holds.`)
}

/** Nobody answers for what they may not know: of these claims the actor gives the second check, and has not yet. */
function assertNothingHidden(hidden: readonly number[]): void {
  if (hidden.length === 0) return
  throw new Refusal(
    'conflict',
    `A verdict on ${LIST.format(hidden.map(claimNumber))} is hidden from you until your own second check is saved. Give it first, or let another editor sign.`,
  )
}

const LIST = new Intl.ListFormat('en-GB')
