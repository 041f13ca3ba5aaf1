import { z } from 'zod'
import { findClaim } from '@/lib/db/claims/claims'
import { asKnownTo } from '@/lib/db/claims/known-claims'
import {
  type FactOnFile,
  findFact,
  insertFact,
  updateFact,
  updateFactRetired,
} from '@/lib/db/ledger/facts'
import { verificationStatus } from '@/lib/domain/claims/status'
import { FACT_FIELDS, fieldsOf } from '@/lib/domain/ledger/fact-fields'
import { type FactSaid, factInWords } from '@/lib/domain/ledger/facts'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { keysOf } from '@/lib/domain/vocabulary'
import { command } from '../command'
import { changesBetween, type Field } from '../edit-conflicts'
import { id, line, needed, version } from '../fields'
import { assertNew, factFields, readFact } from './fact-input'

/** Keeps a fact from a claim that was confirmed, so that the newsroom's texts are read against it. Its evidence stays with the claim. */
export const keepFact = command('keepFact', {
  permission: 'fact.keep',
  input: z.object({ ...factFields, claimId: id }),
  subject: async (actor, { claimId }) => {
    const claim = await findClaim(actor, { id: claimId })
    return claim && { ...claim.article, claim }
  },

  async run({ actor, input: { claimId, ...fields }, subject: { claim }, record }) {
    const { second, hidden, ...known } = asKnownTo(actor, claim)
    const isSettled = second === 'not_needed' || second === 'agrees' || second === 'decided'
    if (verificationStatus(known) !== 'confirmed' || hidden.length > 0) {
      throw new Refusal(
        'conflict',
        'Only what was confirmed is kept. Give this claim its verdict first.',
      )
    }
    if (!isSettled) {
      throw new Refusal(
        'conflict',
        'This claim waits for a second check. What two have to find is kept once they did.',
      )
    }
    const fact = readFact(actor, fields)
    await assertNew(actor, fact)
    const factId = await insertFact(actor, fact, { claimId, words: claim.anchor.exact })
    record({
      type: 'fact.kept',
      ...about(factId, fact),
      says: factInWords(fact),
      fromClaimId: claimId,
    })
    return { factId }
  },
})

/** Adds a fact by hand, with where it comes from; an entry of house style is the newsroom's own. */
export const addFact = command('addFact', {
  permission: 'ledger.manage',
  input: z.object({ ...factFields, basis: line(500) }),
  subject: async () => ({}),

  async run({ actor, input: { basis, ...fields }, record }) {
    const fact = readFact(actor, fields)
    if (fact.kind !== 'house' && basis === '') {
      const message = 'Say where this comes from: what was seen, and where.'
      throw new Refusal('invalid', 'Nothing was stored. Some of this needs another look.', {
        basis: message,
      })
    }
    await assertNew(actor, fact)
    const factId = await insertFact(actor, fact, { basis })
    record({ type: 'fact.added', ...about(factId, fact), says: factInWords(fact), basis })
    return { factId }
  },
})

const aFact = {
  input: z.object({ factId: id }),
  subject: (actor: Actor, { factId }: { factId: string }) => findFact(actor, factId),
}

/** Changes what a fact says. Refuses where somebody else changed it meanwhile. */
export const changeFact = command('changeFact', {
  permission: 'fact.change',
  input: aFact.input.extend({ ...factFields, version }),
  subject: aFact.subject,

  async run({ actor, input: { factId, version, ...fields }, subject, record }) {
    assertInUse(subject)
    if (version !== subject.version) {
      throw new Refusal(
        'conflict',
        'Somebody changed this fact since you opened it. What you typed is kept here; look at theirs first.',
      )
    }
    const fact = readFact(actor, fields)
    if (fact.kind !== subject.kind) {
      const message = 'A fact keeps its kind. Retire this one, and keep another.'
      throw new Refusal('invalid', message, { kind: message })
    }
    const changes = changesBetween(FIELDS, subject, fact)
    await assertNew(actor, fact, factId)
    await updateFact(actor, factId, fact)
    record({ type: 'fact.changed', ...about(factId, fact), changes })
  },
})

/** Takes a fact out of use, with a reason: texts are not read against it any more, and it stays on record. */
export const retireFact = command('retireFact', {
  permission: 'ledger.manage',
  input: aFact.input.extend({ reason: needed('Say why it is retired.', 500) }),
  subject: aFact.subject,

  async run({ actor, input: { factId, reason }, subject, record }) {
    assertInUse(subject)
    await updateFactRetired(actor, factId, reason)
    record({ type: 'fact.retired', ...about(factId, subject), reason })
  },
})

/** Takes a retired fact back into use. */
export const restoreFact = command('restoreFact', {
  permission: 'ledger.manage',
  ...aFact,

  async run({ actor, input: { factId }, subject, record }) {
    if (!subject.retiredAt) throw new Refusal('conflict', 'This fact is in use already.')
    await assertNew(actor, subject, factId)
    await updateFactRetired(actor, factId, null)
    record({ type: 'fact.restored', ...about(factId, subject) })
  },
})

const about = (factId: string, { kind, subject }: FactSaid) => ({ factId, kind, subject })

function assertInUse({ retiredAt }: FactOnFile): void {
  if (retiredAt)
    throw new Refusal('conflict', 'This fact was retired. Take it back into use first.')
}

const FIELDS: Field<FactSaid>[] = keysOf(FACT_FIELDS).map((name) => ({
  name,
  label: FACT_FIELDS[name],
  printed: (fact) => fieldsOf(fact)[name] ?? '',
}))
