import { Shell } from '@/components/shell/shell'
import { requireActor } from '@/lib/auth/current-actor'
import { countWaiting } from '@/lib/db/workspace/inbox'

export default async function DeskLayout({ params, children }: LayoutProps<'/[newsroom]'>) {
  const actor = await requireActor((await params).newsroom)
  return (
    <Shell actor={actor} waiting={await countWaiting(actor)}>
      {children}
    </Shell>
  )
}
