'use client'

import type { FactFields as Typed } from '@/lib/domain/ledger/fact-fields'
import { FACT_KINDS, type FactKind } from '@/lib/domain/vocabulary'
import { SelectField, TextArea, TextField } from '../forms/fields'

/** What is asked of a fact: for its kind alone, which is chosen first. What was typed for another kind is kept, and not sent on. */
export function FactFields({ kind, defaults = {} }: { kind: FactKind; defaults?: Typed }) {
  return (
    <div className="fact-fields">
      <SelectField name="kind" label="Kind" options={FACT_KINDS} defaultValue={kind} />
      <TextField
        name="subject"
        label="What it is about"
        hint="As it is to be printed: a name, a place, the thing that has the figure, the right spelling."
        defaultValue={defaults.subject}
        dir="auto"
        autoComplete="off"
      />
      <div data-kinds="name place">
        <TextArea
          name="spellings"
          label="Also right"
          hint="One a line."
          rows={2}
          defaultValue={defaults.spellings}
          dir="auto"
        />
      </div>
      <div data-kinds="name place house">
        <TextArea
          name="avoid"
          label="Not to be printed"
          hint="One a line."
          rows={2}
          defaultValue={defaults.avoid}
          dir="auto"
        />
      </div>
      <div data-kinds="name">
        <TextArea
          name="titles"
          label="Titles"
          hint="One a line, with its days where they are known: Defence minister (2012-11-06 – 2024-05-12)"
          rows={3}
          defaultValue={defaults.titles}
          dir="auto"
        />
      </div>
      <div data-kinds="birth">
        <TextField
          name="born"
          label="Day of birth"
          hint="As in 1952-08-20, so that the age is right on every day."
          defaultValue={defaults.born}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
      <div data-kinds="figure" className="fact-figure">
        <TextField name="value" label="Value" defaultValue={defaults.value} autoComplete="off" />
        <TextField
          name="unit"
          label="Unit"
          hint="km, kg, %, USD; none for a number of things."
          defaultValue={defaults.unit}
          autoComplete="off"
        />
        <TextField
          name="asOf"
          label="As of"
          hint="As in 2026-01-31"
          defaultValue={defaults.asOf}
          autoComplete="off"
        />
        <TextField
          name="staleAfter"
          label="Stale after"
          hint="A day; none where it keeps."
          defaultValue={defaults.staleAfter}
          autoComplete="off"
        />
      </div>
      <TextArea name="note" label="Note" rows={2} defaultValue={defaults.note} dir="auto" />
    </div>
  )
}
