import { randomUUID } from 'node:crypto'
import { bringArticle } from '@/lib/commands/articles/articles'
import { markClaim } from '@/lib/commands/claims/claims'
import { markCoverage } from '@/lib/commands/coverage/coverage'
import { signOff } from '@/lib/commands/sign-off/sign-offs'
import { attachEvidence } from '@/lib/commands/sources/evidence'
import { findChainHead } from '@/lib/db/audit/log'
import { insertMembership, insertUser } from '@/lib/db/newsroom/onboarding'
import { insertSession } from '@/lib/db/newsroom/sessions'
import { type Block, layOut, type Span } from '@/lib/domain/text/blocks'
import { hashPassword } from '../auth/passwords'
import { actorOf } from '../auth/place'
import { db } from '../db/client'
import type { Actor } from '../domain/policy'
import type { ClaimType, Directness, Risk, Role, SourceKind, Stance } from '../domain/vocabulary'

/** The password of everybody who is made here. */
export const TEST_PASSWORD = 'correct horse battery'

const passwordHash = hashPassword(TEST_PASSWORD)

/** An article to test with, and whoever brought it in. */
export interface TestArticle {
  articleId: string
  slug: string
  text: string
  by: Actor
}

/** A claim to test with, and whoever marked it. */
export interface TestClaim {
  claimId: string
  articleId: string
  number: number
  by: Actor
}

export type Newsroom = Awaited<ReturnType<typeof aNewsroom>>

/** A newsroom to test in, with people, articles, claims and evidence as they are needed, made by the real commands. */
export async function aNewsroom({ selfCheck = false, name = 'The Desk' } = {}) {
  const slug = `desk-${randomUUID()}`
  const { id: newsroomId } = await db().newsroom.create({ data: { slug, name, selfCheck } })
  let sources = 0

  return {
    slug,
    name,

    /** Somebody with a live log-in: by its `sessionId` in a cookie, or by `email` and `TEST_PASSWORD`. */
    async member(role: Role, name = 'Nora'): Promise<Actor> {
      const email = `${randomUUID()}@example.org`
      const userId = await insertUser({ name, email, passwordHash: await passwordHash })
      await insertMembership({ userId, newsroomId }, role)
      return found(await actorOf(await insertSession(userId), slug))
    },

    async article({ by, text = TEXT, blocks, ...details }: ArticleOptions): Promise<TestArticle> {
      const laidOut = blocks ?? text.split('\n\n').map(asParagraph)
      const { articleId, slug } = await bringArticle(by, {
        headline: details.headline ?? 'The bridge',
        language: details.language,
        deadline: details.deadline?.toISOString(),
        worry: details.worry,
        editorId: details.editor?.userId,
        writerIds: ids(details.writers),
        checkerIds: ids(details.checkers),
        blocks: laidOut,
      })
      return { articleId, slug, text: layOut(laidOut).text, by }
    },

    /** An article without anything to check, signed off by whoever brought it in. */
    async signed(options: ArticleOptions): Promise<TestArticle> {
      const { by, text = 'Good morning.' } = options
      const article = await this.article({ ...options, text })
      const places = [{ start: 0, end: article.text.length }]
      const { articleId } = article
      await markCoverage(by, { articleId, revision: 1, kind: 'nothing_to_check', places })
      await signOff(by, { articleId, seen: (await findChainHead(by)).seq })
      return article
    },

    /** Marks the first place where these words stand. */
    async claim(
      { articleId, text, by }: TestArticle,
      words: string,
      { by: marker = by, ...details }: ClaimOptions = {},
    ): Promise<TestClaim> {
      const place = { articleId, revision: 1, ...spanOf(text, words) }
      const marked = await markClaim(marker, { type: 'event', ...details, ...place })
      return { ...marked, articleId, by: marker }
    },

    /** Attaches a source of its own to a claim, or one that is on file. */
    async evidence(
      { claimId, by }: Pick<TestClaim, 'claimId' | 'by'>,
      { by: finder = by, sourceId, ...details }: EvidenceOptions = {},
    ): Promise<{ evidenceId: string; sourceId: string }> {
      const { evidenceId } = await attachEvidence(finder, {
        claimId,
        sourceId: sourceId ?? 'new',
        kind: 'official_document',
        title: `A ledger, volume ${++sources}`,
        stance: 'supports',
        directness: 'primary',
        locator: 'page 4',
        ...details,
      })
      const row = await db().evidence.findUniqueOrThrow({ where: { id: evidenceId } })
      return { evidenceId, sourceId: row.sourceId }
    },
  }
}

/** The first place where these words stand. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`the text does not say “${words}”`)
  return { start, end: start + words.length }
}

/** The same person, asked anew: after their role or their newsroom changed, or to see that they are gone. */
export function again(actor: Actor): Promise<Actor | null> {
  return actorOf(actor.sessionId, actor.newsroomSlug)
}

interface ArticleOptions {
  by: Actor
  headline?: string
  /** Paragraphs with an empty line between them. */
  text?: string
  /** Instead of paragraphs. */
  blocks?: Block[]
  language?: string
  deadline?: Date
  worry?: string
  editor?: Actor
  writers?: Actor[]
  checkers?: Actor[]
}

interface ClaimOptions {
  by?: Actor
  type?: ClaimType
  risks?: Risk[]
  claimant?: string
  assigneeId?: string
}

interface EvidenceOptions {
  by?: Actor
  /** A source that is on file; without it, a new one is made of the fields below. */
  sourceId?: string
  kind?: SourceKind
  title?: string
  publisher?: string
  published?: string
  url?: string
  origin?: string
  aspect?: 'said' | 'so' | 'both'
  stance?: Stance
  directness?: Directness
  locator?: string
  excerpt?: string
  note?: string
}

const TEXT = `The old bridge opened in 1932 and cost four million crowns, the mayor said on Friday.

It was the first in the country to be welded throughout. Engineers will close it in May.`

const asParagraph = (text: string): Block => ({ kind: 'paragraph', text })

const ids = (people: Actor[] = []) => people.map(({ userId }) => userId)

function found(actor: Actor | null): Actor {
  if (!actor) throw new Error('nobody is logged in here')
  return actor
}
