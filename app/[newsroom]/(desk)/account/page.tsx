import { LogIns } from '@/components/newsroom/account/log-ins'
import { SecondFactor } from '@/components/newsroom/account/second-factor'
import { LogOutEverywhereForm } from '@/components/newsroom/log-out-everywhere-form'
import { MailForm } from '@/components/newsroom/mail-form'
import { PasswordForm } from '@/components/newsroom/password-form'
import { OwnTokens } from '@/components/newsroom/tokens/tokens'
import { SectionLinks } from '@/components/shell/section-links'
import { requireActor } from '@/lib/auth/current-actor'
import { listLogIns } from '@/lib/db/newsroom/log-ins'
import { findOwnSecondFactor } from '@/lib/db/newsroom/second-factor-setup'
import { listOwnTokens } from '@/lib/db/newsroom/tokens'
import { findMailState } from '@/lib/db/waiting/told-lines'
import { manages } from '@/lib/domain/policy'
import { ROLES } from '@/lib/domain/vocabulary'
import { isMailSet } from '@/lib/mail/settings'

const SECTIONS = {
  mail: 'What comes by mail',
  password: 'Change password',
  'second-factor': 'Second factor',
  'log-ins': 'Where you are logged in',
  tokens: 'Tokens for programs',
  everywhere: 'Log out everywhere',
}

export async function generateMetadata({ params }: PageProps<'/[newsroom]/account'>) {
  return { title: `Account · ${(await requireActor((await params).newsroom)).newsroomName}` }
}

export default async function AccountPage({ params }: PageProps<'/[newsroom]/account'>) {
  const actor = await requireActor((await params).newsroom)
  const { name, email, role, newsroomName, timeZone } = actor
  const factor = await findOwnSecondFactor(actor)
  const logIns = (await listLogIns(actor)).map(({ createdAt, lastUsedAt, ...logIn }) => ({
    ...logIn,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
  }))
  const { choices } = await findMailState(actor)

  return (
    <div className="page narrow sectioned">
      <div className="page-head">
        <div>
          <h1>{name}</h1>
          <p>
            {ROLES[role]} at {newsroomName} · <span className="email">{email}</span>
          </p>
        </div>
      </div>
      <SectionLinks sections={SECTIONS} />
      <div className="sections">
        <section className="section" aria-labelledby="mail">
          <h2 id="mail" tabIndex={-1}>
            What comes by mail
          </h2>
          <p>
            Of what waits for you at {newsroomName}. A mail says how much there is to do and holds a
            link, and nothing of an article.
          </p>
          {isMailSet() ? (
            <MailForm me={actor.userId} choices={choices} timeZone={timeZone} />
          ) : (
            <p className="quiet">Stet sends no mail here. Whoever runs it can set that up.</p>
          )}
        </section>
        <section className="section" aria-labelledby="password">
          <h2 id="password">Change password</h2>
          <PasswordForm email={email} />
        </section>
        <SecondFactor
          newsroom={actor.newsroomSlug}
          since={factor.since?.toISOString() ?? null}
          codesLeft={factor.codesLeft}
        />
        <section className="section" aria-labelledby="log-ins">
          <h2 id="log-ins" tabIndex={-1}>
            Where you are logged in
          </h2>
          <p>
            A device that you do not know? End its log-in, and change your password: what is known
            there opens again.
          </p>
          <LogIns logIns={logIns} />
        </section>
        <OwnTokens me={actor.userId} tokens={await listOwnTokens(actor)} manages={manages(actor)} />
        <section className="section" aria-labelledby="everywhere">
          <h2 id="everywhere">Log out everywhere</h2>
          <p>
            Ends every log-in of yours, this one too: for a device that is lost, or a password that
            somebody may have seen. Drafts that are kept in a browser stay there.
          </p>
          <LogOutEverywhereForm />
        </section>
      </div>
    </div>
  )
}
