import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SetUpForm } from '@/components/newsroom/set-up-form'
import { CenteredPage } from '@/components/shell/centered-page'
import { hasNewsroom } from '@/lib/db/newsroom/onboarding'

export const metadata: Metadata = { title: 'Set up' }

export default async function SetUpPage({ searchParams }: PageProps<'/set-up'>) {
  if (await hasNewsroom()) redirect('/log-in')
  const { code } = await searchParams

  return (
    <CenteredPage>
      <h1>Set up your newsroom</h1>
      <p>You become its admin. Colleagues come in by invitation.</p>
      <SetUpForm code={typeof code === 'string' ? code : ''} />
    </CenteredPage>
  )
}
