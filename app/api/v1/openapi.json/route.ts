import { openApiDocument } from '@/lib/api/document'

export const dynamic = 'force-dynamic'

/** The description of the API; nothing in it is anybody's. */
export function GET(request: Request): Response {
  const origin = process.env.NEXTAUTH_URL ?? new URL(request.url).origin
  return Response.json(openApiDocument(origin), { headers: { 'cache-control': 'no-cache' } })
}
