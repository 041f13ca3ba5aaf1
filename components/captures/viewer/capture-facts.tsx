import type { ReactNode } from 'react'
import { CAPTURE_ROLES, type CaptureAnswer, type CapturePart } from '@/lib/domain/captures/capture'
import { EscapedText } from '../../ui/escaped-text'
import { sizeOf } from '../file-size'

/** Every answer on the way to a kept page, in their order, the last with what it said of itself. */
export function CaptureAnswers({ answers }: { answers: readonly CaptureAnswer[] }) {
  const headers = Object.entries(answers.at(-1)?.headers ?? {})
  if (answers.length === 0) return null
  return (
    <section className="section" aria-labelledby="answers">
      <h2 id="answers">How it was answered</h2>
      <ol className="capture-answers">
        {answers.map(({ address, status, at }) => (
          <li key={`${at} ${address}`}>
            <EscapedText>{address}</EscapedText>{' '}
            <span className="quiet">
              answered {status} at <time dateTime={at}>{at}</time>
            </span>
          </li>
        ))}
      </ol>
      {headers.length > 0 && (
        <details>
          <summary>Header fields of the last answer</summary>
          <dl className="capture-headers">
            {headers.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <EscapedText>{value}</EscapedText>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  )
}

/** A file of a capture, to be saved, with its hash. */
export function CapturePartRow({
  part: { role, name, mediaType, bytes, sha256 },
  address,
  children,
}: {
  part: CapturePart
  address: string
  /** How it stands now. */
  children: ReactNode
}) {
  return (
    <tr>
      <th scope="row">
        {CAPTURE_ROLES[role]}
        <span className="quiet small part-kind">
          {mediaType.replace(/;.*/, '')}, {sizeOf(bytes)}
        </span>
      </th>
      <td data-label="SHA-256" className="hash small">
        {sha256}
      </td>
      <td data-label="Now">{children}</td>
      <td>
        <a className="button small" href={address} download={name}>
          Save<span className="visually-hidden"> {CAPTURE_ROLES[role]}</span>
        </a>
      </td>
    </tr>
  )
}
