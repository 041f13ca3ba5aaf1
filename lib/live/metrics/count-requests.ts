import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { metrics } from './registry'

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS']

/** Has every request that this process serves counted and timed once it is answered. */
export function countRequests(): void {
  const begun = new WeakMap<IncomingMessage, number>()
  subscribe('http.server.request.start', (message) => {
    begun.set((message as { request: IncomingMessage }).request, performance.now())
  })
  subscribe('http.server.response.finish', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    const since = begun.get(request)
    if (since === undefined || isEventStream(response)) return
    const { method = '' } = request
    metrics().requests.observe(
      {
        method: METHODS.includes(method) ? method : 'other',
        status: `${Math.floor(response.statusCode / 100)}xx`,
      },
      (performance.now() - since) / 1_000,
    )
  })
}

/** It is answered when the reader goes, which tells nothing. */
const isEventStream = (response: ServerResponse) =>
  String(response.getHeader('content-type') ?? '').startsWith('text/event-stream')
