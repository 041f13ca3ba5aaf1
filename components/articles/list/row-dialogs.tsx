'use client'

import { withdrawArticle } from '@/lib/actions'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton, TextArea } from '../../forms/fields'
import { ModalDialog } from '../../ui/modal-dialog'
import { CopyForm } from '../copy-form'

interface Asked {
  id: string
  headline: string
  revisionNumber: number
}

/** Asks what the copy of an article is called. */
export function CopyDialog({
  newsroom,
  me,
  article,
  onClose,
}: {
  newsroom: string
  me: string
  article: Asked
  onClose: () => void
}) {
  return (
    <ModalDialog title="Copy the article" onClose={onClose}>
      {(close) => (
        <>
          <p className="dialog-words">
            An article of its own with the text of revision {article.revisionNumber}, its language
            and its people. Claims and what was found stay behind.
          </p>
          <CopyForm {...{ newsroom, me, article }} />
          <Cancel onCancel={close} />
        </>
      )}
    </ModalDialog>
  )
}

/** Asks why what is published is withdrawn. */
export function WithdrawDialog({
  me,
  article: { id, headline },
  onSend,
  onClose,
}: {
  me: string
  article: Asked
  /** Called before it is sent. */
  onSend: () => void
  onClose: () => void
}) {
  return (
    <ModalDialog title={`Withdraw “${headline}”`} onClose={onClose}>
      {(close) => (
        <div className="dialog-words" onSubmitCapture={onSend}>
          <ActionForm
            action={withdrawArticle}
            values={{ articleId: id }}
            draft={`${me}:Withdraw the article:${id}`}
            saved="Withdrawn"
            label="Withdraw the article"
            onDone={close}
          >
            <TextArea name="reason" label="Why is it withdrawn?" rows={2} autoFocus dir="auto" />
            <div className="actions">
              <SubmitButton>Withdraw the article</SubmitButton>
              <Cancel onCancel={close} />
            </div>
          </ActionForm>
        </div>
      )}
    </ModalDialog>
  )
}

function Cancel({ onCancel }: { onCancel: () => void }) {
  return (
    <button type="button" className="button plain" onClick={onCancel}>
      Cancel
    </button>
  )
}
