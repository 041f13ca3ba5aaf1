import { Operations } from '@/components/newsroom/api/operations'
import { PROBLEMS } from '@/lib/api/answers/problems'
import { operationsShown } from './operations-shown'

export const metadata = { title: 'The API' }

/** What programs can ask and do, to be read and tried; nothing of it is anybody's, so it is shown to everybody. */
export default async function ApiPage({ searchParams }: PageProps<'/api/v1'>) {
  const { operation } = await searchParams
  const operations = operationsShown()
  const chosen = operations.find(({ name }) => name === operation)

  return (
    <main className="page narrow api-page">
      <div className="page-head">
        <div>
          <h1>The API</h1>
          <p>
            Everything that the pages do, by the same rules, for programs. Send a token as{' '}
            <code className="mono">Authorization: Bearer stet_…</code>; people make theirs on the
            page of their account. The same as a document:{' '}
            <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.
          </p>
        </div>
      </div>
      <Operations operations={operations} chosen={chosen} />
      <section className="section" aria-labelledby="problems">
        <h2 id="problems">Problems</h2>
        <p>
          Every error is <code className="mono">application/problem+json</code> (RFC 9457) and says
          in <code className="mono">errors</code> which field it is about.
        </p>
        <ul className="bare ruled">
          {Object.entries(PROBLEMS).map(([name, [status, title]]) => (
            <li key={name} id={name}>
              <span>
                {status} <code className="mono">{name}</code>
              </span>
              <span className="quiet">{title}</span>
            </li>
          ))}
        </ul>
      </section>
    </main>
  )
}
