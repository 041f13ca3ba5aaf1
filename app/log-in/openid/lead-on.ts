import { NextResponse } from 'next/server'
import { cookieOptions, type Step } from '@/lib/auth/open-id/round-trip'
import { errorLine } from '@/lib/live/error-log'

type Kept = Parameters<typeof cookieOptions>[0] & { name: string }
type Sealed = Extract<Step, { sealed: string }>

/** Leads the browser to the next step with what it is to keep, or back to the log-in, which says what was in the way. */
export function leadOn(
  request: Request,
  step: Step,
  onwards: (step: Sealed) => { address: string; keep: [Kept, string] },
): NextResponse {
  if ('problem' in step) {
    if (step.why) console.error(lineOf(request, step.why))
    const { to, problem } = step
    return lead(`/log-in?problem=${problem}&to=${encodeURIComponent(to)}`)
  }
  const { address, keep } = onwards(step)
  const [cookie, value] = keep
  const response = lead(address)
  response.cookies.set(cookie.name, value, cookieOptions(cookie))
  return response
}

function lead(address: string): NextResponse {
  const response = NextResponse.redirect(new URL(address, process.env.NEXTAUTH_URL), 303)
  response.headers.set('cache-control', 'no-store')
  return response
}

const lineOf = ({ method, headers }: Request, why: string) =>
  errorLine({
    error: new Error(why),
    request: { method, headers: Object.fromEntries(headers) },
    route: '/log-in/openid',
    at: new Date(),
  })
