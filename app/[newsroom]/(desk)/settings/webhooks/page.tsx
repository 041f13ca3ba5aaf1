import { notFound } from 'next/navigation'
import { NewWebhookForm } from '@/components/newsroom/webhooks/new-webhook-form'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { listWebhooks, type Webhook } from '@/lib/db/newsroom/webhooks'
import { can } from '@/lib/domain/policy'

export async function generateMetadata({ params }: PageProps<'/[newsroom]/settings/webhooks'>) {
  return { title: `Webhooks · ${(await requireActor((await params).newsroom)).newsroomName}` }
}

/** The addresses outside that are told what happens here. */
export default async function WebhooksPage({ params }: PageProps<'/[newsroom]/settings/webhooks'>) {
  const actor = await requireActor((await params).newsroom)
  if (!can(actor, 'newsroom.manage', {})) notFound()
  const webhooks = await listWebhooks(actor)
  const path = `/${actor.newsroomSlug}/settings`

  return (
    <div className="page narrow">
      <div className="page-head">
        <div>
          <h1>Webhooks</h1>
          <p>
            Addresses that are told what happens here as soon as it stands in the log: what, when
            and to what by its id, signed, and no word of an article.
          </p>
        </div>
        <Link href={path}>Settings</Link>
      </div>
      {webhooks.length === 0 ? (
        <p className="empty quiet">No address is told anything yet.</p>
      ) : (
        <ul className="bare ruled webhook-list">
          {webhooks.map((webhook) => (
            <li key={webhook.id}>
              <Link href={`${path}/webhooks/${webhook.id}`}>{webhook.url}</Link>
              <span className="small quiet">{standing(webhook)}</span>
            </li>
          ))}
        </ul>
      )}
      <section className="section" aria-labelledby="new-webhook">
        <h2 id="new-webhook">New webhook</h2>
        <NewWebhookForm me={actor.userId} />
      </section>
    </div>
  )
}

function standing({ isOn, offReason, failingSince, events }: Webhook): string {
  if (!isOn) return offReason ? `Switched off. ${offReason}` : 'Off'
  return failingSince ? 'On, but takes nothing at the moment' : `On · ${events.join(', ')}`
}
