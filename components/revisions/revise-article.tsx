'use client'

import { useParams, useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { reviseArticle } from '@/lib/actions'
import type { ItemVersion } from '@/lib/domain/articles/item-version'
import type { PlacedMark, PreviewBase } from '@/lib/domain/revisions/preview'
import type { Block } from '@/lib/domain/text/blocks'
import { textProblems } from '@/lib/domain/text/problems'
import { ImportAccount } from '../articles/intake/import-account'
import { documentOf, type Imported, itemOf } from '../articles/intake/imported'
import { ItemNotice } from '../articles/intake/item-notice'
import { type KeptRevision, revisionKeys } from '../articles/intake/kept-revision'
import { TextIntake } from '../articles/intake/text-intake'
import { useKeptImport } from '../articles/intake/use-kept-import'
import { useSentSource } from '../articles/intake/use-sent-source'
import { useStored } from '../browser/use-stored'
import { ActionForm, useAnswer } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { BlockEditor } from './block-editor'
import { PreviewPanel } from './preview-panel'
import { usePreview } from './use-preview'

/** Brings in the next text of an article, and shows what saving it does while it is being written. */
export function ReviseArticle({
  me,
  path,
  article,
  bases,
  marks,
}: {
  me: string
  /** The article's page. */
  path: string
  /** With the item that it was last read from. */
  article: { id: string; language: string; item: ItemVersion | null }
  bases: [PreviewBase, ...PreviewBase[]]
  marks: PlacedMark[]
}) {
  const router = useRouter()
  const [newest] = bases
  const stored = useMemo(() => blocksOf(newest), [newest])
  const keys = revisionKeys(me, article.id)
  const [kept, keep] = useStored<KeptRevision>(keys.text)
  const [imported, hold] = useKeptImport(keys.source)
  const [taking, setTaking] = useState(false)
  const { newsroom = '' } = useParams<{ newsroom?: string }>()
  const isSending = useSentSource(newsroom, imported, hold)
  const base = kept?.base ?? newest.number
  const blocks = kept?.blocks ?? stored
  const { preview, isWorking } = usePreview(bases, marks, blocks, article.language)
  const write = (next: Block[]) => keep({ base, blocks: next })
  const take = (next: Imported) => {
    hold(next)
    write(next.reading.blocks)
  }
  const leave = () => {
    keep(null)
    hold(null)
  }
  const problems = textProblems(blocks)

  return (
    <div className="revise">
      <section className="revise-text" aria-label="The new text">
        <div className="preview-head">
          <h2>The new text</h2>
          <span className="quiet small">
            {kept ? 'Kept in this browser until it is saved' : ''}
          </span>
          <button
            type="button"
            className="button small"
            aria-expanded={taking}
            onClick={() => setTaking(!taking)}
          >
            Paste or open a text
          </button>
          {kept && (
            <button type="button" className="button small" onClick={leave}>
              Back to revision {newest.number}
            </button>
          )}
        </div>
        {base !== newest.number && (
          <OtherBase
            newest={newest.number}
            base={base}
            onTake={() => keep({ base: newest.number, blocks })}
          />
        )}
        {taking && (
          <TextIntake
            onImported={(next) => {
              take(next)
              setTaking(false)
            }}
          />
        )}
        {imported?.reading.item && kept && (
          <ItemNotice item={imported.reading.item} own={article} />
        )}
        {imported && kept && (
          <ImportAccount
            imported={imported}
            onImported={areSame(blocks, imported.reading.blocks) ? take : undefined}
          />
        )}
        {problems.slice(0, 5).map(({ block, what }) => (
          <p key={`${block} ${what}`} className="form-message" role="alert">
            Block {block + 1}: {what}
          </p>
        ))}
        <BlockEditor blocks={blocks} language={article.language} onBlocks={write} />
      </section>
      <aside className="revise-preview" aria-label="What saving does">
        <ActionForm
          action={reviseArticle}
          values={{
            articleId: article.id,
            base,
            blocks: JSON.stringify(blocks),
            document: documentOf(imported),
            item: itemOf(imported),
          }}
          saved="Revision saved"
          label="Save the revision"
          onDone={() => {
            leave()
            router.push(path)
          }}
        >
          <div className="preview-head">
            <h2>What saving does</h2>
            <span className="quiet small">{isWorking && preview ? 'Comparing…' : ''}</span>
            <SubmitButton busy="Saving…" disabled={isSending}>
              {isSending ? 'Sending its notes…' : `Save as revision ${newest.number + 1}`}
            </SubmitButton>
          </div>
          <BlocksError />
          {preview ? (
            <PreviewPanel preview={preview} bases={bases} language={article.language} />
          ) : (
            <p className="quiet">{blocks.length > 0 ? 'Comparing…' : 'There are no words yet.'}</p>
          )}
        </ActionForm>
      </aside>
    </div>
  )
}

const blocksOf = ({ text, blocks }: PreviewBase): Block[] =>
  blocks.map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }))

/** Nobody has changed a text since it was read. */
const areSame = (some: readonly Block[], others: readonly Block[]) =>
  some.length === others.length &&
  some.every(({ kind, text }, at) => kind === others[at]?.kind && text === others[at]?.text)

function OtherBase({ base, newest, onTake }: { base: number; newest: number; onTake: () => void }) {
  return (
    <div className="form-message">
      <p>
        Revision {newest} came in while you worked on revision {base}. Your text is kept. What
        saving does is now worked out against revision {newest}; what it changed and yours does not
        have is taken out again.
      </p>
      <button type="button" className="button small" onClick={onTake}>
        Save mine on top of revision {newest}
      </button>
    </div>
  )
}

function BlocksError() {
  const { fields, message } = useAnswer().answer
  const error = fields?.blocks
  return error && error !== message ? <p className="form-message">{error}</p> : null
}
