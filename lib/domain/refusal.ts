/** Why a request was turned down; `unconfirmed` where who asks has to show first that it is they. */
export type Reason =
  | 'unconfirmed'
  | 'not-allowed'
  | 'not-found'
  | 'invalid'
  | 'conflict'
  | 'unavailable'

/** An expected "no", worded for the person who asked. Every other error is a bug and is left to crash. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  /** @param fields messages by the name of the field that they are about */
  constructor(
    readonly reason: Reason,
    message: string,
    readonly fields: Record<string, string> = {},
  ) {
    super(message)
  }
}

/**
 * Somebody else saved while this form was open. What they stored is shown by field, and the form
 * can be sent again, knowingly, over the state that `resend` names.
 */
export class Conflict extends Refusal {
  override readonly name = 'Refusal'

  constructor(
    message: string,
    fields: Record<string, string>,
    readonly resend: Record<string, string>,
  ) {
    super('conflict', message, fields)
  }
}
