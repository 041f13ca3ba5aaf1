import type { Metadata } from 'next'
import { InvitationForm } from '@/components/newsroom/door/invitation-form'
import { CenteredPage } from '@/components/shell/centered-page'
import { Link } from '@/components/ui/links/link'
import { findInvitation } from '@/lib/auth/open-links'
import { ROLES } from '@/lib/domain/vocabulary'

export const metadata: Metadata = { title: 'Invitation', robots: { index: false } }

export default async function InvitationPage({ params }: PageProps<'/invitation/[token]'>) {
  const { token } = await params
  const invitation = await findInvitation(token)

  return (
    <CenteredPage>
      {invitation ? (
        <>
          <h1>Join {invitation.newsroom}</h1>
          <p>You are invited as {ROLES[invitation.role].toLowerCase()}.</p>
          <InvitationForm
            token={token}
            email={invitation.email}
            hasAccount={invitation.hasAccount}
          />
        </>
      ) : (
        <>
          <h1>This invitation is closed</h1>
          <p>
            It was used, withdrawn or has expired, or the link is not complete. Ask whoever sent it
            for a new one. If you have joined already, log in.
          </p>
          <Link className="button" href="/log-in">
            Log in
          </Link>
        </>
      )}
    </CenteredPage>
  )
}
