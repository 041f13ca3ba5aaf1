import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { CLAIM_TYPES, RISKS } from '@/lib/domain/vocabulary'
import { ChoiceField, SelectField, TextField } from '../../forms/fields'

/** What a person says of a claim: its kind, its risks, whose words it reports, and who checks it. */
export function ClaimFields({
  desk,
  claim = {},
  focus = false,
}: {
  desk: Desk
  claim?: Partial<ClaimShown>
  focus?: boolean
}) {
  return (
    <>
      <div className="pair">
        <SelectField
          name="type"
          label="Type"
          options={CLAIM_TYPES}
          defaultValue={claim.type}
          autoFocus={focus}
        />
        <SelectField
          name="assigneeId"
          label="Assigned to"
          empty="Nobody"
          options={desk.assignable}
          defaultValue={claim.assigneeId ?? ''}
        />
      </div>
      <TextField
        name="claimant"
        label="Claimant"
        hint="Whose words it reports. Then “said” and “so” are checked apart."
        defaultValue={claim.claimant ?? ''}
        autoComplete="off"
      />
      <ChoiceField name="risks" label="Risks" options={RISKS} several chosen={claim.risks} />
    </>
  )
}
