import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { LogInForm } from '@/components/newsroom/log-in-form'
import { CenteredPage } from '@/components/shell/centered-page'
import { findPerson } from '@/lib/auth/current-actor'
import { safeAddress } from '@/lib/auth/safe-redirect'

export const metadata: Metadata = { title: 'Log in' }

export default async function LogInPage({ searchParams }: PageProps<'/log-in'>) {
  const { to } = await searchParams
  const address = safeAddress(typeof to === 'string' ? to : '/')
  if (await findPerson()) redirect(address)

  return (
    <CenteredPage>
      <h1>Log in</h1>
      <p>The fact-check desk of your newsroom.</p>
      <LogInForm to={address} />
    </CenteredPage>
  )
}
