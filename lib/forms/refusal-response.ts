import { type Reason, Refusal } from '@/lib/domain/refusal'

const STATUS: Record<Reason, number> = {
  unconfirmed: 403,
  'not-allowed': 403,
  'not-found': 404,
  invalid: 400,
  conflict: 409,
  unavailable: 503,
}

/** Answers a script's request with what came of it, or with why it was refused, in the reader's words (RFC 9110, 15). */
export async function answerJson(work: () => Promise<unknown>): Promise<Response> {
  const headers = { 'cache-control': 'no-store' }
  try {
    return Response.json((await work()) ?? {}, { headers })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { message, fields, reason } = error
    return Response.json({ message, fields }, { status: STATUS[reason], headers })
  }
}
