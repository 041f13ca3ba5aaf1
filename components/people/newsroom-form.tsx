'use client'

import { changeNewsroom } from '@/lib/actions'
import type { SecondCheckPolicy } from '@/lib/domain/second-check'
import { keysOf, RISKS, SECOND_CHECK_RULES } from '@/lib/domain/vocabulary'
import { ActionForm } from '../ui/action-form'
import { SubmitButton, TextField } from '../ui/fields'
import { useOpened } from '../ui/opened'
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
  const opened = useOpened({ name, selfCheck, ...policy })
  const risks = keysOf(RISKS).filter((risk) => opened.secondCheckRisks.includes(risk))
  return (
    <ActionForm
      action={changeNewsroom}
      values={{
        wasName: opened.name,
        wasSelfCheck: opened.selfCheck ? 'yes' : '',
        wasSecondCheck: SECOND_CHECK_RULES[opened.secondCheck],
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
