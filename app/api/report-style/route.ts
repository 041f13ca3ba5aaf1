import { REPORT_STYLE } from '@/lib/reports/html/style'

/**
 * How the report looks on its page. A sheet of its own, because a style element in a page that the
 * browser went to without loading anew has not the nonce that the policy of the first page asks for.
 */
export function GET() {
  return new Response(REPORT_STYLE, { headers: { 'content-type': 'text/css; charset=utf-8' } })
}
