/** Runs once when the server starts: makes it end at once when it is told to, or when its launcher is gone, and
 * note where requests come from. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { endWithSignals } = await import('@/lib/live/close-on-signal')
  endWithSignals()
  const { noteClientAddresses } = await import('@/lib/auth/client-address')
  noteClientAddresses()
}
