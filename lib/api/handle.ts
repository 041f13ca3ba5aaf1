import { type Bearer, findBearer, type NotABearer } from '../auth/bearer'
import { OtherForm } from '../commands/command'
import { isUnreachable } from '../db/retry'
import { Refusal } from '../domain/refusal'
import type { ApiScope } from '../domain/vocabulary'
import { REQUEST_ID } from '../live/error-log'
import { readJson } from './answers/body'
import { limitHeaders, takeRequest } from './answers/limits'
import { asProblem, Problem, problemResponse } from './answers/problems'
import { withVersion } from './answers/versions'
import { COMMANDS, type CommandOperation } from './commands'
import { sentAs } from './idempotency'
import { findRead, read } from './reads/answer-read'
import { inputSchemaOf } from './schemas'

/** What a request comes with, besides itself. */
export interface Asked {
  /** Below `/api/v1`, such as `/claims/mark-claim`. */
  path: string
  /** The network it comes from; empty where nobody knows. */
  network: string
  /** Writes down an error that nobody expected. */
  report: (error: unknown) => void
}

/** Answers a request of a program: whatever goes wrong is told as a problem (RFC 9457). */
export async function handle(request: Request, asked: Asked): Promise<Response> {
  try {
    return await answer(request, asked)
  } catch (error) {
    return problemResponse(problemOf(error, request, asked))
  }
}

function problemOf(error: unknown, request: Request, { report }: Asked): Problem {
  if (error instanceof Problem) return error
  if (error instanceof Refusal) return asProblem(error)
  if (isUnreachable(error)) {
    return new Problem('unavailable', 'The database is away. Try again in a moment.', {
      headers: { 'retry-after': '5' },
    })
  }
  report(error)
  const id = request.headers.get(REQUEST_ID)
  return new Problem('failed', `Nothing was changed. It is in the log${id ? ` as ${id}` : ''}.`)
}

async function answer(request: Request, asked: Asked): Promise<Response> {
  const bearer = await findBearer(request.headers.get('authorization'))
  const by = typeof bearer === 'string' ? `network:${asked.network}` : `token:${bearer.token.id}`
  takeRequest(by)
  if (typeof bearer === 'string') throw notABearer(bearer)

  const response = await carriedOut(request, asked, bearer).catch((error: unknown) =>
    problemResponse(problemOf(error, request, asked)),
  )
  for (const [name, value] of Object.entries(limitHeaders(by))) response.headers.set(name, value)
  return response
}

function notABearer(why: NotABearer): Problem {
  const { kind, detail } = {
    missing: {
      kind: 'no-token',
      detail: 'Send Authorization: Bearer with a token from the page of your account.',
    },
    unknown: { kind: 'unknown-token', detail: 'No such token was made here.' },
    expired: { kind: 'expired-token', detail: 'Make another on the page of your account.' },
    revoked: { kind: 'revoked-token', detail: 'It opens nothing any more.' },
  }[why] as {
    kind: 'no-token' | 'unknown-token' | 'expired-token' | 'revoked-token'
    detail: string
  }
  const error = why === 'missing' ? '' : ', error="invalid_token"'
  const headers = { 'www-authenticate': `Bearer realm="Stet"${error}` }
  return new Problem(kind, detail, { headers })
}

async function carriedOut(request: Request, asked: Asked, bearer: Bearer): Promise<Response> {
  const operation = COMMANDS.find(({ path }) => path === asked.path)
  if (operation) {
    if (request.method !== 'POST') throw wrongMethod('POST')
    assertScope(bearer, operation.scope)
    return give(request, bearer, operation)
  }
  const found = findRead(asked.path)
  if (found) {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw wrongMethod('GET')
    assertScope(bearer, 'read')
    return read(request, bearer, found)
  }
  throw new Problem('not-found', 'There is no such operation. /api/v1/openapi.json lists them all.')
}

const wrongMethod = (allow: string) =>
  new Problem('wrong-method', `This is asked for with ${allow}.`, { headers: { allow } })

function assertScope({ token }: Bearer, scope: ApiScope): void {
  if (token.scopes.includes(scope)) return
  throw new Problem('missing-scope', `This takes a token that may ${scope}.`, {
    headers: {
      'www-authenticate': `Bearer realm="Stet", error="insufficient_scope", scope="${scope}"`,
    },
  })
}

/** Carries a command out, as the page would, and answers with what it answers. */
async function give(
  request: Request,
  { actor }: Bearer,
  { name, command }: CommandOperation,
): Promise<Response> {
  const body = await readJson(request)
  const schema = inputSchemaOf(command)
  const ifMatch = request.headers.get('if-match')
  const input = withVersion(body, ifMatch, Object.hasOwn(schema.properties, 'version'))
  assertKnown(input, schema)
  const sent = sentAs(request.headers.get('idempotency-key'), actor, { name, body: input })
  try {
    const output = (await command(actor, input, sent)) ?? {}
    return Response.json(output, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (error instanceof OtherForm) {
      throw new Problem('key-used', 'Choose another Idempotency-Key for another request.')
    }
    if (error instanceof Refusal && error.reason === 'conflict' && ifMatch !== null) {
      const { message, more } = asProblem(error)
      const version = more.resend?.version
      const headers: Record<string, string> = version ? { etag: `"${version}"` } : {}
      throw new Problem('precondition-failed', message, { ...more, headers })
    }
    throw error
  }
}

/** A field that is misspelt is not silently left out. */
function assertKnown(
  input: Record<string, unknown>,
  { properties, additionalProperties }: ReturnType<typeof inputSchemaOf>,
): void {
  const unknown = Object.keys(input).filter((name) => !Object.hasOwn(properties, name))
  if (additionalProperties || unknown.length === 0) return
  const fields = Object.fromEntries(
    unknown.map((name) => [name, 'This operation has no such field.']),
  )
  throw new Problem('invalid', 'Nothing was stored. Some of this needs another look.', { fields })
}
