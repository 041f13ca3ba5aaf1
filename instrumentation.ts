import type { Instrumentation } from 'next'

/** Runs once when the server starts: makes it end at once when it is told to, or when its launcher is gone,
 * note where requests come from, refuse those that no page can answer, and count them. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { endWithSignals } = await import('@/lib/live/close-on-signal')
  endWithSignals()
  const { noteClientAddresses } = await import('@/lib/auth/client-address')
  noteClientAddresses()
  const { refuseRequests } = await import('@/lib/forms/refuse-requests')
  refuseRequests()
  const { countRequests } = await import('@/lib/live/metrics/count-requests')
  countRequests()
  const { numberRequests } = await import('@/lib/live/request-id')
  numberRequests()
}

/** Writes down what went wrong while something was made that somebody asked for. */
export const onRequestError: Instrumentation.onRequestError = async (
  error,
  request,
  { routePath },
) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { errorLine } = await import('@/lib/live/error-log')
  console.error(errorLine({ error, request, route: routePath, at: new Date() }))
}
