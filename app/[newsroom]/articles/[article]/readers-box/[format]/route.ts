import { findActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { listReadersBoxes, type ReadersBoxShown } from '@/lib/db/publication/readers-boxes'
import { attachment } from '@/lib/reports/file-name'
import { readersBoxHtml, readersBoxJson } from '@/lib/reports/readers-box/readers-box'

const FORMS: Record<
  string,
  { type: string; make: (box: ReadersBoxShown, timeZone: string) => string }
> = {
  html: {
    type: 'text/html; charset=utf-8',
    make: ({ box, at }, timeZone) => readersBoxHtml(box, at, timeZone),
  },
  json: { type: 'application/json', make: ({ box, at }) => readersBoxJson(box, at) },
}

/** What readers are told, as it was signed, for as long as that holds. */
export async function GET(
  _: Request,
  { params }: RouteContext<'/[newsroom]/articles/[article]/readers-box/[format]'>,
) {
  const { newsroom, article: slug, format } = await params
  const form = Object.hasOwn(FORMS, format) ? FORMS[format] : undefined
  const actor = form && (await findActor(newsroom))
  const article = actor && (await findArticle(actor, { slug }))
  if (!form || !actor || !article) return new Response('There is no such article.', { status: 404 })
  const standing = (await listReadersBoxes(actor, article.id)).find(({ end }) => end === null)
  if (!standing) return new Response('No reader’s box of this text is signed for.', { status: 404 })
  return new Response(form.make(standing, actor.timeZone), {
    headers: {
      'content-type': form.type,
      'content-disposition': attachment(`${slug}-r${standing.revision}-how-we-know.${format}`),
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
