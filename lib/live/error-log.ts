/** An error while a page, a route or an action was made, as Next tells it. */
interface Failure {
  error: unknown
  /** As the client sent it. */
  request: { method: string; headers: Readonly<Record<string, string | string[] | undefined>> }
  /** The route's pattern, without what an address holds: `/[newsroom]/articles/[slug]`. */
  route: string
  at: Date
}

/**
 * An error as one line of JSON for whoever watches over the log: when, in which route, the digest that the error page
 * shows and the request's id. Of what was asked for and by whom it tells nothing.
 */
export function errorLine({ error, request, route, at }: Failure): string {
  const { name, message, stack, digest } = asError(error)
  return JSON.stringify({
    ...{ time: at.toISOString(), level: 'error', method: request.method, route },
    request: [request.headers[REQUEST_ID]].flat()[0],
    ...{ digest, error: name, message: redact(message) },
    stack: stack && redact(stack).split('\n').slice(1, MOST_FRAMES).map(trimmed),
  })
}

/** A header that only this server writes, on each request and its answer. */
export const REQUEST_ID = 'x-request-id'

/** Secrets and identities in a text are replaced by what they are: addresses of mail, of databases, tokens, keys, what stands in quotes. */
export function redact(text: string): string {
  return text
    .replace(/[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/g, '[mail address]')
    .replace(/\b([a-z][a-z\d+.-]*):\/\/[^\s/@]+@/gi, '$1://[password]@')
    .replace(/-----BEGIN [^-]+-----[\s\S]*?(?:-----END [^-]+-----|$)/g, '[key]')
    .replace(/([?&][\w.-]+)=[^\s&"')]+/g, '$1=[value]')
    .replace(/\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{24,}\b/g, '[token]')
}

const MOST_FRAMES = 12

const trimmed = (line: string) => line.trim()

function asError(error: unknown) {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  const digest = Object(error).digest
  return { name, message, stack, digest: typeof digest === 'string' ? digest : undefined }
}
