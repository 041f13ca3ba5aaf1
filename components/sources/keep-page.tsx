'use client'

import { keepLinks, keepPage } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'

/** Has the page at a source's address kept. */
export function KeepPage({
  source,
  className = 'button',
}: {
  source: { id: string; title: string }
  className?: string
}) {
  return (
    <ActionForm
      action={keepPage}
      values={{ sourceId: source.id }}
      saved="The page is being kept"
      className="bare-form"
    >
      <SubmitButton className={className} busy="Asking…">
        Keep page<span className="visually-hidden"> of {source.title}</span>
      </SubmitButton>
    </ActionForm>
  )
}

/** Has every page kept that an article cites, and of which none is kept yet. */
export function KeepLinks({
  articleId,
  isInMenu = false,
}: {
  articleId: string
  isInMenu?: boolean
}) {
  return (
    <ActionForm
      action={keepLinks}
      values={{ articleId }}
      saved="The pages are being kept"
      className={isInMenu ? 'menu-form' : 'bare-form'}
    >
      <SubmitButton className={isInMenu ? 'button plain' : 'button'} busy="Asking…">
        Keep all cited pages
      </SubmitButton>
    </ActionForm>
  )
}
