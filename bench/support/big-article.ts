import { giveVerdict } from '@/lib/commands/claims/verdicts'
import type { Actor } from '@/lib/domain/policy'
import type { Block } from '@/lib/domain/text/blocks'
import { CLAIM_TYPES, keysOf } from '@/lib/domain/vocabulary'
import { aNewsroom, type TestClaim } from '@/lib/testing/fixtures/newsroom'

export interface BigArticle {
  newsroom: string
  slug: string
  actor: Actor
  claims: number
  evidence: number
  words: number
  everyClaim: TestClaim[]
  /** Brings another editor into the newsroom. */
  colleague: (name: string) => Promise<Actor>
}

const CLAIMS = 300

/** An article as long as a long feature, with a claim every thirty words and two pieces of evidence on each. */
export async function makeBigArticle(): Promise<BigArticle> {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor', 'Ada')
  const blocks = Array.from({ length: CLAIMS }, (_, index) => paragraph(index))
  const article = await newsroom.article({ by: editor, blocks, headline: 'A long feature' })

  const everyClaim: TestClaim[] = []
  let sourceId: string | undefined
  for (let index = 0; index < CLAIMS; index++) {
    const type = keysOf(CLAIM_TYPES)[index % 20]
    const claim = await newsroom.claim(article, claimWords(index), { type })
    everyClaim.push(claim)
    const first = await newsroom.evidence(claim, { locator: `page ${index + 1}`, excerpt: EXCERPT })
    sourceId ??= first.sourceId
    await newsroom.evidence(claim, { sourceId, stance: 'context', locator: `row ${index + 1}` })
    if (index % 2 === 0) {
      await giveVerdict(editor, { claimId: claim.claimId, verdict: 'confirmed' })
    }
  }
  const words = article.text.match(/[\p{L}\p{N}’.-]+/gu)?.length ?? 0
  return {
    newsroom: newsroom.slug,
    slug: article.slug,
    actor: editor,
    claims: CLAIMS,
    evidence: CLAIMS * 2,
    words,
    everyClaim,
    colleague: (name) => newsroom.member('editor', name),
  }
}

const EXCERPT =
  'The ledger of the harbour office lists every crossing with its date, toll and cargo.'

const claimWords = (index: number) => `ferry number ${index + 1} carried ${1000 + index * 7} tonnes`

function paragraph(index: number): Block {
  return {
    kind: index === 0 ? 'headline' : index % 12 === 0 ? 'subhead' : 'paragraph',
    text: `In the spring of that year the harbour office wrote that ${claimWords(index)} across the strait, more than in any season before it, while coal fell in price again.`,
  }
}
