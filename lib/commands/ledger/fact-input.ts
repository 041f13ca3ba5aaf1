import { z } from 'zod'
import { type FactOnFile, listFacts } from '@/lib/db/ledger/facts'
import { saysTheSame } from '@/lib/domain/ledger/conflicts'
import {
  FACT_FIELDS,
  type FactField,
  type FactFields,
  factFrom,
} from '@/lib/domain/ledger/fact-fields'
import type { FactSaid } from '@/lib/domain/ledger/facts'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { dayOf } from '@/lib/domain/times/days'
import { keysOf } from '@/lib/domain/vocabulary'
import { prose } from '../fields'

/** A fact as a form sends it: each field as it was typed. */
export const factFields = Object.fromEntries(
  keysOf(FACT_FIELDS).map((field) => [field, prose(2_000)]),
) as Record<FactField, ReturnType<typeof prose>>

export const factRow = z.object(factFields).partial()

/** More facts than these no text is read against in a moment. */
const MOST_FACTS = 5_000

/** Reads a fact as of today. Refuses what cannot be kept, by its field. */
export function readFact(actor: Actor, fields: FactFields): FactSaid {
  const read = factFrom(fields, dayOf(new Date(), actor.timeZone))
  if ('fact' in read) return read.fact
  throw new Refusal(
    'invalid',
    'Nothing was stored. Some of this needs another look.',
    read.problems,
  )
}

/** The facts in use besides one that is changed. Refuses to add more than the ledger holds. */
export async function findOthers(
  actor: Actor,
  { adding, but }: { adding: number; but?: string },
): Promise<FactOnFile[]> {
  const others = (await listFacts(actor)).filter(({ id }) => id !== but)
  if (others.length + adding > MOST_FACTS) {
    throw new Refusal(
      'conflict',
      `The ledger holds ${MOST_FACTS.toLocaleString('en')} facts. Retire some that are not needed first.`,
    )
  }
  return others
}

/** Refuses a fact that another one in use says already. */
export async function assertNew(actor: Actor, fact: FactSaid, but?: string): Promise<void> {
  const others = await findOthers(actor, { adding: 1, but })
  if (others.some((one) => saysTheSame(one, fact))) {
    const message = `The ledger has this on “${fact.subject}” already.`
    throw new Refusal('conflict', message, { subject: message })
  }
}
