'use client'

import { type ReactNode, useMemo } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
import { useFirst } from '../browser/later'
import { PageContext } from '../forms/page-context'
import { LineNotice } from '../live/connection-notice'
import { DeskContext, useDesk, useOpenedDesk } from './desk/desk-context'
import { ClaimPanel, UnplacedPanel } from './panel/panel-content'
import type { PanelKept } from './panel/panel-cookie'
import { Workspace } from './workspace'

/** The workspace, kept up to date while colleagues work on the same article, with word of who they are. */
export function LiveWorkspace({
  sent,
  person,
  panel,
}: {
  /** A `Desk` as JSON. */
  sent: string
  person: ReactNode
  panel: PanelKept
}) {
  const desk: Desk = useMemo(() => JSON.parse(sent), [sent])
  const store = useOpenedDesk(desk)
  const opened = desk.dossier?.number
  const isPlaced = desk.claims.some(({ number }) => number === opened)
  useFirst(opened !== undefined && isPlaced, ClaimPanel)
  useFirst(opened !== undefined && !isPlaced, UnplacedPanel)
  return (
    <DeskContext value={store}>
      <PageContext value={store.page}>
        <Workspace person={person} panel={panel} />
        <DeskLine />
      </PageContext>
    </DeskContext>
  )
}

const DeskLine = () => <LineNotice line={useDesk(({ line }) => line)} />
