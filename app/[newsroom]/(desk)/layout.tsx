import { Shell } from '@/components/shell/shell'
import { requireActor } from '@/lib/auth/current-actor'
import { findWaitingOnce } from './find-waiting'

export default async function DeskLayout({ params, children }: LayoutProps<'/[newsroom]'>) {
  const actor = await requireActor((await params).newsroom)
  const { lines } = await findWaitingOnce(actor)
  return (
    <Shell actor={actor} waiting={lines.length}>
      {children}
    </Shell>
  )
}
