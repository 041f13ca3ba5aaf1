'use client'

import { changeNewsroom } from '@/lib/actions'
import type { SecondCheckPolicy } from '@/lib/domain/claims/second-check'
import { keysOf, RISKS, SECOND_CHECK_RULES } from '@/lib/domain/vocabulary'
import { ActionForm } from '../forms/action-form'
import { SelectField, SubmitButton, TextField } from '../forms/fields'
import { SecondCheckFields } from './second-check-fields'
import { SelfCheckField } from './set-up-form'

/** The newsroom's own settings. */
export function NewsroomForm({
  name,
  timeZone,
  timeZones,
  selfCheck,
  policy,
}: {
  name: string
  timeZone: string
  /** All that can be chosen. */
  timeZones: readonly string[]
  selfCheck: boolean
  policy: SecondCheckPolicy
}) {
  const risks = keysOf(RISKS).filter((risk) => policy.secondCheckRisks.includes(risk))
  const choices = timeZones.includes(timeZone) ? timeZones : [timeZone, ...timeZones]
  return (
    <ActionForm
      action={changeNewsroom}
      basis={{
        wasName: name,
        wasTimeZone: timeZone,
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
      <SelectField
        name="timeZone"
        label="Time zone"
        hint="Reports say when in it, with UTC beside it. Screens keep to each reader’s own."
        options={Object.fromEntries(choices.map((zone) => [zone, zone.replaceAll('_', ' ')]))}
        defaultValue={timeZone}
      />
      <SelfCheckField chosen={selfCheck} />
      <SecondCheckFields policy={policy} />
      <div className="actions">
        <SubmitButton>Save the newsroom</SubmitButton>
      </div>
    </ActionForm>
  )
}
