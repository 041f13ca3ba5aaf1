'use client'

import { changeNewsroom } from '@/lib/actions'
import type { SecondCheckPolicy } from '@/lib/domain/claims/second-check'
import { keysOf, RISKS, SECOND_CHECK_RULES } from '@/lib/domain/vocabulary'
import { ActionForm } from '../forms/action-form'
import { SubmitButton, TextField } from '../forms/fields'
import { useTypedOver } from '../forms/form-basis'
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
  const { over, typing } = useTypedOver({ name, selfCheck, ...policy })
  const risks = keysOf(RISKS).filter((risk) => over.secondCheckRisks.includes(risk))
  return (
    <div {...typing}>
      <ActionForm
        action={changeNewsroom}
        values={{
          wasName: over.name,
          wasSelfCheck: over.selfCheck ? 'yes' : '',
          wasSecondCheck: SECOND_CHECK_RULES[over.secondCheck],
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
    </div>
  )
}
