'use client'

import { useSearchParams } from 'next/navigation'
import { type ReactNode, useMemo } from 'react'
import type { PanelKept } from '@/lib/domain/panel-width'
import { LineNotice } from '../shell/line-notice'
import { named, PeopleHere } from './people-here'
import type { Desk } from './types'
import { useLiveDesk } from './use-live-desk'
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
