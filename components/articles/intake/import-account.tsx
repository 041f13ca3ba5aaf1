'use client'

import { useParams } from 'next/navigation'
import { useRef, useState } from 'react'
import { DOCUMENT_NOTE_KINDS, type NoteCounts } from '@/lib/domain/articles/document-note'
import { Refusal } from '@/lib/domain/refusal'
import { LINE_KINDS, type Line, type LineKind } from '@/lib/importing/account/line'
import type { Wishes } from '@/lib/importing/import-article'
import { AccountLine, optionsOf } from './account-line'
import { EncodingField } from './encoding-field'
import type { Imported } from './imported'
import { ItemFacts } from './item-facts'
import { readSource } from './read-source'

/** The most lines of a kind that are drawn. */
const MOST = 300

/**
 * What the import made of its source: whatever does not stand in the text as it stood there, with a choice where there
 * is one. Without `onImported`, or where the source is gone, it only tells.
 */
export function ImportAccount({
  imported,
  onImported,
}: {
  imported: Imported
  onImported?: (next: Imported) => void
}) {
  const { newsroom = '' } = useParams<{ newsroom?: string }>()
  const [message, setMessage] = useState('')
  const [isReading, setIsReading] = useState(false)
  const { reading, wishes, source, arrivalId } = imported
  const { lines, encoding, beside, item } = reading
  const kinds = Object.keys(LINE_KINDS) as LineKind[]
  const groups = kinds.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind)
    return own.length > 0 ? [{ kind, lines: own }] : []
  })

  /** What was chosen last, while it is still being read so. */
  const wanted = useRef<Wishes | null>(null)

  async function readAgain(choose: (were: Wishes) => Wishes) {
    if (!source || !onImported) return
    const next = choose(wanted.current ?? wishes)
    wanted.current = next
    setMessage('')
    setIsReading(true)
    let why = ''
    const reading = await readSource(newsroom, source, next).catch((error: unknown) => {
      why = error instanceof Refusal ? error.message : 'This could not be read again.'
      return null
    })
    // Something else was chosen in the meantime, with this, and is being read.
    if (wanted.current !== next) return
    wanted.current = null
    if (reading) onImported({ ...imported, wishes: next, reading })
    setMessage(why)
    setIsReading(false)
  }

  const choose =
    source && onImported
      ? (name: string, option: string) =>
          readAgain((were) => {
            const isOfAll = !name.includes(' ')
            const others = Object.entries(were.choices ?? {}).filter(
              ([one]) => !isOfAll || !one.startsWith(`${name} `),
            )
            return { ...were, choices: { ...Object.fromEntries(others), [name]: option } }
          })
      : undefined

  return (
    <section className="import-account" aria-label="Account of the import" aria-busy={isReading}>
      <p className="quiet small" aria-live="polite">
        {isReading ? 'Reading it again…' : summaryOf(lines)}
      </p>
      <p role="alert" className={message ? 'form-message' : ''}>
        {message}
      </p>
      {encoding && (
        <EncodingField
          name={encoding.name}
          from={encoding.from}
          onName={choose && ((name) => readAgain((were) => ({ ...were, encoding: name })))}
        />
      )}
      {beside && <Beside counts={beside} unsent={arrivalId === null ? unsentAs(imported) : null} />}
      {item && <ItemFacts item={item} />}
      {groups.map(({ kind, lines }) => (
        <Group key={kind} kind={kind} lines={lines} onChoose={choose} />
      ))}
    </section>
  )
}

/** What a document says beside its text waits until the text is in. */
function Beside({ counts, unsent }: { counts: NoteCounts; unsent: string | null }) {
  const said = Object.entries(DOCUMENT_NOTE_KINDS).flatMap(([kind, name]) => {
    const count = counts[kind as keyof NoteCounts] ?? 0
    return count > 0
      ? `${count.toLocaleString('en')} ${name.toLowerCase()}${count === 1 ? '' : 's'}`
      : []
  })
  if (said.length === 0) return null
  return (
    <p className="account-beside small">
      It also has {said.join(', ')}.{' '}
      {unsent
        ? `They were not sent, because ${unsent}, so they will not be proposed. Bring the text in again to have them.`
        : 'Once the text is in, they are proposed on the words that they hang on.'}
    </p>
  )
}

/** Why a text's source did not come to the newsroom: it is gone where it was too long to be kept over a reload. */
const unsentAs = ({ source }: Imported) =>
  source ? 'the newsroom was not reached' : 'the text is too long to be kept here over a reload'

function summaryOf(lines: readonly Line[]): string {
  if (lines.length === 0) return 'Every letter and digit of the source is in the text.'
  const isMissing = lines.some(({ kind }) => kind === 'missing')
  return isMissing
    ? 'Some words of the source are not in the text. Look at the lines in red.'
    : 'Every letter and digit of the source is in the text or in these lines.'
}

function Group({
  kind,
  lines,
  onChoose,
}: {
  kind: LineKind
  lines: Line[]
  onChoose?: (name: string, option: string) => void
}) {
  const { label } = LINE_KINDS[kind]
  const options = optionsOf(kind)
  const chosen = new Set(lines.map(({ option }) => option))
  return (
    <div className="account-kind" data-kind={kind}>
      <details open={kind === 'missing'}>
        <summary>
          <h3>
            {label}
            {lines.length > 1 && ` (${lines.length.toLocaleString('en')})`}
          </h3>
          <span className="account-glance quiet" aria-hidden="true" dir="auto">
            {glanceOf(lines)}
          </span>
        </summary>
        <ul className="bare">
          {lines.slice(0, MOST).map((line) => (
            <AccountLine
              key={line.number}
              line={line}
              onChoose={lines.length > 1 ? onChoose : undefined}
            />
          ))}
        </ul>
        {lines.length > MOST && (
          <p className="quiet small">
            And {(lines.length - MOST).toLocaleString('en')} more, as these.
          </p>
        )}
      </details>
      {options.length > 0 && onChoose && (
        <select
          aria-label={`What becomes of: ${label}`}
          value={chosen.size === 1 ? ([...chosen][0] ?? '') : ''}
          onChange={({ target }) => onChoose(kind, target.value)}
        >
          {chosen.size > 1 && <option value="">As chosen for each</option>}
          {options.map(([option, name]) => (
            <option key={option} value={option}>
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

/** The beginning of what a kind's lines are about, as far as one line has room for it. */
const glanceOf = (lines: readonly Line[]) =>
  lines
    .slice(0, 8)
    .map(({ words }) => words.slice(0, 60))
    .join(' · ')
