import { z } from 'zod'
import {
  findPublishedAt,
  findPublishedCheck,
  insertPublishedChecks,
  updatePublishedCheck,
  updatePublishedRemoved,
} from '@/lib/db/sources/published-checks'
import { findSameSource, insertSource } from '@/lib/db/sources/sources'
import { asSource, citedPlace, isAttached } from '@/lib/domain/earlier-checks/published/cited'
import {
  LONGEST,
  MOST_PUBLISHED,
  type PublishedCheck,
  readCheck,
} from '@/lib/domain/earlier-checks/published/published-check'
import { Refusal } from '@/lib/domain/refusal'
import { assertNotCut, claimForArticle } from '../claims/claim-subject'
import { command } from '../command'
import { id, line, needed, parsedJson, wordsSeen } from '../fields'
import { assertWordsSeen } from '../preconditions'
import { attach } from './evidence'

const CHOOSE = 'Bring a file or paste a text with fact-checks first.'

const check = z.object({
  url: needed('It has no address.', LONGEST.url),
  claim: needed('It does not say which claim was checked.', LONGEST.claim),
  claimant: line(),
  rating: needed('It does not say what was found.'),
  title: line(),
  publisher: needed('It does not say who published it.'),
  published: line(10),
  language: line(35),
})

/**
 * Brings in fact-checks that others published. What is on file of an address is put in the place of what was there; what is there as
 * it is brought is left. They are offered beside claims, and are evidence of nothing.
 */
export const bringPublishedChecks = command('bringPublishedChecks', {
  permission: 'published-check.bring',
  input: z.object({
    name: needed('What is brought has no name.', 200),
    checks: z.preprocess(
      parsedJson,
      z
        .array(check, CHOOSE)
        .min(1, CHOOSE)
        .max(MOST_PUBLISHED, `At most ${MOST_PUBLISHED} at once.`),
    ),
  }),
  subject: async () => ({}),

  async run({ actor, input: { name, checks }, record }) {
    const read = new Map(checks.map((one) => readAgain(one)).map((one) => [one.url, one]))
    const known = await findPublishedAt(actor, [...read.keys()])
    const fresh = [...read.values()].filter(({ url }) => !known.has(url))
    const changed = [...read.values()].flatMap((one) => {
      const there = known.get(one.url)
      return there && (there.removedAt !== null || !isEqual(there, one)) ? [{ there, one }] : []
    })
    if (fresh.length + changed.length === 0) {
      const message = 'All of these are on file as they are. Nothing was changed.'
      throw new Refusal('conflict', message, { checks: message })
    }
    await insertPublishedChecks(actor, fresh)
    for (const { there, one } of changed) await updatePublishedCheck(actor, there.id, one)
    const counts = { added: fresh.length, updated: changed.length }
    record({ type: 'published-checks.brought', name, ...counts })
    return { ...counts, same: read.size - fresh.length - changed.length }
  },
})

/** Read by the rule of the page once more, since what is sent need not come from it. */
function readAgain(sent: PublishedCheck): PublishedCheck {
  const { check, problem } = readCheck(sent, sent.url)
  if (problem === null) return check
  throw new Refusal('invalid', `“${sent.claim.slice(0, 80)}”: ${problem}`, { checks: problem })
}

const isEqual = (one: PublishedCheck, other: PublishedCheck) =>
  (Object.keys(check.shape) as (keyof PublishedCheck)[]).every((key) => one[key] === other[key])

/** Removes what somebody published, all of it: it is found and offered no more. What was made a source of it stays. */
export const removePublishedChecks = command('removePublishedChecks', {
  permission: 'published-check.bring',
  input: z.object({ publisher: needed('Say whose fact-checks are to be removed.') }),
  subject: async () => ({}),

  async run({ actor, input: { publisher }, record }) {
    const count = await updatePublishedRemoved(actor, publisher)
    if (count === 0) throw new Refusal('conflict', `Nothing of ${publisher} is on file any more.`)
    record({ type: 'published-checks.removed', publisher, count })
    return { count }
  },
})

/**
 * Makes a source of a fact-check that somebody else published, and attaches it to a claim as secondary context: what it says of
 * the claim, a person says.
 */
export const citePublishedCheck = command('citePublishedCheck', {
  permission: 'evidence.attach',
  input: z.object({ claimId: id, checkId: id, overWords: wordsSeen }),
  subject: claimForArticle,

  async run({ actor, input: { checkId, overWords }, subject: { claim }, record }) {
    assertNotCut(claim)
    assertWordsSeen(claim, overWords, 'stance')
    const published = await findPublishedCheck(actor, checkId)
    if (!published) throw new Refusal('not-found', 'This fact-check is not on file any more.')
    const details = asSource(published)
    const known = await findSameSource(actor, details)
    if (known && isAttached(claim.evidence, known.id)) {
      throw new Refusal('conflict', 'This fact-check is attached to the claim already.')
    }
    const { kind, title } = details
    const source = known ?? { id: await insertSource(actor, details), title }
    if (!known) record({ type: 'source.added', sourceId: source.id, title, kind })
    const input = {
      ...({ aspect: null, stance: 'context', directness: 'secondary' } as const),
      ...{ locator: citedPlace(published), excerpt: '', note: '', captureId: null, passage: null },
    }
    return { evidenceId: await attach(actor, { claim, input, source, record }) }
  },
})
