import type { EvidenceDetails } from '@/lib/db/sources/sources'
import { ASPECTS, DIRECTNESSES, STANCES } from '@/lib/domain/vocabulary'
import { ChoiceField, TextArea, TextField } from '../forms/fields'

/** What a source says of a claim, and where in it. */
export function EvidenceFields({
  evidence,
  reportsWords,
}: {
  /** What was stored before. */
  evidence?: Omit<EvidenceDetails, 'captureId' | 'passage'> | undefined
  /** Whether a claim that it is about reports somebody's words. */
  reportsWords: boolean
}) {
  return (
    <>
      <ChoiceField
        name="stance"
        label="What it does to the claim"
        options={STANCES}
        chosen={evidence ? [evidence.stance] : []}
      />
      <ChoiceField
        name="directness"
        label="How direct it is"
        options={DIRECTNESSES}
        chosen={evidence ? [evidence.directness] : []}
      />
      {reportsWords && (
        <ChoiceField
          name="aspect"
          label="What it bears on"
          options={{ ...ASPECTS, both: 'Both' }}
          chosen={[evidence?.aspect ?? 'both']}
        />
      )}
      <TextField
        name="locator"
        label="Where in it"
        hint="Page, paragraph, timecode, cell or section"
        defaultValue={evidence?.locator}
        autoComplete="off"
      />
      <TextArea
        name="excerpt"
        label="Excerpt"
        rows={2}
        defaultValue={evidence?.excerpt}
        dir="auto"
      />
      <TextArea name="note" label="Note" rows={2} defaultValue={evidence?.note} />
    </>
  )
}
