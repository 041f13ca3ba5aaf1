'use client'

import { useSearchParams } from 'next/navigation'
import { type ReactNode, useMemo } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
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
  const { desk, people, line } = useLiveDesk(sent, claim)
  const here = useMemo(() => named(people, desk.names), [people, desk.names])
  return (
    <PeopleHere value={here}>
      <Workspace desk={desk} person={person} panel={panel} />
      <LineNotice line={line} />
    </PeopleHere>
  )
}
