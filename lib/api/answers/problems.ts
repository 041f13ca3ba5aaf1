import type { Conflict, Reason, Refusal } from '../../domain/refusal'

/** What can be wrong, each with its status (RFC 9110) and what its title says. */
export const PROBLEMS = {
  'not-json': [400, 'The body is not JSON in UTF-8'],
  'too-deep': [400, 'The JSON is nested too deeply'],
  'bad-request': [400, 'The request cannot be carried out as it stands'],
  'bad-cursor': [400, 'This cursor was not made here'],
  'no-token': [401, 'No token was sent'],
  'unknown-token': [401, 'The token is unknown'],
  'expired-token': [401, 'The token has run out'],
  'revoked-token': [401, 'The token was revoked'],
  'missing-scope': [403, 'The token does not reach so far'],
  'not-allowed': [403, 'Whoever the token speaks for may not do this'],
  'not-found': [404, 'This is not here'],
  'wrong-method': [405, 'This is asked for in another way'],
  conflict: [409, 'Somebody else changed this'],
  'precondition-failed': [412, 'This changed since it was read'],
  'length-required': [411, 'The length of the body was not said'],
  'too-large': [413, 'The body is too large'],
  'not-a-json-body': [415, 'The body has to be JSON'],
  invalid: [422, 'Some of this needs another look'],
  'key-used': [422, 'The idempotency key was used for something else'],
  'too-many-requests': [429, 'Too many requests'],
  failed: [500, 'Something went wrong here'],
  unavailable: [503, 'This is not available at the moment'],
} as const satisfies Record<string, readonly [status: number, title: string]>

export type ProblemName = keyof typeof PROBLEMS

/** What was wrong with a request, for `problem` to tell. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemName,
    message: string,
    readonly more: {
      /** Messages by the name of the field that they are about. */
      fields?: Readonly<Record<string, string>>
      /** What to send again, knowingly, over what is stored now. */
      resend?: Readonly<Record<string, string>>
      headers?: Readonly<Record<string, string>>
    } = {},
  ) {
    super(message)
  }
}

const OF_REFUSAL: Record<Reason, ProblemName> = {
  'not-allowed': 'not-allowed',
  'not-found': 'not-found',
  invalid: 'invalid',
  conflict: 'conflict',
  unavailable: 'unavailable',
  unconfirmed: 'not-allowed',
}

/** A refusal of a command as a problem. */
export function asProblem({ reason, message, fields, ...refusal }: Refusal): Problem {
  const resend = 'resend' in refusal ? (refusal as Partial<Conflict>).resend : undefined
  return new Problem(OF_REFUSAL[reason], message, { fields, resend })
}

/** A problem as it is sent (RFC 9457); its `type` leads to where it is explained. */
export function problemResponse({ kind, message, more }: Problem): Response {
  const [status, title] = PROBLEMS[kind]
  const errors = Object.entries(more.fields ?? {}).map(([field, detail]) => ({
    ...{ detail, pointer: `#/${field.replaceAll('~', '~0').replaceAll('/', '~1')}` },
  }))
  const body = {
    ...{ type: `/api/v1#${kind}`, title, status, detail: message },
    ...(errors.length > 0 && { errors }),
    ...(more.resend && Object.keys(more.resend).length > 0 && { resend: more.resend }),
  }
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...more.headers,
    },
  })
}
