'use client'

import { reopenComment, resolveComment, writeComment } from '@/lib/actions'
import type { CommentShown } from '@/lib/db/discussion/comments'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { useSend } from '../forms/submit'
import { Timestamp } from '../ui/timestamp'
import { toast } from '../ui/toast'
import { MentionArea } from './mention-field'

/** A note among those who check, with the way to say that nothing is left to do about it. */
export function CommentItem({ newsroom, comment }: { newsroom: string; comment: CommentShown }) {
  const { id, text, by, at, resolvedBy, may } = comment
  const send = useSend()
  async function turn() {
    const action = resolvedBy ? reopenComment : resolveComment
    if (await send(action, { newsroom, commentId: id })) {
      toast(resolvedBy ? 'Comment reopened' : 'Comment resolved')
    }
  }
  return (
    <div className="thread" data-state={resolvedBy ? 'closed' : 'open'}>
      <p className="thread-head small">
        <b>{by}</b>{' '}
        <span className="quiet">
          <Timestamp at={at} />
          {resolvedBy && ` · resolved by ${resolvedBy}`}
        </span>
      </p>
      <p className="prose" dir="auto">
        {text}
      </p>
      {may.comment && (
        <p className="small links">
          <button type="button" className="link-button" onClick={turn}>
            {resolvedBy ? 'Reopen' : 'Resolve'}
            <span className="visually-hidden"> the comment “{text.slice(0, 60)}”</span>
          </button>
        </p>
      )}
    </div>
  )
}

/** Writes a note on a claim; `@` calls a colleague. */
export function CommentForm({
  draft,
  claimId,
  names,
  onClose,
}: {
  draft: string
  claimId: string
  names: readonly string[]
  onClose: () => void
}) {
  return (
    <ActionForm
      action={writeComment}
      values={{ claimId }}
      draft={draft}
      label="Comment"
      saved="Comment written"
      className="form boxed"
      onDone={onClose}
      onCancel={onClose}
    >
      <MentionArea
        name="text"
        label="Comment"
        hint="For those who check this article. @ calls a colleague."
        names={names}
      />
      <div className="actions">
        <SubmitButton>Comment</SubmitButton>
        <button type="button" className="button plain" onClick={onClose}>
          Cancel
        </button>
      </div>
    </ActionForm>
  )
}
