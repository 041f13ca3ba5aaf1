import { type NextRequest, NextResponse } from 'next/server'

/** Sets headers and nothing else: the content-security policy with its nonce, and the address for the way back after logging in. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = isForeign(request.nextUrl.pathname) ? FOREIGN : contentSecurityPolicy(nonce)

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  headers.set('x-stet-address', request.nextUrl.pathname + request.nextUrl.search)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  // The address of a link for a new password is a secret, which not even our own pages are told.
  const isSecret = request.nextUrl.pathname.startsWith('/new-password/')
  response.headers.set('referrer-policy', isSecret ? 'no-referrer' : 'same-origin')
  response.headers.set('cross-origin-opener-policy', 'same-origin')
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()')
  return response
}

/** Files that somebody else made run nothing, wherever they are opened. */
const FOREIGN = "default-src 'none'; sandbox"

const isForeign = (path: string) => /^\/[^/]+\/captures\/[^/]+\/files\//.test(path)

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'] }

function contentSecurityPolicy(nonce: string): string {
  // The development server evaluates code to refresh modules; the built app never does.
  const evaluating = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluating}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')
}
