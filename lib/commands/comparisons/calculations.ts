import { insertSource } from '@/lib/db/sources/sources'
import {
  type CalculatedLine,
  calculate,
} from '@/lib/domain/comparisons/figures/calculating/calculate'
import { assertNotCut, claimForArticle } from '../claims/claim-subject'
import { command } from '../command'
import { id, needed, prose, wordsSeen } from '../fields'
import { assertWordsSeen } from '../preconditions'
import { attach } from '../sources/evidence'
import { evidenceDetails } from '../sources/evidence-fields'
import { assertNew } from '../sources/sources'

/**
 * Works out lines of arithmetic and attaches them to a claim as a source of their own, with their results. Refuses, by
 * line and column, what cannot be worked out.
 */
export const addCalculation = command('addCalculation', {
  permission: 'evidence.attach',
  input: evidenceDetails
    .omit({ locator: true, excerpt: true, captureId: true, passage: true })
    .extend({
      claimId: id,
      title: needed('Say what is worked out.', 500),
      calculation: prose(4_000),
      overWords: wordsSeen,
    }),
  subject: claimForArticle,

  async run({ actor, input, subject: { claim }, record }) {
    const { title, calculation, aspect, stance, directness, note } = input
    assertNotCut(claim)
    assertWordsSeen(claim, input.overWords, 'stance')
    const lines = calculate(calculation)
    const worked = lines.map(withResult).join('\n')
    const source = {
      ...{ kind: 'calculation' as const, title, note: worked },
      ...{ publisher: '', published: '', url: '', origin: '' },
    }
    await assertNew(actor, source)
    const sourceId = await insertSource(actor, source)
    record({ type: 'source.added', sourceId, title, kind: source.kind })
    const evidenceId = await attach(actor, {
      ...{ claim, source: { id: sourceId, title }, record },
      input: {
        ...{ aspect, stance, directness, note, locator: linesOf(lines), excerpt: worked },
        ...{ captureId: null, passage: null },
      },
    })
    return { evidenceId }
  },
})

const withResult = ({ text, shown }: CalculatedLine) => `${text.trim()} → ${shown}`

function linesOf(lines: readonly CalculatedLine[]): string {
  return lines.length === 1 ? 'line 1' : `lines 1–${lines.length}`
}
