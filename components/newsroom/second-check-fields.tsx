import type { SecondCheckPolicy } from '@/lib/domain/claims/second-check'
import { RISKS, SECOND_CHECK_RULES } from '@/lib/domain/vocabulary'
import { ChoiceField } from '../forms/fields'

/** Which claims a second person checks, without seeing what the first found. */
export function SecondCheckFields({ policy }: { policy: SecondCheckPolicy }) {
  return (
    <>
      <ChoiceField
        name="secondCheck"
        label="Second check"
        hint="A second person checks without seeing the first verdict until their own is saved. Where they disagree, an editor decides."
        options={SECOND_CHECK_RULES}
        chosen={[policy.secondCheck]}
        stacked
      />
      <div className="only-by-risk">
        <ChoiceField
          several
          name="secondCheckRisks"
          label="Risks that ask for one"
          options={RISKS}
          chosen={policy.secondCheckRisks}
        />
      </div>
    </>
  )
}
