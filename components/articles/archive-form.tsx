'use client'

import { archiveArticle, restoreArticle } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'

/** Puts an article away, or takes it back to the desk. */
export function ArchiveForm({ articleId, isArchived }: { articleId: string; isArchived: boolean }) {
  const label = isArchived ? 'Restore the article' : 'Archive the article'
  return (
    <ActionForm
      action={isArchived ? restoreArticle : archiveArticle}
      values={{ articleId }}
      saved={isArchived ? 'Restored' : 'Archived'}
      label={label}
    >
      <div className="actions">
        <SubmitButton className="button" busy={isArchived ? 'Restoring…' : 'Archiving…'}>
          {label}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
