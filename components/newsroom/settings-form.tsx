'use client'

import { changeNewsroom } from '@/lib/actions'
import type { SecondCheckPolicy } from '@/lib/domain/claims/second-check'
import { keysOf, RISKS, SECOND_CHECK_RULES } from '@/lib/domain/vocabulary'
import { ActionForm } from '../forms/action-form'
import { SubmitButton, TextField } from '../forms/fields'
import { SecondCheckFields } from './second-check-fields'
import { SelfCheckField } from './set-up-form'

/** The newsroom's own settings. */
export function NewsroomForm({
  name,
  selfCheck,
  policy,
}: {
  name: string
  selfCheck: boolean
  policy: SecondCheckPolicy
}) {
  const risks = keysOf(RISKS).filter((risk) => policy.secondCheckRisks.includes(risk))
  return (
    <ActionForm
      action={changeNewsroom}
      basis={{
        wasName: name,
        wasSelfCheck: selfCheck ? 'yes' : '',
        wasSecondCheck: SECOND_CHECK_RULES[policy.secondCheck],
        wasSecondCheckRisks: risks.map((risk) => RISKS[risk]).join(', '),
      }}
      draft="newsroom"
      className="form settings-form"
      label="The newsroom"
    >
      <TextField
        name="name"
        label="Name"
        hint="Its address stays the same."
        defaultValue={name}
        required
      />
      <SelfCheckField chosen={selfCheck} />
      <SecondCheckFields policy={policy} />
      <div className="actions">
        <SubmitButton className="button">Save the newsroom</SubmitButton>
      </div>
    </ActionForm>
  )
}
