'use client'

import { useRouter } from 'next/navigation'
import { copyArticle } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { HeadlineField } from './headline-field'

/** Makes an article of its own of the newest text of this one, and goes there. */
export function CopyForm({
  newsroom,
  me,
  article,
}: {
  newsroom: string
  me: string
  article: { id: string; headline: string; revisionNumber: number }
}) {
  const router = useRouter()
  const goTo = (output: unknown) => {
    if (typeof output === 'object' && output !== null && 'slug' in output) {
      router.push(`/${newsroom}/articles/${output.slug}`)
    }
  }
  return (
    <ActionForm
      action={copyArticle}
      values={{ articleId: article.id }}
      basis={{ revision: article.revisionNumber }}
      draft={`${me}:copy:${article.id}`}
      saved="Copied: the text, its language and its people"
      onDone={goTo}
      label="Copy the article"
    >
      <HeadlineField headline={article.headline} label="What the copy is called" />
      <div className="actions">
        <SubmitButton className="button" busy="Copying…">
          Copy the text
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
