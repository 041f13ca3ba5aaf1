import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { markCoverage } from '@/lib/commands/coverage/coverage'
import { askQuery } from '@/lib/commands/discussion/queries'
import { publishArticle } from '@/lib/commands/publication/publish'
import { reviseArticle } from '@/lib/commands/revisions/revise'
import { acceptOpenItems, signOff } from '@/lib/commands/sign-off/sign-offs'
import { findChainHead } from '@/lib/db/audit/log'
import { listOpenItems } from '@/lib/db/sign-off/open-items'
import type { Actor } from '../domain/policy'
import { type Newsroom, spanOf, type TestArticle, type TestClaim } from './newsroom'

/** How far an article is on its way to the printer. */
export type Way = 'checked' | 'accepted' | 'signed' | 'published'

export const DESK_TEXT = 'The old bridge opened in 1932 and cost four million crowns.'

/** An article in its second text with a claim that is checked, every other word marked, and, from `accepted` on, a blocking query that an editor lets stand. */
export async function anArticleToSign(
  newsroom: Newsroom,
  { editor, checker, way }: { editor: Actor; checker: Actor; way: Way },
): Promise<TestArticle & { claim: TestClaim }> {
  const on = { by: editor, checkers: [checker] }
  const article = await newsroom.article({ ...on, text: DESK_TEXT.replace('cost', 'took') })
  const { articleId } = article
  const claim = await newsroom.claim({ ...article, by: checker }, 'opened in 1932')
  const verdict = { verdict: 'not_checkable', rationale: 'A view.' }
  await giveVerdict(checker, { claimId: claim.claimId, ...verdict })
  const blocks = [{ kind: 'paragraph', text: DESK_TEXT }]
  await reviseArticle(editor, { articleId, base: 1, blocks })
  const places = ['The old bridge', 'and cost four million crowns'].map((words) =>
    spanOf(DESK_TEXT, words),
  )
  await markCoverage(checker, { articleId, revision: 2, kind: 'nothing_to_check', places })
  const signable = { ...article, text: DESK_TEXT, claim }
  if (way === 'checked') return signable
  const about = { articleId, revision: 2, claimId: claim.claimId }
  await askQuery(checker, { ...about, to: 'editor', question: 'Sure?', blocking: 'on' })
  await acceptAll(editor, signable)
  if (way === 'accepted') return signable
  await signOff(editor, { articleId, seen: (await findChainHead(editor)).seq })
  if (way === 'published') await publishArticle(editor, { articleId })
  return signable
}

/** Accepts whatever is open and not accepted. */
export async function acceptAll(
  actor: Actor,
  { articleId }: Pick<TestArticle, 'articleId'>,
  accepted: readonly string[] = [],
): Promise<void> {
  const open = await listOpenItems(actor, { id: articleId, language: 'en' })
  const items = open.map(({ key }) => key).filter((key) => !accepted.includes(key))
  if (items.length > 0) await acceptOpenItems(actor, { articleId, items, reason: 'It can wait.' })
}
