import { cookies } from 'next/headers'
import { PASSWORD_LINK } from '@/lib/auth/open-links'

/**
 * Takes the secret of a link for a new password out of the address, so that no history and no referrer keeps it, and goes
 * on to the page, for which it stands in a cookie for an hour.
 */
export async function GET(
  _: Request,
  { params }: RouteContext<'/new-password/[token]'>,
): Promise<Response> {
  const { name, options } = PASSWORD_LINK
  const jar = await cookies()
  jar.set(name, (await params).token, options())
  return new Response(null, {
    status: 303,
    headers: { location: '/new-password', 'cache-control': 'no-store' },
  })
}
