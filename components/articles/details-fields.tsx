'use client'

import { canBe, type Part } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/vocabulary'
import { ChoiceField, SelectField, TextArea } from '../forms/fields'
import { DeadlineField } from './deadline-field'
import { HeadlineField } from './headline-field'
import { languageOptions } from './languages'

interface Person {
  userId: string
  name: string
  role: Role
}

export interface DetailsDefaults {
  headline: string
  language: string
  /** ISO 8601, or null when there is none. */
  deadline: string | null
  worry: string
  editorId: string | null
  writerIds: readonly string[]
  checkerIds: readonly string[]
}

const NOTHING: DetailsDefaults = {
  headline: '',
  language: 'en',
  deadline: null,
  worry: '',
  editorId: null,
  writerIds: [],
  checkerIds: [],
}

/** What is filled in about an article besides its text: for one that is brought in, and to change it later. */
export function DetailsFields({
  members,
  selfCheck,
  defaults = NOTHING,
  bringer,
}: {
  /** The present members of the newsroom. */
  members: readonly Person[]
  selfCheck: boolean
  defaults?: DetailsDefaults
  /** Who brings the article in, while it is being brought in. */
  bringer?: string
}) {
  const { headline, language, deadline, worry, editorId, writerIds, checkerIds } = defaults
  const who = (part: Part) =>
    members
      .filter(({ role }) => canBe(role, part))
      .map(({ userId, name }) => [userId, name] as const)
  const editors = who('editor')

  return (
    <>
      <HeadlineField
        headline={headline}
        hint={
          bringer === undefined
            ? 'What lists and reports call it. Its address stays as it is, and so does the headline in the text.'
            : undefined
        }
      />
      <div className="pair roomy">
        <SelectField
          key={language}
          name="language"
          label="Language of the text"
          options={languageOptions(language)}
          defaultValue={language}
        />
        <DeadlineField at={deadline} />
      </div>
      <SelectField
        key={editorId ?? 'nobody'}
        name="editorId"
        label="Editor"
        hint={bringer !== undefined && bringer === editorId && !selfCheck && anotherSigns(editors)}
        empty="Nobody yet"
        options={editors}
        defaultValue={editorId ?? ''}
      />
      <div className="people-choices">
        <ChoiceField
          several
          name="writerIds"
          label="Writers"
          hint={`They see the article and answer the checkers’ questions.${selfCheck ? '' : ' Whoever brings words in counts as their writer too.'}`}
          options={who('writer')}
          chosen={writerIds}
        />
        <ChoiceField
          several
          name="checkerIds"
          label="Checkers"
          hint={
            selfCheck
              ? 'Writers may check their own claims here; the report says so.'
              : 'Somebody else than the writers.'
          }
          options={who('checker')}
          chosen={checkerIds}
        />
      </div>
      <TextArea
        name="worry"
        label="What is the writer most worried about?"
        hint="The checkers read it first."
        defaultValue={worry}
        dir="auto"
        rows={3}
      />
    </>
  )
}

/** Whoever brings words in wrote them, by record; that they do not sign them is said before it stands in the way. */
const anotherSigns = (editors: readonly unknown[]) =>
  editors.length > 1
    ? 'You bring these words in, so you count as their writer and another editor signs them off.'
    : 'You bring these words in, so you count as their writer, and there is no other editor here yet to sign them off.'
