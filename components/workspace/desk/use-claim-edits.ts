import { assignClaims, putClaimsBack, setStatuses, typeClaims } from '@/lib/actions'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import {
  CLAIM_TYPES,
  type ClaimType,
  claimNumber,
  WORK_STATUSES,
  type WorkStatus,
} from '@/lib/domain/vocabulary'
import type { FormAction, FormState } from '@/lib/forms/form-action'
import { reasonOf } from '../../forms/submit'
import { toast } from '../../ui/toast'
import { useDeskStore } from './desk-context'

/** What can be set of claims, one or many, with its command. */
interface Kind<Value> {
  what: 'assignee' | 'type' | 'status'
  action: FormAction
  /** The field of the command that says what it is set to. */
  field: string
  of: (claim: ClaimShown) => Value
  patch: (value: Value) => Partial<ClaimShown>
}

const ASSIGNEE: Kind<string | null> = {
  what: 'assignee',
  action: assignClaims,
  field: 'assigneeId',
  of: ({ assigneeId }) => assigneeId,
  patch: (assigneeId) => ({ assigneeId }),
}

const TYPE: Kind<ClaimType> = {
  what: 'type',
  action: typeClaims,
  field: 'type',
  of: ({ type }) => type,
  patch: (type) => ({ type }),
}

const STATUS: Kind<WorkStatus> = {
  what: 'status',
  action: setStatuses,
  field: 'status',
  of: ({ status }) => status,
  patch: (status) => ({ status }),
}

/** The ways to change claims at once, each shown before the server answers and offered to be taken back. */
export function useClaimEdits({ article, names }: Desk) {
  const { update } = useDeskStore()
  const about = { articleId: article.id }

  async function change<Value>(
    { what, action, field, of, patch }: Kind<Value>,
    claims: readonly ClaimShown[],
    to: Value,
    words: string,
  ): Promise<FormState> {
    const ahead = new Map(claims.map(({ id }) => [id, patch(to)]))
    const chosen = claims.map((claim) => ({ claimId: claim.id, from: of(claim) }))
    const values = { ...about, [field]: String(to ?? ''), claims: JSON.stringify(chosen) }
    const answer = await update(ahead, action, values)
    if (!answer.done) return answer

    const { changed } = answer.done.output as { changed: { claimId: string; was: Value }[] }
    toast(`${named(claims)} ${words}`, async () => {
      const before = new Map(changed.map(({ claimId, was }) => [claimId, patch(was)]))
      const left = changed.map(({ claimId, was }) => ({ claimId, left: to, was }))
      const values = { ...about, what, claims: JSON.stringify(left) }
      sayPutBack(await update(before, putClaimsBack, values))
    })
    return answer
  }

  return {
    assign: (claims: readonly ClaimShown[], to: string | null) =>
      change(ASSIGNEE, claims, to, `assigned to ${to === null ? 'nobody' : names[to]}`),
    setType: (claims: readonly ClaimShown[], to: ClaimType) =>
      change(TYPE, claims, to, `of the type ${CLAIM_TYPES[to]}`),
    setStatus: (claims: readonly ClaimShown[], to: WorkStatus) =>
      change(STATUS, claims, to, `set to ${WORK_STATUSES[to]}`),
  }
}

function sayPutBack(answer: FormState): void {
  if (!answer.done) {
    toast(reasonOf(answer))
    return
  }
  const { changed, notBack } = answer.done.output as { changed: unknown[]; notBack: string }
  const back = changed.length === 1 ? '1 claim is' : `${changed.length} claims are`
  toast(`${back} as before${notBack && `. Not put back: ${notBack}`}`)
}

const named = (claims: readonly ClaimShown[]) =>
  claims.length === 1 && claims[0] ? claimNumber(claims[0].number) : `${claims.length} claims`
