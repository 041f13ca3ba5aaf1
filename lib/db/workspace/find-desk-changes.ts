import type { DeskEvent } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'
import type { Span } from '@/lib/domain/text/blocks'
import { findArticle } from '../articles/articles'
import { listUnplacedClaims } from '../claims/anchors'
import { listDismissed } from '../claims/candidates'
import { findChanges } from '../claims/changed-claims'
import { listClaims } from '../claims/claims'
import { findLastChecked } from '../claims/verdicts'
import { listMarks, type Mark } from '../coverage/coverage'
import { listOpenQueries } from '../discussion/queries'
import { countSuggestions } from '../discussion/suggestions'
import { findRevisionId } from '../revisions/revisions'
import type { AnsweredQuery } from './desk-facts'
import { findDossier } from './dossiers'
import { asShown } from './find-desk'

/** What a page knows of an article already. */
interface Known {
  slug: string
  /** The SHA-256 of the text that it shows. */
  has: string
  /** A place in the newsroom's log: what it shows is at least as new. */
  since: number
  /** The claim whose dossier is asked for, and the one whose dossier it has; 0 for none. */
  claim: number
  kept: number
}

/**
 * What is other on an article than a page knows it, for this person; null where that cannot be told part by part, and
 * all of it has to be read again. Whatever is in it is read now, with this person's rights.
 */
export async function findDeskChanges(actor: Actor, { slug, has, since, claim, kept }: Known) {
  const article = await findArticle(actor, { slug })
  if (!article) return null
  const about = { articleId: article.id, since }
  const [changes, revisionId] = await Promise.all([
    findChanges(actor, about),
    findRevisionId(actor, { articleId: article.id, sha256: has }),
  ])
  if (!changes || !revisionId) return null
  const parts = new Set<Part>()
  for (const type of changes.types) {
    const changed = PARTS[type]
    if (!changed) return null
    for (const part of changed) parts.add(part)
  }

  const ids = changes.claimIds
  const only = async <Read>(part: Part, read: () => Promise<Read>) =>
    parts.has(part) ? read() : undefined
  const [claims, marks, dismissed, talk, lastChecked] = await Promise.all([
    ids.length > 0 ? listClaims(actor, article.id, revisionId, ids) : [],
    only('marks', () => listMarks(actor, revisionId)),
    only('dismissed', () => listDismissed(actor, revisionId)),
    only('talk', () => countTalk(actor, article.id)),
    only('lastChecked', () => findLastChecked(actor, article.id)),
  ])
  const isWhole = claims.length >= ids.length
  const unplaced = isWhole ? [] : await listUnplacedClaims(actor, article.id, revisionId, ids)
  const isChanged = [...claims, ...unplaced].some(({ number }) => number === claim)
  const isWanted = claim > 0 && claim < 1e6 && (isChanged || claim !== kept)
  return {
    since,
    me: actor.userId,
    seq: actor.seenSeq,
    covered: article.coveredWords,
    /** The claims that may be other than before; what is now known of each is below. */
    changed: ids,
    claims: claims.map(asShown),
    unplaced,
    marks: marks?.map(asMarked),
    dismissed: dismissed?.map(asSpan),
    talk,
    lastChecked,
    dossier: isWanted ? await findDossier(actor, article.id, Math.trunc(claim)) : null,
  }
}

/** What changed on an article, as the server sends it. What is left out is as it was. */
export type DeskChanges = NonNullable<Awaited<ReturnType<typeof findDeskChanges>>>

async function countTalk(actor: Actor, articleId: string) {
  const [queries, suggestions] = await Promise.all([
    listOpenQueries(actor, articleId),
    countSuggestions(actor, articleId),
  ])
  const open = queries.filter(({ state }) => state === 'open')
  const blocking = open.filter((query) => query.blocking).length
  const answered = queries
    .filter(({ state }) => state === 'answered')
    .map(({ claim, askedById }): AnsweredQuery => {
      return { claim: claim?.number ?? null, isMine: askedById === actor.userId }
    })
  return { queries: open.length, blocking, answered, ...suggestions }
}

