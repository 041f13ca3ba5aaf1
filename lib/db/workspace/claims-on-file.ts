import type { Actor } from '@/lib/domain/policy'
import type { ClaimOnFile } from '@/lib/domain/sheets/match-checks'
import { listWholeClaims } from '../claims/claims'
import { asKnownTo } from '../claims/known-claims'
import { listComments } from '../discussion/comments'

/** The claims that stand in a revision, with what is cited for them and was said of them, as far as the actor may know. */
export async function listClaimsOnFile(
  actor: Actor,
  { articleId, revisionId }: { articleId: string; revisionId: string },
): Promise<ClaimOnFile[]> {
  const [claims, comments] = await Promise.all([
    listWholeClaims(actor, articleId),
    listComments(actor, { articleId }),
  ])
  return claims.flatMap((claim): ClaimOnFile[] => {
    const { number, status, anchor, evidence } = asKnownTo(actor, claim)
    if (status === 'cut' || anchor.revisionId !== revisionId) return []
    const cited = evidence.map(({ source: { title, url }, locator }) => ({ title, url, locator }))
    const said = comments.filter((one) => one.claim === number).map(({ text }) => text)
    return [{ number, start: anchor.start, end: anchor.end, cited, comments: said }]
  })
}
