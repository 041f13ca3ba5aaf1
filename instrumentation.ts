/** Runs once when the server starts: makes it end at once when it is told to, or when its launcher is gone,
 * note where requests come from, and refuse those that no page can answer. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { endWithSignals } = await import('@/lib/live/close-on-signal')
  endWithSignals()
  const { noteClientAddresses } = await import('@/lib/auth/client-address')
  noteClientAddresses()
  const { refuseRequests } = await import('@/lib/forms/refuse-requests')
  refuseRequests()
}
