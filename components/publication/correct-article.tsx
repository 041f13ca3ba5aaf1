'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useRef } from 'react'
import { correctArticle } from '@/lib/actions'
import { Refusal } from '@/lib/domain/refusal'
import type { ClaimPreview, PlacedMark, PreviewBase } from '@/lib/domain/revisions/preview'
import { applySuggestions } from '@/lib/domain/text/apply-edits'
import type { Block, Span } from '@/lib/domain/text/blocks'
import { CORRECTION_CAUSES, claimNumber } from '@/lib/domain/vocabulary'
import { ActionForm } from '../forms/action-form'
import { SelectField, SubmitButton, TextArea } from '../forms/fields'
import { useTyped } from '../forms/use-field-value'
import { PreviewPanel } from '../revisions/preview-panel'
import { usePreview } from '../revisions/use-preview'
import { Link } from '../ui/links/link'
import { WordChanges } from '../ui/word-diff'

/** Puts other words in place of published ones, says why and what readers are told, and shows what that does. */
export function CorrectArticle({
  me,
  path,
  article: { id, language },
  bases,
  marks,
  asked: { key, claim, words, place },
  signedBy,
}: {
  me: string
  /** The article's page. */
  path: string
  article: { id: string; language: string }
  bases: [PreviewBase, ...PreviewBase[]]
  marks: PlacedMark[]
  asked: {
    key: string
    claim: { id: string; number: number } | null
    words: string
    /** Where they stand in the newest text; null: nowhere any more. */
    place: Span | null
  }
  /** Whose signature holds for the newest text. */
  signedBy: string | null
}) {
  const router = useRouter()
  const box = useRef<HTMLDivElement>(null)
  const after = useTyped(box, 'after', words).trim()
  const [newest] = bases
  const blocks = useMemo(() => corrected(newest, place, after), [newest, place, after])
  const { preview } = usePreview(bases, marks, blocks, language)
  const isOther = preview?.claims.some(
    (one) => one.claim.number === claim?.number && one.claim.isChecked && !isCarried(one),
  )

  return (
    <div className="revise" ref={box}>
      <ActionForm
        action={correctArticle}
        values={{
          ...{ articleId: id, base: newest.number, claimId: claim?.id ?? '' },
          ...(place && { start: place.start, end: place.end }),
        }}
        basis={{ over: words }}
        draft={`${me}:correct:${id}:${key}`}
        label="Correct"
        saved="Corrected"
        onDone={() => router.push(`${path}/corrections`)}
      >
        <div className="field">
          <h2>
            Published{claim && <span className="quiet"> in {claimNumber(claim.number)}</span>}
          </h2>
          <blockquote className="published-words" lang={language} dir="auto">
            {words}
          </blockquote>
          {!place && (
            <p className="form-message">
              These words have no certain place in revision {newest.number}. What you type here is
              kept.{' '}
              <Link href={path}>
                {claim ? 'Say first where the claim stands' : 'Choose the words in the text'}
              </Link>
            </p>
          )}
        </div>
        <TextArea
          name="after"
          label="Corrected words"
          hint="Leave it empty to cut the words."
          rows={3}
          defaultValue={words}
          lang={language}
          dir="auto"
          className="corrected-words"
          autoFocus
        />
        {after !== words && <WordChanges before={words} after={after} language={language} />}
        <SelectField
          name="cause"
          label="How it came to be published"
          empty="Choose a cause"
          options={CORRECTION_CAUSES}
        />
        <TextArea
          name="notice"
          label="Notice to readers"
          hint="It is printed with the article and stays on record. Say what was wrong and what is right."
          placeholder="An earlier version of this article gave … as …. It is …."
          rows={3}
          dir="auto"
        />
        <div className="actions">
          <SubmitButton busy="Correcting…">{`Correct, as revision ${newest.number + 1}`}</SubmitButton>
          <Link className="button plain" href={path}>
            Cancel
          </Link>
        </div>
      </ActionForm>
      <aside className="revise-preview" aria-label="What correcting does">
        <h2>What correcting does</h2>
        <ul className="effects">
          <li>The article’s page and its report carry the correction with the notice.</li>
          {claim && after !== '' && (
            <li>
              {claimNumber(claim.number)} is placed on the corrected words
              {isOther && ' and has to be checked again, because its verdict was on other words'}.
            </li>
          )}
          <li>
            {signedBy
              ? `The signature of ${signedBy} falls: it is for revision ${newest.number} alone.`
              : 'No signature holds now.'}{' '}
            The corrected text is signed off anew.
          </li>
        </ul>
        {preview && <PreviewPanel preview={preview} bases={bases} language={language} />}
      </aside>
    </div>
  )
}

const isCarried = ({ outcome }: ClaimPreview) => outcome.what === 'kept' || outcome.what === 'moved'

/** The blocks of the corrected text; none where there is no such text. */
function corrected({ text, blocks }: PreviewBase, place: Span | null, after: string): Block[] {
  if (!place) return []
  const before = text.slice(place.start, place.end)
  try {
    return applySuggestions(text, blocks, [{ ...place, before, after }])
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}
