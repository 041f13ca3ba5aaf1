'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { bringArticle } from '@/lib/actions'
import type { Block } from '@/lib/domain/text/blocks'
import { textProblems } from '@/lib/domain/text/problems'
import type { Role } from '@/lib/domain/vocabulary'
import { useStored } from '../browser/use-stored'
import { ActionForm, useAnswer } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { BlockPreview } from './block-preview'
import { DetailsFields } from './details-fields'
import { TextIntake } from './text-intake'

/** Brings an article in: its text first, shown as blocks before anything is stored, then who works on it. */
export function BringArticle({
  me,
  newsroom,
  selfCheck,
  members,
}: {
  me: string
  newsroom: string
  selfCheck: boolean
  members: { userId: string; name: string; role: Role }[]
}) {
  const router = useRouter()
  const [blocks, setBlocks] = useStored<Block[]>(`stet:text:${me}`)
  const [wanted, setWanted] = useState(0)
  const goTo = useCallback(
    (output: unknown) => {
      setBlocks(null)
      if (typeof output === 'object' && output !== null && 'slug' in output) {
        router.push(`/${newsroom}/articles/${output.slug}`)
      }
    },
    [router, newsroom, setBlocks],
  )

  if (!blocks || blocks.length === 0) {
    return (
      <TextIntake
        onBlocks={(next) => {
          setBlocks(next)
          setWanted((n) => n + 1)
        }}
      />
    )
  }
  const headline = blocks.find(({ kind }) => kind === 'headline')?.text ?? ''
  return (
    <div className="bring">
      <BlockPreview blocks={blocks} onBlocks={setBlocks} problems={textProblems(blocks)} />
      <ActionForm
        key={wanted}
        action={bringArticle}
        values={{ blocks: JSON.stringify(blocks) }}
        draft={`${me}:article`}
        saved="Article brought in"
        label="About the article"
        onDone={goTo}
      >
        <TextError />
        <DetailsFields
          members={members}
          selfCheck={selfCheck}
          defaults={{ ...NOTHING, headline: headline.replace(/\s+/g, ' ') }}
        />
        <div className="actions">
          <SubmitButton busy="Bringing it in…">Bring in the article</SubmitButton>
        </div>
      </ActionForm>
    </div>
  )
}

const NOTHING = {
  language: 'en',
  deadline: null,
  worry: '',
  editorId: null,
  writerIds: [],
  checkerIds: [],
}

function TextError() {
  const error = useAnswer().answer.fields?.blocks
  return error ? <p className="form-message">{error}</p> : null
}
