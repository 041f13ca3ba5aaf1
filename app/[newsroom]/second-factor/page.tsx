import { QrCode } from '@/components/newsroom/account/qr-code'
import { SecondFactorSetup } from '@/components/newsroom/account/second-factor-setup'
import { CenteredPage } from '@/components/shell/centered-page'
import { Toasts } from '@/components/ui/toast'
import { requireMember } from '@/lib/auth/current-actor'
import { safeAddress } from '@/lib/auth/safe-redirect'
import { findOwnSecondFactor } from '@/lib/db/newsroom/second-factor-setup'
import { authenticatorAddress } from '@/lib/keys/authenticator'
import { unseal } from '@/lib/keys/sealed'

export const metadata = { title: 'Second factor', robots: { index: false } }

export default async function SecondFactorPage({
  params,
  searchParams,
}: PageProps<'/[newsroom]/second-factor'>) {
  const { newsroom } = await params
  const { to } = await searchParams
  const actor = await requireMember(newsroom)
  const { since, begun } = await findOwnSecondFactor(actor)
  const secret = begun === null ? null : unseal(begun, actor.userId)

  return (
    <CenteredPage>
      <h1>Set up a second factor</h1>
      {!since && (
        <p>
          {actor.lacksSecondFactor
            ? `${actor.newsroomName} asks everybody for one before they go on. `
            : ''}
          You need an authenticator app, on your phone or with your passwords. It shows a code of
          six digits that changes every half minute, and Stet asks for it besides your password.
        </p>
      )}
      <SecondFactorSetup
        isOn={since !== null}
        to={typeof to === 'string' ? safeAddress(to) : `/${newsroom}`}
        begun={
          secret === null
            ? null
            : {
                secret,
                square: (
                  <QrCode
                    text={authenticatorAddress(secret, actor.email)}
                    label="QR code for the authenticator app"
                  />
                ),
              }
        }
      />
      <Toasts />
    </CenteredPage>
  )
}
