import { notFound, redirect } from 'next/navigation'
import { DeliveryList } from '@/components/newsroom/webhooks/delivery-list'
import { WebhookControls } from '@/components/newsroom/webhooks/webhook-controls'
import { WebhookForm } from '@/components/newsroom/webhooks/webhook-form'
import { PageLinks, said } from '@/components/shell/page-links'
import { Link } from '@/components/ui/links/link'
import { Timestamp } from '@/components/ui/timestamp'
import { requireActor } from '@/lib/auth/current-actor'
import { isJobProcessRunning } from '@/lib/db/jobs/jobs'
import { listDeliveries } from '@/lib/db/newsroom/deliveries'
import { findWebhook } from '@/lib/db/newsroom/webhooks'
import { can } from '@/lib/domain/policy'
import { parseAddress } from '@/lib/domain/web-address'

type Props = PageProps<'/[newsroom]/settings/webhooks/[webhook]'>

export async function generateMetadata({ params }: Props) {
  return { title: `Webhook · ${(await requireActor((await params).newsroom)).newsroomName}` }
}

/** One webhook, with what was sent to it and what it answered. */
export default async function WebhookPage({ params, searchParams }: Props) {
  const { newsroom, webhook: id } = await params
  const actor = await requireActor(newsroom)
  if (!can(actor, 'newsroom.manage', {})) notFound()
  const list = `/${actor.newsroomSlug}/settings/webhooks`
  const webhook = await findWebhook(actor, id)
  // Where it was removed, here or by a colleague, the others are what is left to look at.
  if (!webhook) redirect(list)
  const after = said((await searchParams).after)
  const [{ deliveries, next }, runs] = await Promise.all([
    listDeliveries(actor, { webhookId: id, after }),
    isJobProcessRunning(actor),
  ])
  const { url, isOn, offReason, failingSince, oldUntil } = webhook
  const host = parseAddress(url)?.host ?? url

  return (
    <div className="page narrow">
      <div className="page-head">
        <div>
          <h1 className="webhook-host">{host}</h1>
          <p>{isOn ? 'On' : `Off. ${offReason}`}</p>
        </div>
        <Link href={list}>All webhooks</Link>
      </div>
      {!runs && (
        <p className="form-message" role="status">
          No process that does jobs runs at the moment, so deliveries wait.
        </p>
      )}
      {isOn && failingSince && (
        <p className="form-message" role="status">
          It takes nothing since <Timestamp at={failingSince.toISOString()} full />. After five days
          it is switched off.
        </p>
      )}
      <WebhookControls webhookId={id} host={host} />
      {oldUntil && oldUntil > new Date() && (
        <p className="small quiet">
          The secret before signs too until <Timestamp at={oldUntil.toISOString()} full />.
        </p>
      )}
      <section className="section" aria-labelledby="deliveries">
        <h2 id="deliveries" tabIndex={-1}>
          Deliveries
        </h2>
        {deliveries.length === 0 ? (
          <p className="empty quiet">
            {after ? 'The list ends here.' : 'Nothing was sent yet. Send a test to see it arrive.'}
          </p>
        ) : (
          <DeliveryList
            isOn={isOn}
            deliveries={deliveries.map(({ at, nextAt, ...delivery }) => ({
              ...delivery,
              at: at.toISOString(),
              nextAt: nextAt.toISOString(),
            }))}
          />
        )}
        <PageLinks
          path={`${list}/${id}`}
          begun={after !== ''}
          next={next}
          label="Pages of deliveries"
        />
      </section>
      <section className="section" aria-labelledby="change">
        <h2 id="change">Change</h2>
        <WebhookForm me={actor.userId} webhook={{ id, url, events: webhook.events, isOn }} />
      </section>
    </div>
  )
}
