import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { PersonMenu } from '@/components/shell/shell'
import { Announcements } from '@/components/ui/toast'
import { LiveWorkspace } from '@/components/workspace/live-workspace'
import { PANEL_COOKIE, readPanel } from '@/components/workspace/panel/panel-cookie'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { findDesk } from '@/lib/db/workspace/find-desk'

export async function generateMetadata({ params }: PageProps<'/[newsroom]/articles/[article]'>) {
  const { newsroom, article: slug } = await params
  return { title: (await findArticle(await requireActor(newsroom), { slug }))?.headline }
}

export default async function ArticlePage({
  params,
  searchParams,
}: PageProps<'/[newsroom]/articles/[article]'>) {
  const { newsroom, article: slug } = await params
  const actor = await requireActor(newsroom)
  const claim = Number((await searchParams).claim)
  const desk = (await findDesk(actor, { slug, claim })) ?? notFound()

  return (
    <>
      <LiveWorkspace
        desk={desk}
        person={<PersonMenu actor={actor} />}
        panel={readPanel((await cookies()).get(PANEL_COOKIE)?.value)}
      />
      <Announcements />
    </>
  )
}
