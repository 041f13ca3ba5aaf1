import type { SourceDetails } from '@/lib/db/sources/sources'
import { SOURCE_KINDS } from '@/lib/domain/vocabulary'
import { SelectField, TextArea, TextField } from '../forms/fields'

/** What is on file about a source; the same fields wherever one is added or corrected. */
export function SourceFields({
  defaults = {},
  withNote = true,
}: {
  defaults?: Partial<SourceDetails>
  withNote?: boolean
}) {
  return (
    <div className="form">
      <TextField name="title" label="Title" defaultValue={defaults.title} dir="auto" />
      <div className="pair">
        <SelectField
          name="kind"
          label="Kind"
          empty="Choose a kind"
          options={SOURCE_KINDS}
          defaultValue={defaults.kind ?? ''}
        />
        <TextField
          name="publisher"
          label="Publisher"
          defaultValue={defaults.publisher}
          dir="auto"
        />
        <TextField
          name="published"
          label="Date"
          placeholder="7 December 2020"
          defaultValue={defaults.published}
        />
      </div>
      <TextField
        name="url"
        label="Web address"
        inputMode="url"
        placeholder="example.org/report"
        defaultValue={defaults.url}
      />
      <TextField
        name="origin"
        label="Original outlet (if this repeats one)"
        hint="A wire, for example. All copies of one report count as one."
        defaultValue={defaults.origin}
        dir="auto"
      />
      {withNote && (
        <TextArea name="note" label="Note" rows={2} defaultValue={defaults.note} dir="auto" />
      )}
    </div>
  )
}
