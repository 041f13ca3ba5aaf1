import { z } from 'zod'
import type { NewsroomSettings } from '@/lib/db/newsroom/members'
import { Conflict, Refusal } from '@/lib/domain/refusal'
import { isTimeZone } from '@/lib/domain/times/time-zones'
import { keysOf, RISKS, SECOND_CHECK_RULES } from '@/lib/domain/vocabulary'
import type { Field } from '../edit-conflicts'
import { line, needed, several } from '../fields'

const yes = z
  .string()
  .optional()
  .transform((value) => value === 'yes')

export const settingsFields = {
  name: needed('Give the newsroom a name.', 120),
  /** Left out by whoever changes the rest alone, as the second check: then it stays as it is. */
  timeZone: z
    .string()
    .refine(isTimeZone, 'Choose a time zone, such as Europe/Istanbul.')
    .optional(),
  selfCheck: yes,
  /** Left out by whoever changes the rest alone: then it stays as it is. */
  secondCheck: z
    .enum(keysOf(SECOND_CHECK_RULES), 'Choose which claims are checked a second time.')
    .optional(),
  secondCheckRisks: several(z.enum(keysOf(RISKS))),
  /** What the form was opened over, as printed. */
  wasName: z.string().optional(),
  wasTimeZone: line().optional(),
  wasSelfCheck: yes,
  wasSecondCheck: line().optional(),
  wasSecondCheckRisks: line(1_000).optional(),
}

type Sent = z.output<z.ZodObject<typeof settingsFields>>

export const SETTINGS: Field<NewsroomSettings>[] = [
  { name: 'name', label: 'name', printed: ({ name }) => name },
  { name: 'timeZone', label: 'time zone', printed: ({ timeZone }) => timeZone },
  {
    name: 'selfCheck',
    label: 'self-check',
    printed: ({ selfCheck }) => (selfCheck ? 'yes' : 'no'),
  },
  {
    name: 'secondCheck',
    label: 'second check',
    printed: ({ secondCheck }) => SECOND_CHECK_RULES[secondCheck],
  },
  {
    name: 'secondCheckRisks',
    label: 'risks that ask for a second check',
    printed: ({ secondCheckRisks }) =>
      keysOf(RISKS)
        .filter((risk) => secondCheckRisks.includes(risk))
        .map((risk) => RISKS[risk])
        .join(', '),
  },
]

/** The settings as they would be stored; refuses a form that was opened over others, or that names no risk. */
export function settingsIn(stored: NewsroomSettings, sent: Sent): NewsroomSettings {
  const { name, selfCheck, secondCheck, secondCheckRisks } = sent
  const timeZone = sent.timeZone ?? stored.timeZone
  const input = secondCheck
    ? { name, timeZone, selfCheck, secondCheck, secondCheckRisks }
    : { ...stored, name, timeZone, selfCheck }
  assertOpenedOver(stored, input, sent)
  if (input.secondCheck === 'by_risk' && input.secondCheckRisks.length === 0) {
    const message = 'Choose at least one risk, or have no claim checked a second time.'
    throw new Refusal('invalid', message, { secondCheckRisks: message })
  }
  return input
}

function assertOpenedOver(stored: NewsroomSettings, input: NewsroomSettings, sent: Sent): void {
  if (sent.wasName === undefined) return
  const was: Record<string, string | undefined> = {
    name: sent.wasName,
    timeZone: sent.wasTimeZone,
    selfCheck: sent.wasSelfCheck ? 'yes' : 'no',
    secondCheck: sent.wasSecondCheck,
    secondCheckRisks: sent.wasSecondCheckRisks,
  }
  const isOther = ({ name, printed }: Field<NewsroomSettings>) =>
    was[name] !== undefined && was[name] !== printed(stored)
  if (!SETTINGS.some(isOther)) return
  const differing = SETTINGS.filter(({ printed }) => printed(stored) !== printed(input))
  const [name, timeZone, selfCheck, secondCheck, secondCheckRisks] = SETTINGS.map(({ printed }) =>
    printed(stored),
  )
  throw new Conflict(
    'Another admin changed the newsroom while you had this open. What is stored now stands beside each field that differs; send it again to replace theirs.',
    Object.fromEntries(
      differing.map(({ name, printed }) => [name, `Stored now: ${printed(stored) || 'none'}`]),
    ),
    {
      wasName: name ?? '',
      wasTimeZone: timeZone ?? '',
      wasSelfCheck: selfCheck === 'yes' ? 'yes' : '',
      wasSecondCheck: secondCheck ?? '',
      wasSecondCheckRisks: secondCheckRisks ?? '',
    },
  )
}
