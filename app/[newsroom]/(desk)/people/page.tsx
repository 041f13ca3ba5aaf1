import { notFound } from 'next/navigation'
import { InviteForm } from '@/components/newsroom/invite-form'
import { FormerMembers, MemberTable } from '@/components/newsroom/member-table'
import { OpenInvitations } from '@/components/newsroom/open-invitations'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { listOpenInvitations } from '@/lib/db/newsroom/invitations'
import { listMembers } from '@/lib/db/newsroom/members'
import { can } from '@/lib/domain/policy'

export async function generateMetadata({ params }: PageProps<'/[newsroom]/people'>) {
  return { title: `People · ${(await requireActor((await params).newsroom)).newsroomName}` }
}

export default async function PeoplePage({ params }: PageProps<'/[newsroom]/people'>) {
  const actor = await requireActor((await params).newsroom)
  if (!can(actor, 'newsroom.manage', {})) notFound()
  const [members, invitations] = await Promise.all([listMembers(actor), listOpenInvitations(actor)])
  const present = members.filter(({ removedAt }) => removedAt === null)
  const former = members.filter(({ removedAt }) => removedAt !== null)

  return (
    <div className="page">
      <div className="page-head">
        <h1>People</h1>
        <Link href={`/${actor.newsroomSlug}/settings`}>Settings of the newsroom</Link>
      </div>
      <section aria-labelledby="members">
        <h2 id="members" className="list-head" tabIndex={-1}>
          In the newsroom <span className="quiet">{present.length}</span>
        </h2>
        <MemberTable sent={JSON.stringify(present)} ownId={actor.userId} />
        {former.length > 0 && <FormerMembers members={former} />}
      </section>
      <div className="side-by-side">
        <section aria-labelledby="invite">
          <h2 id="invite" tabIndex={-1}>
            Invite
          </h2>
          <InviteForm />
        </section>
        <section aria-labelledby="open-invitations">
          <h2 id="open-invitations">Open invitations</h2>
          <OpenInvitations invitations={invitations} />
        </section>
      </div>
    </div>
  )
}
