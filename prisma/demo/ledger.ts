import { addFact, keepFact } from '@/lib/commands/ledger/facts'
import type { Actor } from '@/lib/domain/policy'

/** A few facts that keep: one from the claim that is confirmed so far, the others by hand; one of them is older than its keep. */
export async function keepDemoLedger(
  { editor, checker }: { editor: Actor; checker: Actor },
  confirmedId: string,
): Promise<void> {
  await keepFact(checker, {
    ...{ claimId: confirmedId, kind: 'name', subject: 'F-35', avoid: 'F35' },
    note: 'With its hyphen, as the statement has it.',
  })
  await addFact(editor, {
    ...{ kind: 'name', subject: 'Chemezov, Sergei', avoid: 'Tchemezov' },
    titles: 'head of Rostec (2007-12-03 –)',
    basis: 'The corporation’s own page on its general director.',
  })
  await addFact(editor, {
    ...{ kind: 'figure', subject: 'members of NATO', value: '30', unit: '' },
    ...{ asOf: '2020-03-27', staleAfter: '2023-04-03' },
    basis: 'NATO’s list of member countries, with the day on which each acceded.',
  })
  await addFact(editor, {
    ...{ kind: 'house', subject: 'air defence', avoid: 'air defense' },
    note: 'British spelling, but in quotations of what was written.',
  })
  await addFact(editor, { kind: 'house', subject: 'adviser', avoid: 'advisor' })
}
