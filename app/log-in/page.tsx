import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { LogInForm } from '@/components/newsroom/door/log-in-form'
import { VouchedForm } from '@/components/newsroom/door/vouched-form'
import { CenteredPage } from '@/components/shell/centered-page'
import { Link } from '@/components/ui/links/link'
import { findPerson } from '@/lib/auth/current-actor'
import { identityIn, TICKET } from '@/lib/auth/open-id/round-trip'
import { findOpenIdSettings } from '@/lib/auth/open-id/settings'
import { safeAddress } from '@/lib/auth/safe-redirect'
import { openIdProblemInWords } from '@/lib/domain/accounts/open-id'
import { isMailSet } from '@/lib/mail/settings'

export const metadata: Metadata = { title: 'Log in' }

export default async function LogInPage({ searchParams }: PageProps<'/log-in'>) {
  const { to, password, by, problem } = await searchParams
  const address = safeAddress(typeof to === 'string' ? to : '/')
  if (await findPerson()) redirect(address)

  const openId = findOpenIdSettings()
  if (openId && by === 'openid' && identityIn((await cookies()).get(TICKET.name)?.value)) {
    return (
      <CenteredPage>
        <h1>Log in</h1>
        <VouchedForm to={address} name={openId.name} />
      </CenteredPage>
    )
  }
  const said = openId && typeof problem === 'string' && openIdProblemInWords(problem, openId.name)

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
      <LogInForm to={address} problem={said || undefined} />
      {openId && (
        <p className="log-in-with">
          {/* It leads to another site. */}
          <a className="button" href={`/log-in/openid?to=${encodeURIComponent(address)}`}>
            Log in with {openId.name}
          </a>
        </p>
      )}
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
