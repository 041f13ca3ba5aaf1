import { groupOrigins, keepOriginsApart } from '@/lib/actions'
import type { Dossier, EvidenceShown } from '@/lib/db/workspace/dossiers'
import { ActionForm } from '../../../forms/action-form'
import { SubmitButton } from '../../../forms/fields'
import { ACTIONS } from '../../../keyboard/shortcuts'

/** That sources of a claim say the same words, and the ways to say whether they are of one origin. */
export function SameWordsNotice({
  evidence,
  goOnAt,
  same: { sourceIds, share },
}: {
  evidence: EvidenceShown[]
  /** Where the keyboard goes on once it is judged. */
  goOnAt: string
  same: Dossier['sameWords'][number]
}) {
  const titles = new Map(evidence.map(({ source }) => [source.id, source.title]))
  const ids = sourceIds.map((id) => <input key={id} type="hidden" name="sourceIds" value={id} />)
  return (
    <div className="same-words">
      <p>
        These {COUNTS[sourceIds.length] ?? sourceIds.length} say the same words (
        {Math.floor(share * 100)} %): one origin?
      </p>
      <ul className="small">
        {sourceIds.map((id) => (
          <li key={id} dir="auto">
            {titles.get(id)}
          </li>
        ))}
      </ul>
      <div className="actions">
        <ActionForm
          action={groupOrigins}
          saved="Counted as one origin"
          label="They are of one origin"
          goOnAt={goOnAt}
          className="bare-form"
        >
          {ids}
          <SubmitButton className="button small">
            {ACTIONS.sameOrigin.short} <kbd>Shift</kbd> <kbd>o</kbd>
          </SubmitButton>
        </ActionForm>
        <ActionForm
          action={keepOriginsApart}
          saved="Counted each on its own"
          label="They reported each on their own"
          goOnAt={goOnAt}
          className="bare-form"
        >
          {ids}
          <SubmitButton className="button small plain">
            {ACTIONS.notSameOrigin.short} <kbd>Shift</kbd> <kbd>x</kbd>
          </SubmitButton>
        </ActionForm>
      </div>
    </div>
  )
}

const COUNTS: Record<number, string> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six' }
