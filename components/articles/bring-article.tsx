'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { bringArticle } from '@/lib/actions'
import type { KnownItem } from '@/lib/domain/articles/item-version'
import { languageOf } from '@/lib/domain/articles/language'
import { canBe } from '@/lib/domain/policy'
import type { Block } from '@/lib/domain/text/blocks'
import { textProblems } from '@/lib/domain/text/problems'
import type { Role } from '@/lib/domain/vocabulary'
import { withKindsOf } from '@/lib/importing/carry-kinds'
import { useStored } from '../browser/use-stored'
import { ActionForm, useAnswer } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { BlockPreview } from './block-preview'
import { DetailsFields } from './details-fields'
import { ImportAccount } from './intake/import-account'
import { documentOf, hasNotes, type Imported, itemOf } from './intake/imported'
import { ItemNotice } from './intake/item-notice'
import { keepAsRevision, revisionKeys } from './intake/kept-revision'
import { TextIntake } from './intake/text-intake'
import { useKeptImport } from './intake/use-kept-import'
import { useSentSource } from './intake/use-sent-source'

/** Brings an article in: its text first, previewed before anything is stored, then who works on it. */
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
  const [imported, hold] = useKeptImport(`stet:import:${me}`)
  const isSending = useSentSource(newsroom, imported, hold)
  const [wanted, setWanted] = useState(0)
  const own = members.find(({ userId }) => userId === me)
  // Whoever only writes marks no claims, so what the document says is for those who check.
  const saysMore =
    imported !== null && hasNotes(imported) && own !== undefined && canBe(own.role, 'checker')
  const goTo = useCallback(
    (output: unknown) => {
      setBlocks(null)
      hold(null)
      if (typeof output === 'object' && output !== null && 'slug' in output) {
        router.push(`/${newsroom}/articles/${output.slug}${saysMore ? '/notes' : ''}`)
      }
    },
    [router, newsroom, setBlocks, hold, saysMore],
  )

  if (!blocks || blocks.length === 0) {
    return (
      <TextIntake
        onImported={(next) => {
          hold(next)
          setBlocks(next.reading.blocks)
          setWanted((n) => n + 1)
        }}
      />
    )
  }
  const readAgain = (next: Imported) => {
    const before = imported?.reading.blocks ?? []
    hold(next)
    setBlocks(withKindsOf(next.reading.blocks, before, blocks))
  }
  const editorId = members.find(({ userId, role }) => userId === me && canBe(role, 'editor'))
    ? me
    : null
  const item = imported?.reading.item
  const revise = ({ article: { id, slug, newest } }: KnownItem) => {
    if (isSending) return SENDING
    if (!keepAsRevision(revisionKeys(me, id), { base: newest, blocks }, imported)) return BEGUN
    setBlocks(null)
    hold(null)
    router.push(`/${newsroom}/articles/${slug}/revise`)
    return ''
  }
  const headline = blocks.find(({ kind }) => kind === 'headline')?.text ?? ''
  return (
    <div className="bring">
      <div>
        {item && <ItemNotice item={item} onRevise={revise} />}
        {imported && <ImportAccount imported={imported} onImported={readAgain} />}
        <BlockPreview blocks={blocks} onBlocks={setBlocks} problems={textProblems(blocks)} />
      </div>
      <ActionForm
        key={wanted}
        action={bringArticle}
        values={{
          blocks: JSON.stringify(blocks),
          document: documentOf(imported),
          item: itemOf(imported),
        }}
        draft={`${me}:article`}
        saved="Article brought in"
        label="About the article"
        onDone={goTo}
      >
        <TextError />
        <DetailsFields
          members={members}
          selfCheck={selfCheck}
          bringer={me}
          defaults={{
            ...NOTHING,
            editorId,
            headline: headline.replace(/\s+/g, ' '),
            language: languageOf(item?.language ?? '') ?? NOTHING.language,
          }}
        />
        <div className="actions">
          <SubmitButton busy="Bringing it in…" disabled={isSending}>
            {isSending ? 'Sending its notes…' : 'Bring in the article'}
          </SubmitButton>
        </div>
      </ActionForm>
    </div>
  )
}

const BEGUN =
  'You are writing a new revision of that article already. Save it, or go back to the revision on file there, and bring this in then.'

const SENDING = 'Its notes are still on their way to the newsroom. Press it again in a moment.'

const NOTHING = {
  language: 'en',
  deadline: null,
  worry: '',
  writerIds: [],
  checkerIds: [],
}

function TextError() {
  const error = useAnswer().answer.fields?.blocks
  return error ? <p className="form-message">{error}</p> : null
}
