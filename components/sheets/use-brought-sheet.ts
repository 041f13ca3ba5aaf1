import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Refusal } from '@/lib/domain/refusal'
import { type Mapping, proposedMapping } from '@/lib/domain/sheets/checks'
import type { ReadSheet } from '@/lib/domain/sheets/sheet'
import { fileOf, keepSheet, keptSheet } from './kept-sheet'
import { chosenFile, readSheet, type SheetFile, type SheetReading } from './read-sheet'

/** A sheet as it was read, and all that was chosen for it. */
export interface BroughtSheet {
  file: SheetFile
  wishes: SheetReading
  sheet: ReadSheet
  mapping: Mapping
  /** By row: where the place begins that a person chose. */
  chosen: Record<number, number>
  /** The rows that are not to be brought. */
  left: number[]
}

/** The sheet that somebody brings to an article: chosen, read, mapped, and kept over a reload until it is brought. */
export function useBroughtSheet({
  me,
  newsroom,
  articleId,
}: {
  me: string
  newsroom: string
  articleId: string
}) {
  const [brought, setBrought] = useState<BroughtSheet | null>(null)
  const [isReading, setReading] = useState(false)
  const [message, setMessage] = useState('')
  /** Of the reading whose answer counts: the newest. */
  const newest = useRef(0)

  function put(next: BroughtSheet) {
    const { sheet: _, ...kept } = next
    setBrought(next)
    keepSheet(me, articleId, kept)
  }

  async function read(
    file: SheetFile,
    wishes: SheetReading,
    known?: Pick<BroughtSheet, 'mapping' | 'chosen' | 'left'>,
  ) {
    const mine = ++newest.current
    setMessage('')
    setReading(true)
    try {
      const sheet = await readSheet(newsroom, file, wishes)
      if (mine !== newest.current) return
      const fresh = { mapping: proposedMapping(sheet), chosen: {}, left: [] }
      put({ file, wishes, sheet, ...(known ?? fresh) })
    } catch (error) {
      if (mine === newest.current) setMessage(error instanceof Refusal ? error.message : UNREADABLE)
    }
    if (mine === newest.current) setReading(false)
  }

  const comeBack = useEffectEvent(() => {
    const kept = keptSheet(me, articleId)
    const file = kept && fileOf(kept)
    if (!kept) return
    if (file) void read(file, kept.wishes, kept)
    else
      setMessage(
        `Choose ${kept.name} again: it is too long to be kept. What you said of its columns is kept.`,
      )
  })
  useEffect(() => comeBack(), [])

  return {
    ...{ brought, isReading, message },
    async open(picked: File) {
      try {
        const file = await chosenFile(picked)
        // What was said of the columns holds for a sheet of the same name; its rows may be others.
        const kept = keptSheet(me, articleId)
        if (kept?.name !== file.name) await read(file, {})
        else await read(file, kept.wishes, { mapping: kept.mapping, chosen: {}, left: [] })
      } catch (error) {
        setMessage(error instanceof Refusal ? error.message : UNREADABLE)
      }
    },
    readAgain: (wishes: SheetReading) => brought && void read(brought.file, wishes),
    change(changed: Partial<Pick<BroughtSheet, 'mapping' | 'chosen' | 'left'>>) {
      if (brought) put({ ...brought, ...changed })
    },
    /** Nothing is kept of it any more; what is shown stays. */
    settle: () => keepSheet(me, articleId, null),
  }
}

const UNREADABLE =
  'This file could not be read here. It may have been moved or changed; choose it again.'
