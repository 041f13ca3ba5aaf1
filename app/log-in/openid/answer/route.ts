import type { NextRequest } from 'next/server'
import { finishOpenId, QUESTION, TICKET } from '@/lib/auth/open-id/round-trip'
import { findOpenIdSettings } from '@/lib/auth/open-id/settings'
import { leadOn } from '../lead-on'

export const dynamic = 'force-dynamic'

/** Takes what the provider of the house answers, once: whoever it vouches for goes on to log in. */
export async function GET(request: NextRequest) {
  const settings = findOpenIdSettings()
  if (!settings) return new Response(null, { status: 404 })
  const kept = request.cookies.get(QUESTION.name)?.value
  const step = await finishOpenId(settings, request.nextUrl.search, kept)
  const response = leadOn(request, step, ({ to, sealed }) => ({
    address: `/log-in?by=openid&to=${encodeURIComponent(to)}`,
    keep: [TICKET, sealed],
  }))
  response.cookies.set(QUESTION.name, '', { path: QUESTION.path, maxAge: 0 })
  return response
}
