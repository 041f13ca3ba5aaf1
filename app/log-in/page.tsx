import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { LogInForm } from '@/components/newsroom/door/log-in-form'
import { CenteredPage } from '@/components/shell/centered-page'
import { Link } from '@/components/ui/links/link'
import { findPerson } from '@/lib/auth/current-actor'
import { safeAddress } from '@/lib/auth/safe-redirect'
import { isMailSet } from '@/lib/mail/settings'

export const metadata: Metadata = { title: 'Log in' }

export default async function LogInPage({ searchParams }: PageProps<'/log-in'>) {
  const { to, password } = await searchParams
  const address = safeAddress(typeof to === 'string' ? to : '/')
  if (await findPerson()) redirect(address)

  return (
    <CenteredPage>
      <h1>Log in</h1>
      {password === 'new' ? (
        <p role="status">
          Your new password is saved, and your log-ins have ended. Log in with it.
        </p>
      ) : (
        <p>The fact-check desk of your newsroom.</p>
      )}
      <LogInForm to={address} />
      {isMailSet() ? (
        <p className="forgotten">
          <Link href="/forgotten-password">Forgotten your password?</Link>
        </p>
      ) : (
        <details className="forgotten">
          <summary>Forgotten your password?</summary>
          <p>
            Ask an admin of your newsroom. On the page “People” they make a link for you, by which
            you choose a new password. It works once, for a day.
          </p>
        </details>
      )}
    </CenteredPage>
  )
}
