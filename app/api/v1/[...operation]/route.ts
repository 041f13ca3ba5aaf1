import { handle } from '@/lib/api/handle'
import { CLIENT_ADDRESS, networkOf } from '@/lib/auth/client-address'
import { errorLine } from '@/lib/live/error-log'

export const dynamic = 'force-dynamic'

/** What programs ask and do. Cookies count for nothing here. */
async function answer(
  request: Request,
  { params }: RouteContext<'/api/v1/[...operation]'>,
): Promise<Response> {
  return handle(request, {
    path: `/${(await params).operation.join('/')}`,
    network: networkOf(request.headers.get(CLIENT_ADDRESS) ?? ''),
    report: (error) => console.error(lineOf(request, error)),
  })
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }

const lineOf = ({ method, headers }: Request, error: unknown) =>
  errorLine({
    error,
    request: { method, headers: Object.fromEntries(headers) },
    route: '/api/v1/[...operation]',
    at: new Date(),
  })
