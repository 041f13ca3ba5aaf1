import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import {
  findDismissal,
  insertDismissal,
  listDismissals,
  updateDismissalWithdrawn,
} from '@/lib/db/ledger/dismissals'
import { findFact, insertFacts } from '@/lib/db/ledger/facts'
import { insertRuling } from '@/lib/db/ledger/rulings'
import { saysTheSame, whyExcluded } from '@/lib/domain/ledger/conflicts'
import { factFrom } from '@/lib/domain/ledger/fact-fields'
import type { FactSaid } from '@/lib/domain/ledger/facts'
import { DIFFERENCES } from '@/lib/domain/ledger/reading/proposal'
import { Refusal } from '@/lib/domain/refusal'
import { dayOf } from '@/lib/domain/times/days'
import { keysOf } from '@/lib/domain/vocabulary'
import { command } from '../command'
import { id, needed, parsedJson, version } from '../fields'
import { factRow, findOthers } from './fact-input'

/** Says which of two facts that exclude each other holds, or that both do; the other stays on file, and texts are not read against it. */
export const ruleFacts = command('ruleFacts', {
  permission: 'fact.rule',
  input: z.object({
    ...{ oneId: id, oneVersion: version, otherId: id, otherVersion: version },
    holds: z.enum(['one', 'other', 'both'], 'Say which holds.'),
    reason: needed('Say why.', 500),
  }),
  subject: async (actor, { oneId, otherId }) => {
    const [one, other] = await Promise.all([findFact(actor, oneId), findFact(actor, otherId)])
    return one && other && { one, other }
  },

  async run({ actor, input, subject: { one, other }, record }) {
    const { oneId, oneVersion, otherId, otherVersion, holds, reason } = input
    const isSame = one.version === oneVersion && other.version === otherVersion
    if (!isSame || one.retiredAt || other.retiredAt) {
      throw new Refusal(
        'conflict',
        'One of these facts was changed or retired meanwhile. Look at them again.',
      )
    }
    if (oneId === otherId || !whyExcluded(one, other)) {
      throw new Refusal('conflict', 'These facts do not exclude each other.')
    }
    const holdsId = { one: oneId, other: otherId, both: null }[holds]
    await insertRuling(actor, { oneId, oneVersion, otherId, otherVersion, holdsId, reason })
    const [factIds, subjects] = [
      [oneId, otherId],
      [one.subject, other.subject],
    ]
    record({ type: 'facts.ruled', factIds, subjects, holdsId, reason })
  },
})

const CHOOSE = 'Choose the rows that are to be imported.'
/** As many rows as one command takes. */
const MOST_ROWS = 1_000

/**
 * Imports rows of a house list or of a ledger's sheet as they were shown: all of them or none. What is on file already is not kept twice,
 * and where all of it is, that is refused. What excludes a fact on file is kept beside it.
 */
export const importFacts = command('importFacts', {
  permission: 'ledger.manage',
  input: z.object({
    name: needed('The sheet has no name.', 200),
    rows: z.preprocess(
      parsedJson,
      z
        .array(z.object({ row: z.number().int().positive(), fields: factRow }), CHOOSE)
        .min(1, CHOOSE)
        .max(MOST_ROWS, `At most ${MOST_ROWS.toLocaleString('en')} at once.`),
    ),
  }),
  subject: async () => ({}),

  async run({ actor, input: { name, rows }, record }) {
    const today = dayOf(new Date(), actor.timeZone)
    const facts = rows.map(({ row, fields }): FactSaid => {
      const read = factFrom(fields, today)
      if ('fact' in read) return read.fact
      const message = `Row ${row}: ${Object.values(read.problems)[0]} Nothing was imported.`
      throw new Refusal('invalid', message, { rows: message })
    })
    const known = bySubject(await findOthers(actor, { adding: facts.length }))
    const fresh: FactSaid[] = []
    for (const fact of facts) {
      const others = known.get(fact.subject) ?? []
      if (others.some((one) => saysTheSame(one, fact))) continue
      known.set(fact.subject, [...others, fact])
      fresh.push(fact)
    }
    if (fresh.length === 0) {
      const message = 'All of this is in the ledger already. Nothing was kept twice.'
      throw new Refusal('conflict', message, { rows: message })
    }
    const factIds = await insertFacts(actor, fresh, `Imported from “${name}”`)
    const left = facts.length - fresh.length
    record({ type: 'facts.imported', name, factIds, left })
    return { kept: fresh.length, left }
  },
})

function bySubject(facts: readonly FactSaid[]): Map<string, FactSaid[]> {
  const groups = new Map<string, FactSaid[]>()
  for (const fact of facts) groups.set(fact.subject, [...(groups.get(fact.subject) ?? []), fact])
  return groups
}

/** Lets words of an article stand though the ledger differs: they are not proposed again while the fact is as it is. */
export const dismissDifference = command('dismissDifference', {
  permission: 'claim.mark',
  input: z.object({
    ...{ articleId: id, factId: id, factVersion: version },
    why: z.enum(keysOf(DIFFERENCES)),
    words: z.string().min(1).max(500),
  }),
  subject: async (actor, { articleId, factId }) => {
    const article = await findArticle(actor, { id: articleId })
    const fact = article && (await findFact(actor, factId))
    return article && fact && { ...article, fact }
  },

  async run({ actor, input, subject: { fact }, record }) {
    const { articleId, factId, factVersion, why, words } = input
    if (fact.version !== factVersion) {
      throw new Refusal(
        'conflict',
        'The fact was changed meanwhile. Look at what the ledger says now.',
      )
    }
    const all = await listDismissals(actor, articleId)
    const isThere = all.some(
      (one) =>
        one.factId === factId &&
        one.factVersion === factVersion &&
        one.why === why &&
        one.words === words,
    )
    if (isThere) throw new Refusal('conflict', 'These words were let stand already.')
    const dismissalId = await insertDismissal(actor, { articleId, factId, factVersion, why, words })
    const { subject } = fact
    record({ type: 'difference.dismissed', articleId, factId, dismissalId, subject, words })
    return { dismissalId }
  },
})

/** Takes that back, so that the words are proposed again. */
export const restoreDifference = command('restoreDifference', {
  permission: 'claim.mark',
  input: z.object({ dismissalId: id }),
  subject: async (actor, { dismissalId }) => {
    const dismissal = await findDismissal(actor, dismissalId)
    const article = dismissal && (await findArticle(actor, { id: dismissal.articleId }))
    return dismissal && article && { ...article, dismissal }
  },

  async run({ actor, input: { dismissalId }, subject: { dismissal }, record }) {
    const { articleId, factId, words } = dismissal
    await updateDismissalWithdrawn(actor, dismissalId)
    const { subject } = dismissal.fact
    record({ type: 'difference.restored', articleId, factId, dismissalId, subject, words })
  },
})
