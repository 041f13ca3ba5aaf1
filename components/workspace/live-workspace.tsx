'use client'

import { type ReactNode, useMemo } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
import { PageContext } from '../forms/page-context'
import { LineNotice } from '../live/connection-notice'
import { DeskContext, useDesk, useOpenedDesk } from './desk/desk-context'
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
