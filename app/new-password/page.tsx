import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { NewPasswordForm } from '@/components/newsroom/door/new-password-form'
import { CenteredPage } from '@/components/shell/centered-page'
import { Link } from '@/components/ui/links/link'
import { findPasswordLink, PASSWORD_LINK } from '@/lib/auth/open-links'
import { isMailSet } from '@/lib/mail/settings'

export const metadata: Metadata = { title: 'New password', robots: { index: false } }

export default async function NewPasswordPage() {
  const token = (await cookies()).get(PASSWORD_LINK.name)?.value ?? ''
  const link = await findPasswordLink(token)

  return (
    <CenteredPage>
      {link ? (
        <>
          <h1>Choose a new password</h1>
          <p>
            {link.byMail
              ? 'This link came to you by mail.'
              : `An admin of ${link.newsroom} made this link for you.`}{' '}
            It works once; then every log-in of yours ends, and you log in with the new password.
          </p>
          <NewPasswordForm token={token} email={link.email} />
        </>
      ) : (
        <>
          <h1>This link is closed</h1>
          <p>
            It was used or replaced by a newer one, it is too old, or it is not complete. Your
            password is as it was.{' '}
            {isMailSet() ? (
              <Link href="/forgotten-password">Have a new link sent to you</Link>
            ) : (
              'Ask an admin of your newsroom for a new link'
            )}
            .
          </p>
          <a className="button" href="/log-in">
            Log in
          </a>
        </>
      )}
    </CenteredPage>
  )
}
