import { z } from 'zod'
import { appendEvents, type ChainHead } from '@/lib/db/audit/log'
import { transaction } from '@/lib/db/client'
import { type FormSent, findIdempotencyKey, type NamedForm } from '@/lib/db/idempotency-keys'
import { takeTurn } from '@/lib/db/turn'
import { isConfirmedLately } from '@/lib/domain/accounts/confirmation'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { type Actor, can, type Facts, type Permission, whyNot } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { invalidateReadersBoxes } from './invalidate-readers-boxes'
import { invalidateSignOffs } from './invalidate-sign-offs'

interface Spec<
  P extends Permission,
  Input extends z.ZodType,
  Subject extends Facts[P],
  Prepared,
  Output,
> {
  permission: P
  input: Input
  /** Slow work that needs no lock, such as hashing a password; done before the newsroom's turn is taken. */
  prepare?: (context: { actor: Actor; input: z.output<Input> }) => Promise<Prepared>
  /** What would do harm in the wrong hands: whoever does it showed who they are lately, or is asked to. */
  risky?: true
  /** The answer holds a secret, so the receipt of a form is kept without it. */
  secretive?: true
  /** What the command is about; `null` when the actor can reach no such thing. */
  subject: (actor: Actor, input: z.output<Input>) => Promise<Subject | null>
  run: (context: {
    actor: Actor
    input: z.output<Input>
    subject: Subject
    prepared: Prepared
    /** Where the newsroom's log ends before this command. */
    head: ChainHead
    record: (event: DeskEvent) => void
  }) => Promise<Output>
}

/** A way to change something: who, and what came in; and by which name it was sent, where what came in does not name itself. */
export interface Command<Output = unknown> {
  (actor: Actor, raw: unknown, sent?: NamedForm): Promise<Output>
  readonly permission: Permission
  readonly input: z.ZodType
}

/** Whether this is a command, among what a file of commands exports. */
export function isCommand(one: unknown): one is Command {
  return typeof one === 'function' && 'permission' in one && 'input' in one
}

/**
 * The one door through which anything changes.
 *
 * Checks the input, finds the subject, asks the policy, runs the change, lets signatures fall that no
 * longer hold, and seals it all in the audit log, all or nothing. A form that names itself (`formId`) is carried out once,
 * however often the same person sends it for this command, which is known by its name; to others it is refused. Slow work belongs in `prepare` or a job, because the newsroom's other writers wait meanwhile.
 */
export function command<
  P extends Permission,
  Input extends z.ZodType,
  Subject extends Facts[P],
  Prepared,
  Output,
>(name: string, spec: Spec<P, Input, Subject, Prepared, Output>): Command<Output> {
  async function execute(actor: Actor, raw: unknown, sent?: NamedForm): Promise<Output> {
    const formId = formIdOf(raw)
    const form = sent ?? (formId === null ? null : { id: formId, command: name })
    const input = parse(spec.input, raw)
    const early = form && spec.prepare ? await findIdempotencyKey(actor, form) : undefined
    if (early) return answered<Output>(early)
    const prepared = (await spec.prepare?.({ actor, input })) as Prepared

    return transaction(async () => {
      const { head, receipt, isStillThere } = await takeTurn(actor, form)
      if (receipt) return answered<Output>(receipt)

      if (!isStillThere) throw new Refusal('not-allowed', NO_LONGER)
      const subject = await spec.subject(actor, input)
      if (subject === null) throw new Refusal('not-found', 'This is not here, or no longer.')
      if (!can(actor, spec.permission, subject)) {
        throw new Refusal('not-allowed', whyNot(actor, spec.permission, subject))
      }
      if (spec.risky && !isConfirmedLately(actor.confirmedAt, new Date())) {
        throw new Refusal('unconfirmed', UNCONFIRMED)
      }

      const events: DeskEvent[] = []
      const record = (event: DeskEvent) => events.push(event)
      const output = await spec.run({ actor, input, subject, prepared, head, record })
      if (events.length === 0) throw new Error(`${spec.permission} left no trace in the audit log`)

      const told = spec.secretive ? undefined : output
      const sealed = await appendEvents(actor, head, events, form ? { form, output: told } : null)
      const fell = [
        ...(sealed.signed.length > 0 ? await invalidateSignOffs(actor, sealed.signed, events) : []),
        ...(sealed.boxed.length > 0 ? await invalidateReadersBoxes(actor, sealed.boxed) : []),
      ]
      if (fell.length > 0) await appendEvents(actor, sealed.head, fell)
      return output
    }, actor.newsroomId)
  }
  return Object.assign(execute, { permission: spec.permission, input: spec.input })
}

/** What the same form was answered before; refuses one that somebody else sent, or that was sent for something else. */
function answered<Output>({ isSame, output }: FormSent): Output {
  if (isSame) return output as Output
  throw new OtherForm(
    'conflict',
    'This form was sent before by somebody else or for something else, so nothing was done. Load the page again, and send it from there.',
  )
}

/** What came in has the name of something else that was carried out. */
export class OtherForm extends Refusal {}

const NO_LONGER = 'Your part in this newsroom changed a moment ago. Load the page again.'

const UNCONFIRMED = 'Not done yet: confirm that it is you, and send it again.'

/** Checks what came in; a refusal names every field that needs another look. */
export function parse<Input extends z.ZodType>(schema: Input, raw: unknown): z.output<Input> {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data

  const fields: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) {
    fields[String(path[0] ?? '')] ??= message
  }
  throw new Refusal('invalid', 'Nothing was stored. Some of this needs another look.', fields)
}

const named = z.object({ formId: z.uuid() })

function formIdOf(raw: unknown): string | null {
  const parsed = named.safeParse(raw)
  return parsed.success ? parsed.data.formId : null
}
