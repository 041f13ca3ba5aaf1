'use client'

import { useRouter } from 'next/navigation'
import { type ComponentProps, useState } from 'react'
import { editArticle } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { Link } from '../ui/links/link'
import { type DetailsDefaults, DetailsFields } from './details-fields'

/** Changes an article's details, and goes back to the article. */
export function DetailsForm({
  me,
  path,
  members,
  selfCheck,
  article,
}: Pick<ComponentProps<typeof DetailsFields>, 'members' | 'selfCheck'> & {
  me: string
  /** The article's page. */
  path: string
  article: DetailsDefaults & { id: string; version: number }
}) {
  const router = useRouter()
  const [{ id, version, ...defaults }] = useState(article)

  return (
    <ActionForm
      action={editArticle}
      values={{ articleId: id }}
      basis={{ version }}
      draft={`${me}:article:${id}`}
      saved="Details saved"
      onDone={() => router.push(path)}
      label="Details of the article"
    >
      <DetailsFields members={members} selfCheck={selfCheck} defaults={defaults} />
      <div className="actions">
        <SubmitButton>Save details</SubmitButton>
        <Link className="button plain" href={path}>
          Back to the article
        </Link>
      </div>
    </ActionForm>
  )
}
