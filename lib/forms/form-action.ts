import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { CLIENT_ADDRESS, networkOf } from '@/lib/auth/client-address'
import { requireActor, requireMember } from '@/lib/auth/current-actor'
import type { Actor } from '@/lib/domain/policy'
import { Conflict, Refusal } from '@/lib/domain/refusal'
import { FOLLOWS, PAGE_OF } from './hidden-fields'
import { isOwnOrigin } from './own-origin'

/** What a form knows after it was sent. */
export interface FormState {
  message?: string
  fields?: Record<string, string>
  /** Whoever sent it has to show first that it is they; then the same goes on. */
  confirm?: true
  /** Hidden values to send next time, after a conflict. */
  resend?: Record<string, string>
  /** What was typed into a refused form that works without its script, to stand there again. */
  typed?: Record<string, string>
  /** What the command answered, when it was carried out. */
  done?: { output: unknown }
}

/** A server action as forms use it. */
export type FormAction = (form: FormData) => Promise<FormState>

/** Lets a form run a command as the person who is logged in, with the second factor that the newsroom requires; `whoever` finds them. */
export function formAction(
  execute: (actor: Actor, raw: unknown) => Promise<unknown>,
  whoever: (newsroom: string) => Promise<Actor> = requireActor,
): FormAction {
  return answering(async ({ newsroom, ...values }, form) => {
    const actor = await whoever(typeof newsroom === 'string' ? newsroom : '')
    assertOwnPage(actor, form)
    return execute(actor, values)
  })
}

/** The same for the forms that set a second factor up. */
export const formActionOfMember = (execute: (actor: Actor, raw: unknown) => Promise<unknown>) =>
  formAction(execute, requireMember)

/**
 * Lets a form run something for which nobody has to be logged in yet. A field of more than 2,000 characters is refused
 * before anything else looks at it. It is told which network it comes from, empty where nobody knows.
 */
export function publicFormAction(
  execute: (raw: unknown, network: string) => Promise<unknown>,
): FormAction {
  return answering(async (values, form) => {
    assertShort(form)
    return execute(values, networkOf((await headers()).get(CLIENT_ADDRESS) ?? ''))
  })
}

/**
 * The same action as React calls it where no script has to be there; once it is carried out it leads to an address. A
 * refusal hands back what was typed into the fields that are `kept`: no passwords.
 */
export function leadingTo(address: string, action: FormAction, kept: readonly string[] = []) {
  return async (_: FormState, form: FormData): Promise<FormState> => {
    const answer = await action(form)
    if (answer.done) redirect(address)
    const values = kept.map((name) => [name, typed(form)[name]?.[0] ?? ''])
    return { ...answer, typed: Object.fromEntries(values) }
  }
}

/** Much more than a name, a password or the secret of an invitation has, in UTF-16 units. */
const LONGEST_FIELD = 2_000

function assertShort(form: FormData): void {
  const isShort = Object.values(typed(form))
    .flat()
    .every((value) => value.length <= LONGEST_FIELD)
  if (isShort) return
  throw new Refusal(
    'invalid',
    'A field of this form holds far more than it can take. Nothing was done.',
  )
}

/** The one place that checks where a form comes from and turns refusals into answers. */
function answering(
  execute: (values: Record<string, unknown>, form: FormData) => Promise<unknown>,
): FormAction {
  return async (form) => {
    try {
      await assertSameOrigin()
      const output = await execute(plainValues(form), form)
      if (!form.has(FOLLOWS)) refresh()
      return { done: { output } }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { message, fields } = error
      const resend = error instanceof Conflict ? error.resend : {}
      const confirm = error.reason === 'unconfirmed' && { confirm: true as const }
      return { message, fields, resend, ...confirm }
    }
  }
}

/** Next checks the origin of an action only where the browser sent one; here it has to be there and be ours. */
async function assertSameOrigin(): Promise<void> {
  const origin = (await headers()).get('origin')
  if (isOwnOrigin(origin, process.env.NEXTAUTH_URL)) return
  throw new Refusal(
    'not-allowed',
    'This form was sent from another site than Stet is set to, so nothing was done.',
  )
}

/** Two people may use one browser: what was written on the page of one is not put down to the other. */
function assertOwnPage({ userId, name }: Actor, form: FormData): void {
  const owner = form.get(PAGE_OF)
  if (owner === null || owner === userId) return
  throw new Refusal(
    'conflict',
    `Not saved: this page is somebody else’s. ${name} is logged in in this browser now. What is typed is still here: copy it, or log in again as whoever wrote it.`,
  )
}

function plainValues(form: FormData): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(typed(form)).map(([name, values]) => [
      name,
      values.length === 1 ? values[0] : values,
    ]),
  )
}

function typed(form: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$')) continue
    values[name] = [...(values[name] ?? []), value]
  }
  return values
}
