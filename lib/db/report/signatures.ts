import type { Actor } from '@/lib/domain/policy'
import type { ReportCorrection, ReportSignOff } from '@/lib/domain/report/signatures'
import { claimNumber } from '@/lib/domain/vocabulary'
import type { Article } from '../articles/articles'
import type { CorrectionShown } from '../publication/corrections'
import { listOpenItems } from '../sign-off/open-items'
import { listAcceptances, type SignOffShown } from '../sign-off/sign-offs'

/** Says of what nobody accepted when a text was signed, by its key, whether it is open now and nobody accepted it since. */
export async function stillOpenOf(
  actor: Actor,
  article: Pick<Article, 'id' | 'language'>,
  signOffs: readonly SignOffShown[],
): Promise<(key: string) => boolean> {
  const isAsked = signOffs.some(({ items }) => items.some(({ accepted }) => accepted === null))
  const open = isAsked ? await listOpenItems(actor, article) : []
  const keys = new Set(open.map(({ key }) => key))
  const accepted = open.length > 0 ? await listAcceptances(actor, article.id) : []
  for (const { key } of accepted) keys.delete(key)
  return (key) => keys.has(key)
}

const numberOf = (claim: number | null) => (claim === null ? null : claimNumber(claim))

export function printedSignOff(
  { items, end, checkpoint, ...signOff }: SignOffShown,
  isOpen: (key: string) => boolean,
): ReportSignOff {
  const { emergency, reason, statement, signedBy, role, signedAt, revision, sha256 } = signOff
  return {
    state: end?.kind ?? (emergency ? 'emergency' : 'holds'),
    ...{ emergency, reason, statement, signedBy, role, signedAt, revision, sha256 },
    items: items.map(({ kind, key, claim, what, accepted }) => ({
      ...{ kind, claim: numberOf(claim), what, accepted },
      isOpen: accepted ? null : isOpen(key),
    })),
    end: end && {
      ...{ by: end.by, at: end.at, reason: end.reason, revision: end.revision },
      claims: end.claims.map(claimNumber),
    },
    checkpoint,
  }
}

export function printedCorrection({
  number,
  claim,
  published,
  revision,
  publishedWords,
  correctedWords,
  cause,
  notice,
  by,
  at,
  signed,
}: CorrectionShown): ReportCorrection {
  return {
    ...{ number, claim: numberOf(claim), cause, notice, signed },
    published: { revision: published, words: publishedWords },
    corrected: { revision, words: correctedWords },
    correctedBy: by,
    correctedAt: at,
  }
}
