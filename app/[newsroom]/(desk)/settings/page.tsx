import { notFound } from 'next/navigation'
import { Authorities } from '@/components/captures/authorities'
import { KeptFiles } from '@/components/captures/kept-files'
import { AllowOpenId } from '@/components/newsroom/account/allow-open-id'
import { RequireSecondFactor } from '@/components/newsroom/account/require-second-factor'
import { AllowedHosts } from '@/components/newsroom/network/allowed-hosts'
import { ProposalAnswers } from '@/components/newsroom/proposal-answers'
import { NewsroomForm } from '@/components/newsroom/settings-form'
import { NewsroomTokens } from '@/components/newsroom/tokens/tokens'
import { SectionLinks } from '@/components/shell/section-links'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { findOpenIdSettings } from '@/lib/auth/open-id/settings'
import { listAllowedHosts } from '@/lib/db/captures/allowed-hosts'
import { isDatingCaptures, listAuthorities } from '@/lib/db/captures/authorities'
import { findLastFileCheck, listProblemPlaces } from '@/lib/db/captures/file-checks'
import { findFileRoom } from '@/lib/db/captures/files'
import { findProposalsSince, listProposalAnswers } from '@/lib/db/claims/proposal-answers'
import { listMembers } from '@/lib/db/newsroom/members'
import { isOpenIdAllowed } from '@/lib/db/newsroom/open-id-leave'
import { isSecondFactorRequired } from '@/lib/db/newsroom/second-factor-setup'
import { listTokens } from '@/lib/db/newsroom/tokens'
import { learnedFrom } from '@/lib/domain/candidates/learning/learned'
import { can } from '@/lib/domain/policy'
import { timeZones } from '@/lib/domain/times/time-zones'

/** What is set here, from the newsroom itself to what only whoever runs it looks after. */
const SECTIONS = {
  newsroom: 'The newsroom',
  'second-factor': 'Logging in',
  tokens: 'Tokens for programs',
  webhooks: 'Webhooks',
  'proposal-answers': 'Proposed claims',
  hosts: 'Hosts in your own network',
  'kept-files': 'Kept files',
  authorities: 'Time stamps',
}

export async function generateMetadata({ params }: PageProps<'/[newsroom]/settings'>) {
  return { title: `Settings · ${(await requireActor((await params).newsroom)).newsroomName}` }
}

export default async function SettingsPage({ params }: PageProps<'/[newsroom]/settings'>) {
  const actor = await requireActor((await params).newsroom)
  if (!can(actor, 'newsroom.manage', {})) notFound()
  const [authorities, isDating] = await Promise.all([
    listAuthorities(actor),
    isDatingCaptures(actor),
  ])
  const { newsroomName, timeZone, selfCheck, secondCheck, secondCheckRisks } = actor

  const isRequired = await isSecondFactorRequired(actor)
  const lacking = (await listMembers(actor)).filter(
    ({ removedAt, hasSecondFactor }) => removedAt === null && !hasSecondFactor,
  ).length
  const openId = findOpenIdSettings()
  const [room, last] = await Promise.all([findFileRoom(actor), findLastFileCheck(actor)])
  const places = await listProblemPlaces(actor, [...(last?.gone ?? []), ...(last?.altered ?? [])])

  const [answers, since] = await Promise.all([
    listProposalAnswers(actor),
    findProposalsSince(actor),
  ])

  return (
    <div className="page narrow sectioned">
      <div className="page-head">
        <div>
          <h1>Settings</h1>
          <p>
            They hold for the whole newsroom from the moment they are saved, and stand in the log.
          </p>
        </div>
      </div>
      <SectionLinks sections={SECTIONS} />
      <div className="sections">
        <section className="section" aria-labelledby="newsroom">
          <h2 id="newsroom">{SECTIONS.newsroom}</h2>
          <NewsroomForm
            name={newsroomName}
            timeZone={timeZone}
            timeZones={timeZones()}
            selfCheck={selfCheck}
            policy={{ secondCheck, secondCheckRisks }}
          />
        </section>
        <RequireSecondFactor required={isRequired} lacking={lacking} />
        {openId && <AllowOpenId name={openId.name} allowed={await isOpenIdAllowed(actor)} />}
        <NewsroomTokens me={actor.userId} tokens={await listTokens(actor)} />
        <section className="section" aria-labelledby="webhooks">
          <h2 id="webhooks">{SECTIONS.webhooks}</h2>
          <p>Addresses outside that are told what happens here.</p>
          <div className="actions">
            <Link className="button" href={`/${actor.newsroomSlug}/settings/webhooks`}>
              All webhooks
            </Link>
          </div>
        </section>
        <ProposalAnswers learned={learnedFrom(answers)} since={since} />
        <AllowedHosts me={actor.userId} hosts={await listAllowedHosts(actor)} />
        <KeptFiles newsroom={actor.newsroomSlug} room={room} last={last} places={places} />
        <Authorities authorities={authorities} isDating={isDating} />
      </div>
    </div>
  )
}
