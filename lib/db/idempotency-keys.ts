import type { Actor } from '@/lib/domain/policy'
import { db } from './client'

/** A form that names itself, and the command that it is sent for. */
export interface NamedForm {
  id: string
  command: string
}

/** What is known of a form that was carried out. */
export interface FormSent {
  /** Whether the same person sent it, in the same newsroom and for the same command. */
  isSame: boolean
  /** What it was answered; nothing where it is not the same, or where the answer was a secret. */
  output: unknown
}

/** What a form answered when it was sent before; undefined when it was not. */
export async function findIdempotencyKey(
  { userId, newsroomId }: Actor,
  { id, command }: NamedForm,
): Promise<FormSent | undefined> {
  const sent = await db().formReceipt.findUnique({ where: { id } })
  if (!sent) return undefined
  const isSame =
    sent.userId === userId &&
    sent.newsroomId === newsroomId &&
    // What was kept before receipts named their command is good for any.
    (sent.command === command || sent.command === '')
  return { isSame, output: isSame ? sent.output : null }
}
