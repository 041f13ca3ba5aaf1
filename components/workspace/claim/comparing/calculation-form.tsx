import { useRef } from 'react'
import { addCalculation } from '@/lib/actions'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import {
  type CalculatedLine,
  calculate,
} from '@/lib/domain/comparisons/figures/calculating/calculate'
import { ASPECTS, DIRECTNESSES, STANCES } from '@/lib/domain/vocabulary'
import { useLaid } from '../../../comparisons/use-laid'
import { ActionForm } from '../../../forms/action-form'
import { draftOf } from '../../../forms/draft-key'
import { ChoiceField, SubmitButton, TextArea, TextField } from '../../../forms/fields'
import { useTyped } from '../../../forms/use-field-value'
import { wordsOfClaim } from '../../desk/words-of-claim'

/** Where somebody works something out and attaches the arithmetic to the claim, as a source of its own. */
export function CalculationForm({
  desk,
  claim,
  onClose,
}: {
  desk: Desk
  claim: ClaimShown
  onClose: () => void
}) {
  const around = useRef<HTMLDivElement>(null)
  const lines = useTyped(around, 'calculation', '')
  const { laid: worked, why } = useLaid({ lines }, workedOut)

  return (
    <div ref={around} className="boxed">
      <ActionForm
        action={addCalculation}
        values={{ claimId: claim.id }}
        basis={{ overWords: wordsOfClaim(desk, claim) }}
        draft={draftOf(desk, 'calculate', claim.id)}
        label="Add a calculation"
        saved="Calculation attached"
        onDone={onClose}
        onCancel={onClose}
      >
        <TextField name="title" label="What is worked out" autoComplete="off" autoFocus />
        <TextArea
          name="calculation"
          label="Calculation"
          hint="A line each, such as: range = 250 mi in km, or share = 45 / 120 as %"
          rows={3}
          className="mono"
          spellCheck={false}
        />
        <div role="status" className="worked">
          {worked && worked.length > 0 ? (
            <dl>
              {worked.map(({ line, name, text, shown }) => (
                <div key={line}>
                  <dt className="quiet">{name ?? text.trim()}</dt>
                  <dd className="mono">{shown}</dd>
                </div>
              ))}
            </dl>
          ) : (
            lines.trim() && <p className="quiet">{why}</p>
          )}
        </div>
        <ChoiceField name="stance" label="What it does to the claim" options={STANCES} />
        <ChoiceField name="directness" label="How direct it is" options={DIRECTNESSES} />
        {claim.claimant !== null && (
          <ChoiceField
            name="aspect"
            label="What it bears on"
            options={{ ...ASPECTS, both: 'Both' }}
            chosen={['both']}
          />
        )}
        <TextArea name="note" label="Note" rows={2} />
        <div className="actions">
          <SubmitButton>Attach calculation</SubmitButton>
          <button type="button" className="button plain" onClick={onClose}>
            Cancel
          </button>
        </div>
      </ActionForm>
    </div>
  )
}

const workedOut = ({ lines }: { lines: string }): CalculatedLine[] =>
  lines.trim() === '' ? [] : calculate(lines)
