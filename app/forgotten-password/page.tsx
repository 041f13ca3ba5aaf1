import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ForgottenForm } from '@/components/newsroom/door/forgotten-form'
import { CenteredPage } from '@/components/shell/centered-page'
import { Link } from '@/components/ui/links/link'
import { isMailSet } from '@/lib/mail/settings'

export const metadata: Metadata = { title: 'Forgotten password' }

/** Says the same of every address, so that it tells nobody who has an account. */
export default async function ForgottenPasswordPage({
  searchParams,
}: PageProps<'/forgotten-password'>) {
  const { asked } = await searchParams
  if (!isMailSet()) notFound()

  return (
    <CenteredPage>
      <h1>Forgotten your password?</h1>
      {asked === 'yes' ? (
        <>
          <p role="status">
            If somebody has an account with the address that you gave, a link is on its way there.
            It works once, for two hours. Your password is as it was until then.
          </p>
          <p>
            Nothing there after some minutes? Look where unwanted mail goes, or ask an admin of your
            newsroom, who can make a link for you too.
          </p>
        </>
      ) : (
        <>
          <p>A link by which you choose a new one comes by mail.</p>
          <ForgottenForm />
        </>
      )}
      <p className="forgotten">
        <Link href="/log-in">Back to the log-in</Link>
      </p>
    </CenteredPage>
  )
}
