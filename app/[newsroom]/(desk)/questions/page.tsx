import { redirect } from 'next/navigation'
import { said } from '@/components/shell/page-links'
import type { WaitingKind } from '@/lib/domain/waiting/kinds'

/** What the kinds were called on the page that stood here. */
const KINDS: Record<string, WaitingKind> = {
  asked: 'answer',
  answered: 'close',
  differing: 'differing',
  waiting: 'second',
  mentions: 'mention',
}

/** Questions wait on the first page, with all else that waits; old links lead there. */
export default async function QuestionsPage({
  params,
  searchParams,
}: PageProps<'/[newsroom]/questions'>) {
  const { newsroom } = await params
  const kind = KINDS[said((await searchParams).only)]
  redirect(kind ? `/${newsroom}?only=${kind}` : `/${newsroom}`)
}
