import { z } from 'zod'
import type { Claim } from '@/lib/db/claims/whole-claims'
import { insertComparison } from '@/lib/db/comparisons/comparisons'
import { layFigures } from '@/lib/domain/comparisons/benches/lay-figures'
import { layWords } from '@/lib/domain/comparisons/benches/lay-words'
import { readRates } from '@/lib/domain/comparisons/benches/read-rates'
import { COMPARISON_KINDS, READINGS } from '@/lib/domain/comparisons/benches/readings'
import { Refusal } from '@/lib/domain/refusal'
import { keysOf } from '@/lib/domain/vocabulary'
import { aboutClaim, assertNotCut, assertPlaced, claimForArticle } from '../claims/claim-subject'
import { command } from '../command'
import { id, prose, wordsSeen } from '../fields'
import { assertWordsSeen } from '../preconditions'
import { evidenceOf } from '../sources/evidence'

/** The most of a source that is compared at once, in UTF-16 units: some 60,000 words. */
const LONGEST_SOURCE = 400_000

const CHOOSE = 'Choose what this is.'

const compared = z
  .object({
    claimId: id,
    evidenceId: id,
    kind: z.enum(keysOf(COMPARISON_KINDS), 'Choose what to compare.'),
    /** The words of the claim, or the quotation in them. */
    printed: prose(),
    /** The source's words, which can be a whole transcript. */
    source: prose(LONGEST_SOURCE).refine((text) => text !== '', 'Give the words of the source.'),
    translated: prose(),
    /** Exchange rates for figures, a line each. */
    rates: prose(1_000),
    reading: z.enum([...keysOf(READINGS.quote), ...keysOf(READINGS.figures)], CHOOSE),
    note: prose(),
    /** The claim's words when the bench was opened: those that were compared. */
    overWords: wordsSeen,
  })
  .refine(({ kind, reading }) => Object.hasOwn(READINGS[kind], reading), {
    message: CHOOSE,
    path: ['reading'],
  })

/**
 * Names what comes of laying the printed words of a claim, or their figures, beside a source's. What the machine shows of
 * it is made here and kept with it, and of a long source only the passages. Earlier comparisons stay on record.
 */
export const nameComparison = command('nameComparison', {
  permission: 'evidence.attach',
  input: compared,
  subject: claimForArticle,

  async run({ actor, input, subject: { claim }, record }) {
    const { evidenceId, kind, printed, reading, note } = input
    assertNotCut(claim)
    assertPlaced(claim)
    assertWordsSeen(claim, input.overWords, 'reading')
    const { title } = evidenceOf(claim, evidenceId).source
    assertPrinted(claim, printed)
    const { against, translated, lines } = laid(input, claim.article.language)
    const comparisonId = await insertComparison(actor, {
      ...{ evidenceId, kind, printed, against, translated, reading, note },
      shown: lines.join('\n'),
    })
    const what = { comparisonId, evidenceId, title, kind, reading, printed }
    record({ type: 'comparison.named', ...aboutClaim(claim), ...what })
    return { comparisonId }
  },
})

function laid(
  { kind, printed, source, translated, rates }: z.output<typeof compared>,
  language: string,
) {
  if (kind === 'quote')
    return { ...layWords({ printed, source, translated, language }), translated }
  const { lines } = layFigures({ printed, source, language, rates: readRates(rates) })
  return { lines, against: excerptOf(source), translated: '' }
}

/** Figures are compared with a passage; a longer text is refused, because nobody could say where in it they stand. */
function excerptOf(source: string): string {
  if (source.length <= LONGEST_EXCERPT) return source
  const message = `Give the passage with the figures alone: at most ${LONGEST_EXCERPT.toLocaleString('en')} characters.`
  throw new Refusal('invalid', message, { source: message })
}

const LONGEST_EXCERPT = 10_000

/** Refuses words that the claim does not print. */
function assertPrinted({ anchor }: Claim, printed: string): void {
  const [whole, part] = [anchor.exact, printed].map((text) => text.replace(/\s+/g, ' '))
  if (part && whole?.includes(part)) return
  const message = `These are not words of the claim, which is: “${anchor.exact}”.`
  throw new Refusal('invalid', message, { printed: message })
}
