'use client'

import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { applyAccepted } from '@/lib/actions'
import type { SuggestionShown } from '@/lib/db/discussion/suggestions'
import { Refusal } from '@/lib/domain/refusal'
import type { PlacedMark, PreviewBase } from '@/lib/domain/revisions/preview'
import { applySuggestions, inTheWay } from '@/lib/domain/text/apply-edits'
import type { Block } from '@/lib/domain/text/blocks'
import { useStored } from '../browser/use-stored'
import { ActionForm, useAnswer } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { Link } from '../ui/links/link'
import { AcceptedChange } from './accepted-change'
import { PreviewPanel } from './preview-panel'
import { usePreview } from './use-preview'

/** Makes the next text of an article from accepted changes, and shows what saving it does while they are being chosen. */
export function ApplyChanges({
  me,
  path,
  article,
  bases,
  marks,
  accepted,
}: {
  me: string
  /** The article's page. */
  path: string
  article: { id: string; language: string }
  bases: [PreviewBase, ...PreviewBase[]]
  marks: PlacedMark[]
  accepted: SuggestionShown[]
}) {
  const router = useRouter()
  const [newest] = bases
  const changes = useMemo(() => accepted.flatMap(asChange), [accepted])
  const [kept, keep] = useStored<string[]>(`stet:apply:${me}:${article.id}`)
  const leftOut = useMemo(() => kept ?? inTheWay(changes).map(({ id }) => id), [kept, changes])
  const taken = useMemo(() => changes.filter(({ id }) => !leftOut.includes(id)), [changes, leftOut])
  const made = useMemo(() => madeWith(newest, taken), [newest, taken])
  const { preview } = usePreview(bases, marks, made.blocks, article.language)
  const take = (id: string, isTaken: boolean) =>
    keep(isTaken ? leftOut.filter((one) => one !== id) : [...leftOut, id])

  return (
    <div className="revise">
      <section aria-labelledby="accepted">
        <h2 id="accepted">
          Accepted <span className="quiet">{changes.length}</span>
        </h2>
        {changes.length === 0 && (
          <p className="quiet">
            No accepted change waits to be applied.{' '}
            <Link href={`${path}/queries`}>Queries and suggestions</Link>
          </p>
        )}
        <ul className="bare apply-list">
          {changes.map((change) => (
            <li key={change.id}>
              <label>
                <input
                  type="checkbox"
                  checked={!leftOut.includes(change.id)}
                  onChange={({ target }) => take(change.id, target.checked)}
                />
                <span className="visually-hidden">Apply “{change.after || change.before}”</span>
              </label>
              <div>
                <AcceptedChange suggestion={change.suggestion} language={article.language} />
                {changes.filter(overlapping(change)).map(({ id, before }) => (
                  <p key={id} className="small">
                    It overlaps the change of “<bdi>{before}</bdi>”. Only one of them can be
                    applied.
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ul>
      </section>
      {/* It stays on the page without changes too: then it may still have to say that they were applied. */}
      <aside
        className="revise-preview"
        hidden={changes.length === 0}
        aria-label="What applying does"
      >
        <ActionForm
          action={applyAccepted}
          values={{
            articleId: article.id,
            base: newest.number,
            suggestions: JSON.stringify(taken.map(({ id, over }) => ({ suggestionId: id, over }))),
          }}
          saved="Changes applied"
          label="Apply the changes"
          onDone={() => {
            keep(null)
            router.push(path)
          }}
        >
          <div className="preview-head">
            <h2>What applying does</h2>
            <SubmitButton busy="Saving…">{`Save as revision ${newest.number + 1}`}</SubmitButton>
          </div>
          <p className="small quiet">
            {taken.length} of {changes.length} chosen. A claim that a change lies in is placed on
            its new words.
          </p>
          <WhyNot none={taken.length === 0} refused={made.refused} />
          {preview && <PreviewPanel preview={preview} bases={bases} language={article.language} />}
        </ActionForm>
      </aside>
    </div>
  )
}

function asChange(suggestion: SuggestionShown) {
  const { id, place, decision } = suggestion
  if (!place || !decision) return []
  const { start, end, words: before } = place
  return [{ id, over: decision.id, start, end, before, after: decision.after, suggestion }]
}

type Change = ReturnType<typeof asChange>[number]

const overlapping = (change: Change) => (other: Change) =>
  other !== change && other.start < change.end && change.start < other.end

/** The blocks of the new text, or why there can be none. */
function madeWith({ text, blocks }: PreviewBase, taken: readonly Change[]) {
  const none: Block[] = []
  if (taken.length === 0) return { blocks: none, refused: null }
  try {
    return { blocks: applySuggestions(text, blocks, taken), refused: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { blocks: none, refused: error.message }
  }
}

/** Why these changes cannot be applied, unless the form says so itself. */
function WhyNot({ none, refused }: { none: boolean; refused: string | null }) {
  const { fields, message } = useAnswer().answer
  const why = none ? fields?.suggestions : refused
  if (!why || why === message) return null
  return (
    <p className="form-message" role="alert">
      {why}
    </p>
  )
}