const asMarked = ({ id, kind, start, end }: Mark) => ({ id, kind, start, end })

const asSpan = ({ start, end }: Span) => ({ start, end })

type Part = 'marks' | 'dismissed' | 'talk' | 'lastChecked'

/**
 * What changes besides the claim that is named, by what happened. What is missing here may change anything, such as
 * the text, who works on the article, or what somebody may see.
 */
const PARTS: { [type: string]: readonly Part[] } = {
  'claim.marked': [],
  'claim.changed': [],
  'claim.status-set': [],
  'claim.placed': [],
  'claim.displaced': [],
  'claim.frame-held': [],
  'claim.sent-to-recheck': [],
  'claim.cut': [],
  'claim.restored': [],
  'verdict.given': ['lastChecked'],
  'earlier-check.answered': [],
  'second-check.asked': [],
  'second-check.withdrawn': [],
  'second-checker.named': [],
  'support.waived': [],
  'coverage.marked': ['marks'],
  'coverage.unmarked': ['marks'],
  'candidate.dismissed': ['dismissed'],
  'candidate.restored': ['dismissed'],
  'contradiction.answered': [],
  'contradiction.reopened': [],
  'source.added': [],
  'source.changed': [],
  'source.merged': [],
  'source.merge-undone': [],
  'source.weighed': [],
  'source.fell': [],
  'source.stood-again': [],
  'published-checks.brought': [],
  'published-checks.removed': [],
  'origins.grouped': [],
  'origins.kept-apart': [],
  'origin.parted': [],
  'file.arrived': [],
  'files.checked': [],
  'capture.kept': [],
  'evidence.attached': [],
  'evidence.changed': [],
  'evidence.detached': [],
  'fact.kept': [],
  'fact.added': [],
  'fact.changed': [],
  'fact.retired': [],
  'fact.restored': [],
  'facts.ruled': [],
  'facts.imported': [],
  'difference.dismissed': [],
  'difference.restored': [],
  'view.saved': [],
  'view.renamed': [],
  'view.shared': [],
  'view.kept-back': [],
  'view.deleted': [],
  'host.allowed': [],
  'host.forbidden': [],
  'job.asked': [],
  'job.cancelled': [],
  'job.retried': [],
  'bundle.made': [],
  'authority.added': [],
  'authority.removed': [],
  'time-stamp.asked': [],
  'time-stamp.granted': [],
  'time-stamp.failed': [],
  'comparison.named': [],
  'query.asked': ['talk'],
  'query.answered': ['talk'],
  'query.closed': ['talk'],
  'query.reopened': ['talk'],
  'suggestion.made': ['talk'],
  'suggestion.accepted': ['talk'],
  'suggestion.stet': ['talk'],
  'suggestion.withdrawn': ['talk'],
  'suggestion.dissented': [],
  'comment.written': [],
  'comment.resolved': [],
  'comment.reopened': [],
  'article.copied': [],
  'document.notes-found': [],
  'document.note-taken': [],
  'document.note-left': [],
  'document.note-reopened': [],
  'sheet.brought': [],
  'proposals.counted-anew': [],
  'member.invited': [],
  'invitation.withdrawn': [],
  'password-link.made': [],
  'account.password-set-by-link': [],
  'account.password-changed': [],
  'account.logged-out-everywhere': [],
  'token.made': [],
  'token.revoked': [],
  'account.mail-chosen': [],
  'webhook.added': [],
  'webhook.removed': [],
  'webhook.tested': [],
  'webhook.changed': [],
  'webhook.secret-rotated': [],
  'webhook.delivery-resent': [],
  'webhook.switched-off': [],
} satisfies { [Type in DeskEvent['type']]?: readonly Part[] }
