import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { REQUEST_ID } from './error-log'

/** Gives every request that this process serves an id, which its answer and the log tell; what a client sends as one is not kept. */
export function numberRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    const id = crypto.randomUUID()
    request.headers[REQUEST_ID] = id
    response.setHeader(REQUEST_ID, id)
  })
}
