'use client'

import { useSearchParams } from 'next/navigation'
import { type ReactNode, useMemo } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
import { PageContext } from '../forms/page-context'
import { LineNotice } from '../live/connection-notice'
import { named, PeopleHere } from './bar/presence'
import { useLiveDesk } from './desk/use-live-desk'
import type { PanelKept } from './panel/panel-cookie'
import { Workspace } from './workspace'

/** The workspace, kept up to date while colleagues work on the same article, with word of who they are. */
export function LiveWorkspace({
  desk: sent,
  person,
  panel,
}: {
  desk: Desk
  person: ReactNode
  panel: PanelKept
}) {
  const claim = Number(useSearchParams().get('claim')) || null
  const { desk, people, line, page } = useLiveDesk(sent, claim)
  const here = useMemo(() => named(people, desk.names), [people, desk.names])
  return (
    <PageContext value={page}>
      <PeopleHere value={here}>
        <Workspace desk={desk} person={person} panel={panel} />
        <LineNotice line={line} />
      </PeopleHere>
    </PageContext>
  )
}
