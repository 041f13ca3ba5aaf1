'use client'

import {
  hasMarksAround,
  type Mapping,
  mappingUnder,
  type statusesIn,
} from '@/lib/domain/sheets/checks'
import { COLUMN_ROLES, type ColumnRole, columnLabels } from '@/lib/domain/sheets/columns'
import type { ReadSheet } from '@/lib/domain/sheets/sheet'
import {
  isVerdict,
  MEANINGS,
  type Meaning,
  meaningWord,
  proposedMeaning,
  proposedStance,
} from '@/lib/domain/sheets/statuses'
import {
  DIRECTNESSES,
  type Directness,
  keysOf,
  SOURCE_KINDS,
  type SourceKind,
  STANCES,
  type Stance,
} from '@/lib/domain/vocabulary'
import { Choice } from './sheet-field'

/** How far down a row of headings can be chosen. */
const FAR = 15

/** Says which column is what, and what is said of every source. */
export function MappingFields({
  sheet,
  mapping,
  onMapping,
}: {
  sheet: ReadSheet
  mapping: Mapping
  onMapping: (mapping: Mapping) => void
}) {
  const { rows } = sheet
  const { header, columns } = mapping
  const labels = columnLabels(rows, header)
  const quotes = rows.flatMap(({ number, cells }) =>
    number > header && columns.quote !== null ? (cells[columns.quote] ?? '') : [],
  )
  const marked = quotes.filter(hasMarksAround).length
  return (
    <>
      <div className="pair sheet-columns">
        <Choice
          label="Headings"
          value={`${header}`}
          options={[
            ['0', 'There are none'],
            ...rows.slice(0, FAR).map(({ number }) => [`${number}`, `In row ${number}`] as const),
          ]}
          onChoose={(value) =>
            onMapping({ ...mapping, ...mappingUnder(rows, Number(value)), kind: mapping.kind })
          }
        />
        {keysOf(COLUMN_ROLES).map((role: ColumnRole) => (
          <Choice
            key={role}
            label={COLUMN_ROLES[role]}
            value={`${columns[role] ?? ''}`}
            options={[
              ['', role === 'quote' ? 'Choose the column' : 'Not in this sheet'],
              ...labels.map((label, column) => [`${column}`, label] as const),
            ]}
            onChoose={(value) =>
              onMapping({
                ...mapping,
                columns: { ...columns, [role]: value === '' ? null : Number(value) },
              })
            }
          />
        ))}
      </div>
      {marked > 0 && (
        <label className="exchange-choice">
          <input
            type="checkbox"
            checked={mapping.marksAround}
            onChange={({ target }) => onMapping({ ...mapping, marksAround: target.checked })}
          />
          <span>
            The quotation marks around {marked === 1 ? '1 quote' : `${marked} quotes`} are the
            sheet’s, and do not stand in the article
          </span>
        </label>
      )}
      {(columns.title !== null || columns.link !== null) && (
        <fieldset className="exchange-set">
          <legend>Of every source in this sheet</legend>
          <div className="pair">
            <Choice
              label="Kind, where it is new"
              value={mapping.kind}
              options={Object.entries(SOURCE_KINDS)}
              onChoose={(kind) => onMapping({ ...mapping, kind: kind as SourceKind })}
            />
            <Choice
              label="How direct"
              value={mapping.directness}
              options={Object.entries(DIRECTNESSES)}
              onChoose={(one) => onMapping({ ...mapping, directness: one as Directness })}
            />
            <Choice
              label="What it does, where no status tells"
              value={mapping.stance}
              options={Object.entries(STANCES)}
              onChoose={(stance) => onMapping({ ...mapping, stance: stance as Stance })}
            />
          </div>
        </fieldset>
      )}
    </>
  )
}

/** Says what the statuses of a sheet stand for. None of them gives a verdict. */
export function StatusFields({
  statuses,
  mapping,
  onMapping,
}: {
  statuses: ReturnType<typeof statusesIn>
  mapping: Mapping
  onMapping: (mapping: Mapping) => void
}) {
  return (
    <fieldset className="exchange-set">
      <legend>What its statuses stand for</legend>
      <p className="quiet">
        A verdict is given here by a person, on the evidence. What an earlier check found is written
        down as a comment, and its claim is in progress.
      </p>
      <ul className="bare sheet-statuses">
        {statuses.slice(0, MOST_STATUSES).map(({ key, status, count }) => {
          const meaning = mapping.meanings[key] ?? proposedMeaning(status)
          const stance = mapping.stances[key] ?? proposedStance(meaning)
          return (
            <li key={key}>
              <span className="sheet-status">
                <bdi>{status}</bdi> <span className="quiet">{count.toLocaleString('en')}×</span>
              </span>
              <select
                aria-label={`What “${status}” stands for`}
                value={meaning}
                onChange={({ target }) =>
                  onMapping({
                    ...mapping,
                    meanings: { ...mapping.meanings, [key]: target.value as Meaning },
                  })
                }
              >
                <optgroup label="Where the work stands">
                  <Meanings of={MEANINGS.filter((one) => !isVerdict(one))} />
                </optgroup>
                <optgroup label="What an earlier check found">
                  <Meanings of={MEANINGS.filter(isVerdict)} />
                </optgroup>
              </select>
              <select
                aria-label={`What a source does where it says “${status}”`}
                value={stance}
                onChange={({ target }) =>
                  onMapping({
                    ...mapping,
                    stances: { ...mapping.stances, [key]: target.value as Stance },
                  })
                }
              >
                {Object.entries(STANCES).map(([one, label]) => (
                  <option key={one} value={one}>
                    Source: {label.toLowerCase()}
                  </option>
                ))}
              </select>
            </li>
          )
        })}
      </ul>
      {statuses.length > MOST_STATUSES && (
        <p className="warning">
          This column has {statuses.length.toLocaleString('en')} different values, so it is hardly a
          status. The first {MOST_STATUSES} are shown, the others taken as they are proposed.
        </p>
      )}
    </fieldset>
  )
}

/** More different values than a status has. */
const MOST_STATUSES = 30

const Meanings = ({ of }: { of: readonly Meaning[] }) =>
  of.map((one) => (
    <option key={one} value={one}>
      {meaningWord(one)}
    </option>
  ))
