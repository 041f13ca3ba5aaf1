'use client'

import { type DragEvent, useId } from 'react'
import { SEPARATORS, type Separator } from '@/lib/domain/sheets/sheet'
import { encodingNamed } from '@/lib/importing/encoding/encodings'
import { EncodingField } from '../articles/intake/encoding-field'
import type { SheetReading } from './read-sheet'
import type { BroughtSheet } from './use-brought-sheet'

/** Takes the file of a sheet, chosen or dropped. */
export function SheetField({
  name,
  message,
  isReading,
  each = 'check',
  onOpen,
}: {
  /** Of the file that is open. */
  name: string | null
  message: string
  isReading: boolean
  /** What a row of it is. */
  each?: string
  onOpen: (file: File) => void
}) {
  const id = useId()
  const open = (files: FileList | null) => files?.[0] && onOpen(files[0])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a second way; the field within is for all
    <div
      className="field sheet-file"
      data-takes-files
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        open(event.dataTransfer.files)
      }}
    >
      <label htmlFor={id}>The sheet</label>
      <span className="hint" id={`${id}-hint`}>
        An Excel workbook (.xlsx) or a text with separators (.csv, .tsv), a row for each {each}. Or
        drop it here.
      </span>
      <input
        id={id}
        type="file"
        className="file-input"
        accept=".xlsx,.xlsm,.csv,.tsv,.tab,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-describedby={`${id}-hint`}
        aria-invalid={message ? true : undefined}
        onChange={({ target }) => {
          open(target.files)
          target.value = ''
        }}
      />
      <p className="quiet" role="status">
        {isReading ? 'Reading the sheet…' : name && <bdi>{name}</bdi>}
      </p>
      <p role="alert" className={message ? 'error' : ''}>
        {message}
      </p>
    </div>
  )
}

/** How a sheet was read, to be changed, and what of it is not as it looks in a spreadsheet. */
export function ReadingFields({
  brought: { sheet, wishes },
  onWishes,
}: {
  brought: Pick<BroughtSheet, 'sheet' | 'wishes'>
  onWishes: (wishes: SheetReading) => void
}) {
  const { worksheets, worksheet, separator, encoding, told } = sheet
  const encodingName = encoding && encodingNamed(encoding.name)
  return (
    <div className="sheet-reading">
      {worksheets.length > 1 && (
        <Choice
          label="Worksheet"
          value={`${worksheet}`}
          options={worksheets.map(({ name, isHidden }, at) => [
            `${at}`,
            isHidden ? `${name} (hidden)` : name,
          ])}
          onChoose={(value) => onWishes({ worksheet: Number(value) })}
        />
      )}
      {separator !== null && (
        <Choice
          label="What parts the cells"
          value={separator}
          options={Object.entries(SEPARATORS)}
          onChoose={(value) => onWishes({ ...wishes, separator: value as Separator })}
        />
      )}
      {encoding && encodingName && (
        <EncodingField
          name={encodingName}
          from={encoding.from}
          onName={(name) => onWishes({ ...wishes, encoding: name })}
        />
      )}
      {told.length > 0 && (
        <ul className="sheet-told small">
          {told.map((sentence) => (
            <li key={sentence} dir="auto">
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** A choice whose consequence is seen at once. */
export function Choice({
  label,
  hint,
  value,
  options,
  onChoose,
}: {
  label: string
  hint?: string
  value: string
  options: readonly (readonly [value: string, label: string])[]
  onChoose: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => onChoose(target.value)}
      >
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
