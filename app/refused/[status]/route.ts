import { PROBLEM, REFUSALS } from '@/lib/forms/refused'

/** Says why a request was refused before it was read: as a page to whoever reads pages, as a problem to programs, in plain words to all others. */
export async function GET(request: Request, { params }: RouteContext<'/refused/[status]'>) {
  const { status } = await params
  const said = Object.entries(REFUSALS).find(([known]) => known === status)
  if (!said) return new Response(null, { status: 404 })
  const [, { title, why }] = said
  if (request.headers.get('accept') === PROBLEM) {
    const problem = { type: 'about:blank', title, status: Number(status), detail: why }
    const headers = { 'content-type': PROBLEM, 'cache-control': 'no-store' }
    return new Response(`${JSON.stringify(problem)}\n`, { status: Number(status), headers })
  }
  const isPage = request.headers.get('accept')?.includes('text/html') ?? false
  const type = isPage ? 'text/html' : 'text/plain'
  return new Response(isPage ? page(title, why) : `${title}. ${why}\n`, {
    status: Number(status),
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' },
  })
}

const page = (title: string, why: string) => `<!doctype html>
<html lang="en">
<meta name="viewport" content="width=device-width">
<title>${title} · Stet</title>
<main>
<h1>${title}</h1>
<p>${why}</p>
<p><a href="/">To your newsroom</a></p>
</main>
`
