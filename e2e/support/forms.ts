import type { APIResponse, Page, Request } from '@playwright/test'

/** The request with which the browser sends a form while something is done. */
export async function sentForm(page: Page, doing: () => Promise<unknown>): Promise<Request> {
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.method() === 'POST' && Boolean(one.headers()['next-action'])),
    doing(),
  ])
  return request
}

/** Sends a form once more by hand, past the page, with other values and another origin, or without some of its headers. */
export async function sendAgain(
  page: Page,
  form: Request,
  values: Record<string, string | Buffer> = {},
  { without = [], ...headers }: { without?: string[]; origin?: string } = {},
): Promise<APIResponse> {
  const sent = await form.allHeaders()
  const boundary = /boundary=(.+)$/.exec(sent['content-type'] ?? '')?.[1] ?? ''
  const body = form.postDataBuffer()
  if (!body) throw new Error('this form was sent without a body')
  const left = ['cookie', 'content-length', ...without]
  const kept = Object.entries(sent).filter(
    ([name]) => !name.startsWith(':') && !left.includes(name),
  )
  return page.request.post(form.url(), {
    headers: { ...Object.fromEntries(kept), ...headers },
    data: withValues(body, boundary, values),
    maxRedirects: 0,
  })
}

/** The parts of a form (RFC 7578) with other values. Names end in the form's own: `_1_claimId`, `1_claimId`. */
export function withValues(
  body: Buffer,
  boundary: string,
  values: Record<string, string | Buffer>,
) {
  // Latin 1 keeps every byte as it is.
  const parts = body.toString('latin1').split(`--${boundary}`)
  const changed = parts.map((part) => {
    const [head = '', ...rest] = part.split('\r\n\r\n')
    const name = /name="(?:_?\d+_)?([^"]*)"/.exec(head)?.[1] ?? ''
    const value = values[name]
    if (value === undefined || rest.length === 0) return part
    return `${head}\r\n\r\n${Buffer.from(value).toString('latin1')}\r\n`
  })
  return Buffer.from(changed.join(`--${boundary}`), 'latin1')
}
