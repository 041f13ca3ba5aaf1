'use client'

import { useMemo, useState } from 'react'
import { importFacts } from '@/lib/actions'
import { FACT_FIELDS, type FactField } from '@/lib/domain/ledger/fact-fields'
import { type Fact, factInWords } from '@/lib/domain/ledger/facts'
import { type LedgerRow, ledgerRows } from '@/lib/domain/ledger/sheet-rows'
import { Refusal } from '@/lib/domain/refusal'
import type { ReadSheet } from '@/lib/domain/sheets/sheet'
import type { Day } from '@/lib/domain/times/days'
import { FACT_KINDS, keysOf } from '@/lib/domain/vocabulary'
import { ActionForm } from '../forms/action-form'
import { FieldError, SubmitButton } from '../forms/fields'
import { chosenFile, readSheet, type SheetFile, type SheetReading } from '../sheets/read-sheet'
import { ReadingFields, SheetField } from '../sheets/sheet-field'
import { EscapedText } from '../ui/escaped-text'
import { Link } from '../ui/links/link'

interface Brought {
  file: SheetFile
  wishes: SheetReading
  sheet: ReadSheet
}

/** As many rows as one command takes. */
const MOST = 1_000

/** Imports a house list: read and shown row by row, each with its trouble, before anything is stored. */
export function ImportList({
  newsroom,
  onFile,
  today,
}: {
  newsroom: string
  onFile: readonly Fact[]
  today: Day
}) {
  const [brought, setBrought] = useState<Brought | null>(null)
  const [message, setMessage] = useState('')
  const [isReading, setReading] = useState(false)
  const [done, setDone] = useState<{ kept: number; left: number } | null>(null)

  async function read(get: () => Promise<SheetFile>, wishes: SheetReading) {
    setMessage('')
    setReading(true)
    try {
      const file = await get()
      setBrought({ file, wishes, sheet: await readSheet(newsroom, file, wishes) })
      setDone(null)
    } catch (error) {
      setMessage(error instanceof Refusal ? error.message : UNREADABLE)
    }
    setReading(false)
  }

  return (
    <>
      <SheetField
        name={brought?.file.name ?? null}
        message={message}
        isReading={isReading}
        each="fact"
        onOpen={(file) => void read(() => chosenFile(file), {})}
      />
      <p id={DONE} role="status" tabIndex={-1} className={done ? 'form-message kept' : ''}>
        {done && (
          <>
            Imported {counted(done.kept, 'fact')}
            {done.left > 0 && `; ${done.left} were in the ledger already`}.{' '}
            <Link href={`/${newsroom}/ledger`}>To the ledger</Link>
          </>
        )}
      </p>
      {brought && !done && (
        <>
          <ReadingFields
            brought={brought}
            onWishes={(wishes) => void read(async () => brought.file, wishes)}
          />
          <Preview {...{ brought, onFile, today }} onDone={setDone} />
        </>
      )}
    </>
  )
}

/** Where the keyboard goes on once the list is imported. */
const DONE = 'list-done'
const UNREADABLE =
  'This file could not be read here. It may have been moved or changed; choose it again.'

function Preview({
  brought: { file, sheet },
  onFile,
  today,
  onDone,
}: {
  brought: Brought
  onFile: readonly Fact[]
  today: Day
  onDone: (done: { kept: number; left: number }) => void
}) {
  const { rows, told } = useMemo(
    () => ledgerRows(sheet.rows, { onFile, today }),
    [sheet.rows, onFile, today],
  )
  const ready = rows.filter(({ fact, double }) => fact !== null && double === null)
  const bad = rows.filter(({ fact }) => fact === null)
  const going = ready.slice(0, MOST)
  const doubles = rows.length - ready.length - bad.length
  return (
    <section className="section" aria-labelledby="list-rows">
      <h2 id="list-rows">What becomes of its rows</h2>
      <p>
        {counted(ready.length, 'row')} to import
        {bad.length > 0 && `, ${bad.length} that cannot be read`}
        {doubles > 0 && `, ${doubles} twice`}. Nothing is stored yet.
      </p>
      {told.map((sentence) => (
        <p key={sentence} className="quiet small">
          {sentence}
        </p>
      ))}
      <ActionForm
        action={importFacts}
        values={{
          name: file.name.slice(0, 200),
          rows: JSON.stringify(going.map(({ row, fields }) => ({ row, fields }))),
        }}
        saved="House list imported"
        label="Import the list"
        className="form"
        goOnAt={DONE}
        onDone={(output) => onDone(output as { kept: number; left: number })}
      >
        <FieldError name="rows" />
        {going.length > 0 ? (
          <div className="actions">
            <SubmitButton busy="Importing…">{`Import ${counted(going.length, 'row')}`}</SubmitButton>
          </div>
        ) : (
          <p className="quiet">No row is left to be imported.</p>
        )}
      </ActionForm>
      <ol className="bare list-rows">
        {[...bad, ...rows.filter((row) => row.fact !== null)].slice(0, SHOWN).map((row) => (
          <Row key={row.row} row={row} />
        ))}
      </ol>
      {rows.length > SHOWN && <p className="quiet">And {rows.length - SHOWN} more rows.</p>}
    </section>
  )
}

/** How many rows are shown, those with trouble first. */
const SHOWN = 300

function Row({ row: { row, fields, fact, problems, told, double } }: { row: LedgerRow }) {
  return (
    <li>
      <p className="small quiet">
        Row {row}
        {fact && `, ${FACT_KINDS[fact.kind].toLowerCase()}`}
      </p>
      <p dir="auto">
        <strong>
          <EscapedText>{fields.subject ?? '—'}</EscapedText>
        </strong>{' '}
        {fact && <EscapedText>{factInWords(fact)}</EscapedText>}
      </p>
      {keysOf(problems as Record<FactField, string>).map((field) => (
        <p key={field} className="error">
          {FACT_FIELDS[field]}: {problems[field]}
        </p>
      ))}
      {double && <p className="quiet">{double} It is not kept again.</p>}
      {told.map((sentence) => (
        <p key={sentence} className="quiet">
          {sentence}
        </p>
      ))}
    </li>
  )
}

const counted = (count: number, what: string) =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`
