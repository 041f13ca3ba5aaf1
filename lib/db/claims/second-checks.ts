import { checkToGive } from '@/lib/domain/claims/blind-check'
import { aspectStanding } from '@/lib/domain/claims/second-check'
import { aspectsOf } from '@/lib/domain/claims/status'
import type { Actor } from '@/lib/domain/policy'
import { claimNumber, type SecondCheckStanding } from '@/lib/domain/vocabulary'
import { seenBy } from '../visibility'
import { findHidden, findSecondChecks, type SecondChecks } from './hidden-verdicts'

type Checked = SecondChecks extends Map<string, infer Row> ? Row : never

/** A claim whose second check waits for this person, or on which two checks disagree that concern them. */
export interface SecondCheckShown {
  number: number
  words: string
  second: SecondCheckStanding
  /** What this person can do about it: check second, give another verdict, or decide. */
  todo: 'check' | 'agree' | 'decide'
  article: { slug: string; headline: string; language: string }
}

/** What waits for this person of second checks: those that they give, and disagreements of theirs or for an editor. */
export async function listSecondChecksFor(actor: Actor): Promise<SecondCheckShown[]> {
  const found = await findSecondChecks(actor, {
    article: seenBy(actor),
    status: { not: 'cut' },
    verdicts: { some: {} },
  })
  return [...found.values()].flatMap((claim) => {
    const todo = claim.isPlaced ? todoOf(actor, claim) : null
    if (!todo) return []
    const { number, words, second, article } = claim
    const { slug, headline, language } = article
    return [{ number, words, second, todo, article: { slug, headline, language } }]
  })
}

/** How many of them there are. */
export async function countSecondChecksFor(actor: Actor): Promise<number> {
  return (await listSecondChecksFor(actor)).length
}

function todoOf(actor: Actor, claim: Checked): SecondCheckShown['todo'] | null {
  const open = aspectsOf(claim).map((aspect) => ({
    check: checkToGive(actor, claim, aspect),
    standing: aspectStanding(claim, aspect),
  }))
  const differing = open.filter(({ standing }) => standing === 'disagrees')
  if (differing.some(({ check }) => check === 'deciding')) return 'decide'
  if (differing.some(({ check }) => check !== null)) return 'agree'
  const waits = open.some(({ check, standing }) => check === 'second' && standing === 'missing')
  return waits ? 'check' : null
}

/** The claims of the newsroom on which a verdict is hidden from the actor, as they are called. */
export async function listHiddenClaims(actor: Actor): Promise<string[]> {
  const found = await findHidden(actor, {})
  return [...found.values()].flatMap(({ hidden, number, article }) =>
    hidden.length > 0 ? `${claimNumber(number)} (${article.slug})` : [],
  )
}
