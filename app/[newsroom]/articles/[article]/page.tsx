import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { PersonMenu } from '@/components/shell/person-menu'
import { Toasts } from '@/components/ui/toast'
import { LiveWorkspace } from '@/components/workspace/live-workspace'
import { PANEL_COOKIE, readPanel } from '@/components/workspace/panel/panel-cookie'
import { requireActor } from '@/lib/auth/current-actor'
import { findDesk } from '@/lib/db/workspace/find-desk'
import type { Actor } from '@/lib/domain/policy'

type Props = PageProps<'/[newsroom]/articles/[article]'>

export async function generateMetadata(props: Props) {
  return { title: (await deskFor(props))?.article.headline }
}

export default async function ArticlePage(props: Props) {
  const actor = await requireActor((await props.params).newsroom)
  const desk = (await deskFor(props)) ?? notFound()

  return (
    <>
      <LiveWorkspace
        // As one string: a page spends most of its time on walking through what it sends to its script.
        sent={JSON.stringify(desk)}
        person={<PersonMenu actor={actor} />}
        panel={readPanel((await cookies()).get(PANEL_COOKIE)?.value)}
      />
      <Toasts />
    </>
  )
}

async function deskFor({ params, searchParams }: Props) {
  const { newsroom, article: slug } = await params
  const { claim } = await searchParams
  return findDeskOnce(await requireActor(newsroom), slug, Number(claim))
}

/** The title and the page are made at once, and read it once. */
const findDeskOnce = cache((actor: Actor, slug: string, claim: number) =>
  findDesk(actor, { slug, claim }),
)
