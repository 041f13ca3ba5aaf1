'use client'

import { useState } from 'react'
import { takeNote } from '@/lib/actions'
import type { NoteShown } from '@/lib/db/discussion/document-notes'
import {
  asQuestion,
  citedSource,
  NOTE_USES,
  type NoteUse,
  usualUse,
} from '@/lib/domain/articles/note-proposal'
import { DIRECTNESSES, QUERY_TO, SOURCE_KINDS, STANCES } from '@/lib/domain/vocabulary'
import { ActionForm } from '../forms/action-form'
import { ChoiceField, SelectField, SubmitButton, TextArea, TextField } from '../forms/fields'
import type { AnnotatedArticle } from './annotated-article'

/** Takes what a document says otherwise than it is usually taken. */
export function NoteForm({
  me,
  article,
  note,
  onDone,
  onCancel,
}: {
  me: string
  article: AnnotatedArticle
  note: NoteShown
  onDone: () => void
  onCancel: () => void
}) {
  const said = { ...note, at: note.writtenAt }
  const usual = usualUse(said) ?? 'comment'
  const [use, setUse] = useState<NoteUse>(usual)
  const source = citedSource(said)
  return (
    <ActionForm
      action={takeNote}
      values={{ articleId: article.id, noteId: note.id, revision: article.revision }}
      draft={`${me}:note:${note.id}`}
      saved="Taken"
      label="Take it otherwise"
      className="form boxed"
      onDone={onDone}
      onCancel={onCancel}
    >
      <ChoiceField
        name="use"
        label="It becomes"
        options={NOTE_USES}
        chosen={[usual]}
        onChoose={(value) => setUse(value as NoteUse)}
      />
      {use === 'source' && (
        <>
          <TextField
            name="title"
            label="Title of the source"
            defaultValue={source.title}
            required
          />
          <TextField name="url" label="Address" defaultValue={source.url} />
          <TextField
            name="locator"
            label="Where in the source"
            defaultValue={source.locator}
            required
          />
          <div className="field-row">
            <SelectField
              name="kind"
              label="Kind of source"
              options={SOURCE_KINDS}
              defaultValue={source.kind}
            />
            <SelectField
              name="stance"
              label="What it does to the claim"
              options={STANCES}
              defaultValue="supports"
            />
            <SelectField
              name="directness"
              label="How direct"
              options={DIRECTNESSES}
              defaultValue="secondary"
            />
          </div>
        </>
      )}
      {use === 'query' && (
        <>
          <SelectField
            name="to"
            label="Whom you ask"
            options={QUERY_TO}
            defaultValue={article.hasWriter ? 'writer' : 'editor'}
          />
          <TextArea
            name="question"
            label="Question"
            rows={4}
            defaultValue={asQuestion(said)}
            required
          />
        </>
      )}
      {use === 'comment' && (
        <TextArea
          name="comment"
          label="Comment"
          rows={4}
          defaultValue={asQuestion(said)}
          required
        />
      )}
      <div className="actions">
        <SubmitButton busy="Taking…">Take it</SubmitButton>
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </ActionForm>
  )
}
