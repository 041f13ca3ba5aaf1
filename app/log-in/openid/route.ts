import { beginOpenId, QUESTION } from '@/lib/auth/open-id/round-trip'
import { findOpenIdSettings } from '@/lib/auth/open-id/settings'
import { safeAddress } from '@/lib/auth/safe-redirect'
import { leadOn } from './lead-on'

export const dynamic = 'force-dynamic'

/** Leads to the provider of the house, from where people come back to `answer`. */
export async function GET(request: Request) {
  const settings = findOpenIdSettings()
  if (!settings) return new Response(null, { status: 404 })
  const asked = new URL(request.url).searchParams.get('to') ?? '/'
  const step = await beginOpenId(settings, safeAddress(asked))
  return leadOn(request, step, ({ to, sealed }) => ({ address: to, keep: [QUESTION, sealed] }))
}
