'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useCallback, useEffect, useState } from 'react'
import type { Pointing } from '@/lib/db/captures/pointing'
import { hasDraft } from '../../forms/draft'
import { useKeys } from '../../keyboard/use-shortcuts'
import type { Choice, ChosenPassage } from '../readers/chosen-passage'
import type { Opened } from '../readers/opened'
import { KeptReader } from './kept-reader'
import { PassageForm } from './passage-form'

/** A capture as it is opened: to read, to see its passage, and to point at one. Escape steps back. */
export function CaptureView({
  me,
  capture,
  opened,
  pointing,
  back,
}: {
  me: string
  capture: { id: string; sourceId: string }
  opened: Opened
  pointing: Pointing | null
  /** What the copy was come from: the claim, or the source. */
  back: string
}) {
  const router = useRouter()
  const [choice, setChoice] = useState<Choice>(null)
  const [used, setUsed] = useState<ChosenPassage | null>(null)
  const [open, setOpen] = useState(false)
  const about = pointing?.evidence?.id ?? `${pointing?.claim.id}:${capture.id}`
  const draft = `${me}:passage:${about}`
  const may = pointing?.mayPoint ?? false
  const chosen = choice && 'passage' in choice ? choice : null

  useEffect(() => setOpen(may && hasDraft(draft)), [may, draft])
  useKeys({ runs: {}, single: false, onEscape: stepBack })

  function stepBack() {
    const selection = document.getSelection()
    if (selection && !selection.isCollapsed) selection.removeAllRanges()
    else router.push(back)
  }

  const use = useCallback((passage: ChosenPassage) => {
    setUsed(passage)
    setOpen(true)
  }, [])

  function enter(event: KeyboardEvent) {
    const isPress = event.target instanceof Element && event.target.closest('button, input, a')
    if (event.key !== 'Enter' || isPress || !may || !chosen) return
    event.preventDefault()
    use(chosen)
  }

  return (
    <div className="capture-view" data-pointing={open || undefined}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter is heard from whatever in it has the keyboard */}
      <div className="capture-reader" onKeyDown={enter}>
        <KeptReader opened={opened} used={used?.passage ?? null} onChoose={setChoice} />
        <p role="status" className="passage-bar" data-empty={!choice || undefined}>
          {choice && 'problem' in choice && choice.problem}
          {chosen && (
            <>
              <span className="passage-told">
                {chosen.locator}
                {chosen.excerpt && chosen.passage.kind === 'page' && `: “${chosen.excerpt}”`}
              </span>
              {may ? (
                <button
                  type="button"
                  className="button primary"
                  // What is chosen stays chosen.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => use(chosen)}
                >
                  Use as passage
                </button>
              ) : (
                <span className="quiet">{pointing ? NOT_YOURS : OPEN_FROM_CLAIM}</span>
              )}
            </>
          )}
        </p>
      </div>
      {open && pointing && (
        <PassageForm {...{ capture, pointing, draft, used, back }} onClose={() => setOpen(false)} />
      )}
    </div>
  )
}

const NOT_YOURS = 'The evidence of this claim is not yours to change.'
const OPEN_FROM_CLAIM = 'Open the copy from a claim to use this as its passage.'
