import { listEvents } from '@/lib/db/audit/log-events'
import type { Claim } from '@/lib/db/claims/whole-claims'
import { listMembers } from '@/lib/db/newsroom/members'
import type { Actor } from '@/lib/domain/policy'
import { claimNumber } from '@/lib/domain/vocabulary'
import type { Facet } from './bulk-fields'

/** A claim that stands in the way: what it is, or what was done to it. */
export interface Problem {
  claim: Claim
  is: 'is' | 'was'
  barred: string
}

/**
 * Says of each claim why it is left alone: that it is cut, or else who set it to what. `barred` are
 * others, each with what it is. One line without a full stop; empty when there are no claims.
 */
export async function bulkRefusal<Value>(
  actor: Actor,
  {
    articleId,
    facet,
    since,
    claims,
    barred = [],
  }: {
    articleId: string
    facet: Facet<Value>
    since: string
    claims: Claim[]
    barred?: { claim: Claim; barred: string }[]
  },
): Promise<string> {
  const [cut, changed] = [claims.filter(isCut), claims.filter((claim) => !isCut(claim))]
  const by = changed.length > 0 ? await whoSet(actor, articleId, facet) : () => ''
  const set = (claim: Claim) => `${facet.happened(facet.of(claim))} by ${by(claim)} ${since}`
  return inOneLine([
    ...changed.map((claim): Problem => ({ claim, is: 'was', barred: set(claim) })),
    ...cut.map((claim): Problem => ({ claim, is: 'is', barred: 'cut' })),
    ...barred.map((one): Problem => ({ ...one, is: 'is' })),
  ])
}

const PLURAL = { is: 'are', was: 'were' }

/** Claims that share a reason are named together: “C-004 and C-005 are cut”. One line without a full stop. */
export function inOneLine(problems: readonly Problem[]): string {
  const alike = new Map<string, Problem[]>()
  for (const problem of problems) {
    const reason = `${problem.is} ${problem.barred}`
    alike.set(reason, [...(alike.get(reason) ?? []), problem])
  }
  return [...alike.values()].map(oneReason).join('; ')
}

function oneReason(problems: Problem[]): string {
  const [first] = problems
  if (!first) return ''
  const names = problems.map(({ claim }) => claimNumber(claim.number))
  const is = names.length > 1 ? PLURAL[first.is] : first.is
  return `${LIST.format(names)} ${is} ${first.barred}`
}

const LIST = new Intl.ListFormat('en-GB')

/** Events that are looked through for whoever set a claim last. */
const LOOKED_THROUGH = 1_000

async function whoSet<Value>(actor: Actor, articleId: string, { setBy }: Facet<Value>) {
  const types = ['claim.changed', 'claim.status-set', 'verdict.given'] as const
  const events = await listEvents(actor, { articleId, types, take: LOOKED_THROUGH })
  const names = new Map((await listMembers(actor)).map(({ userId, name }) => [userId, name]))
  return ({ id }: Claim): string => {
    const last = events.find(
      ({ event }) => 'claimId' in event && event.claimId === id && setBy(event),
    )
    if (last?.actorId === actor.userId) return 'you'
    return (last && names.get(last.actorId)) ?? 'a colleague'
  }
}

export const isCut = ({ status }: Claim) => status === 'cut'
