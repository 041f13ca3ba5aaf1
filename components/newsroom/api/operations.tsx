import { Link } from '../../ui/links/link'
import { TryOperation } from './try-operation'

/** An operation as its page shows it. */
export interface OperationShown {
  name: string
  title: string
  room: string
  method: 'GET' | 'POST'
  path: string
  about: string
  fields: { name: string; isNeeded: boolean; takes: string }[]
  /** A body to begin with; left out where none is sent. */
  example?: string
}

/** Every operation by what it is about, the chosen one opened. */
export function Operations({
  operations,
  chosen,
}: {
  operations: readonly OperationShown[]
  chosen: OperationShown | undefined
}) {
  const rooms = [...new Set(operations.map(({ room }) => room))]
  return rooms.map((room) => (
    <section key={room} className="section" aria-labelledby={`room-${room}`}>
      <h2 id={`room-${room}`}>{room.charAt(0).toUpperCase() + room.slice(1)}</h2>
      <ul className="bare ruled api-operations">
        {operations
          .filter((one) => one.room === room)
          .map((one) => (
            <li key={one.name} id={one.name}>
              <div>
                <Link href={`/api/v1?operation=${one.name}#${one.name}`}>{one.title}</Link>
                <p className="quiet small">
                  <code className="mono">
                    {one.method} {one.path}
                  </code>
                </p>
                {one === chosen && <Operation {...one} />}
              </div>
            </li>
          ))}
      </ul>
    </section>
  ))
}

function Operation({ method, path, about, fields, example }: OperationShown) {
  return (
    <>
      <p>{about}</p>
      {fields.length > 0 && (
        <dl className="api-fields">
          {fields.map(({ name, isNeeded, takes }) => (
            <div key={name}>
              <dt>
                <code className="mono">{name}</code>
                {isNeeded && <span className="quiet small"> needed</span>}
              </dt>
              <dd className="quiet small">{takes}</dd>
            </div>
          ))}
        </dl>
      )}
      <pre className="api-code">{curlOf({ method, path, example })}</pre>
      <TryOperation {...{ method, path, example }} />
    </>
  )
}

function curlOf({ method, path, example }: Pick<OperationShown, 'method' | 'path' | 'example'>) {
  const token = '-H "Authorization: Bearer $TOKEN"'
  if (method === 'GET') return `curl ${token} $STET${path}`
  const body = `-H 'Content-Type: application/json' \\\n  -d @- $STET${path} <<'END'\n${example}\nEND`
  return `curl ${token} ${body}`
}
