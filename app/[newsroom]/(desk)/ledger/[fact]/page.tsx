import { notFound } from 'next/navigation'
import { ChangeFact } from '@/components/ledger/change-fact'
import { FactConflicts } from '@/components/ledger/fact-conflicts'
import { FactOriginView } from '@/components/ledger/fact-origin'
import { FactStanding } from '@/components/ledger/fact-table'
import { EscapedText } from '@/components/ui/escaped-text'
import { Link } from '@/components/ui/links/link'
import { Timestamp } from '@/components/ui/timestamp'
import { requireActor } from '@/lib/auth/current-actor'
import { listArticlesAgainst } from '@/lib/db/ledger/dismissals'
import { findFact, listFacts } from '@/lib/db/ledger/facts'
import { findOrigin } from '@/lib/db/ledger/origin'
import { listRulings } from '@/lib/db/ledger/rulings'
import { findNames } from '@/lib/db/newsroom/members'
import { FACT_FIELDS, type FactField, fieldsOf } from '@/lib/domain/ledger/fact-fields'
import { ageInYears } from '@/lib/domain/ledger/facts'
import { ledgerStanding } from '@/lib/domain/ledger/rulings'
import { can } from '@/lib/domain/policy'
import { searchAddress } from '@/lib/domain/search/search-query'
import { unstorable } from '@/lib/domain/text/blocks'
import { dayOf } from '@/lib/domain/times/days'
import { FACT_KINDS, keysOf } from '@/lib/domain/vocabulary'

type Props = PageProps<'/[newsroom]/ledger/[fact]'>

export async function generateMetadata({ params }: Props) {
  return { title: `${(await factOf(params)).fact.subject} · Ledger` }
}

/** What the ledger has on something, where it comes from, and where it is used. */
export default async function FactPage({ params }: Props) {
  const { actor, fact } = await factOf(params)
  const [origin, names, facts, rulings, against] = await Promise.all([
    findOrigin(actor, fact.id),
    findNames(actor),
    listFacts(actor),
    listRulings(actor),
    listArticlesAgainst(actor, fact.id),
  ])
  const today = dayOf(new Date(), actor.timeZone)
  const home = `/${actor.newsroomSlug}`
  const { open, overruled } = ledgerStanding(facts, rulings)
  const conflicts = open.filter(({ one, other }) => one.id === fact.id || other.id === fact.id)
  const holder = facts.find(({ id }) => id === overruled.get(fact.id))
  const said = fieldsOf(fact)
  const fields = keysOf(FACT_FIELDS).filter((field) => !HEAD.includes(field) && said[field])
  const may = { change: can(actor, 'fact.change', fact), manage: can(actor, 'ledger.manage', {}) }

  return (
    <div className="page ledger-page">
      <div className="page-head">
        <div>
          <p className="small">
            <Link href={`${home}/ledger`}>← Ledger</Link>
          </p>
          <h1 dir="auto">
            <EscapedText>{fact.subject}</EscapedText>
          </h1>
          <p className="quiet">
            <FactStanding fact={fact} today={today} isOverruled={holder !== undefined} />
            {FACT_KINDS[fact.kind]}, kept by {names.get(fact.keptById) ?? 'Somebody'},{' '}
            <Timestamp at={fact.keptAt.toISOString()} />
          </p>
        </div>
      </div>
      {fact.retiredAt && (
        <p className="warning">
          Retired by {names.get(fact.retiredById ?? '') ?? 'Somebody'},{' '}
          <Timestamp at={fact.retiredAt.toISOString()} />:{' '}
          <EscapedText>{fact.retireReason}</EscapedText>
        </p>
      )}
      {holder && (
        <p className="warning">
          Texts are not read against it, because another holds:{' '}
          <Link href={`${home}/ledger/${holder.id}`}>
            <EscapedText>{holder.subject}</EscapedText>
          </Link>
          .
        </p>
      )}
      <dl className="fact-said">
        {fields.map((field) => (
          <div key={field}>
            <dt>{FACT_FIELDS[field]}</dt>
            <dd dir="auto">
              <EscapedText>{said[field] ?? ''}</EscapedText>
              {field === 'born' &&
                fact.kind === 'birth' &&
                `, ${ageInYears(fact.born, today)} today`}
            </dd>
          </div>
        ))}
      </dl>
      <div className="actions ledger-actions">
        <ChangeFact me={actor.userId} fact={fact} may={may} />
      </div>
      <FactConflicts
        me={actor.userId}
        home={home}
        conflicts={conflicts}
        mayRule={can(actor, 'fact.rule', {})}
      />
      <section className="section" aria-labelledby="fact-from">
        <h2 id="fact-from">Where it comes from</h2>
        {origin && <FactOriginView home={home} origin={origin} />}
        {!origin && fact.isFromClaim && (
          <p className="quiet">A checked claim of an article that is not open to you.</p>
        )}
        {!fact.isFromClaim && (
          <p dir="auto">
            <EscapedText>{fact.basis || 'The newsroom’s own style.'}</EscapedText>
          </p>
        )}
      </section>
      <section className="section" aria-labelledby="fact-used">
        <h2 id="fact-used">Where it is used</h2>
        <p>
          <Link
            href={searchAddress(`${home}/search`, {
              typed: `"${fact.subject.replaceAll('"', '')}"`,
            })}
          >
            Look for it in all articles, claims and sources
          </Link>
        </p>
        {against.length > 0 && (
          <>
            <p>Words that somebody let stand though they differ from it:</p>
            <ul>
              {against.map(({ id, words, article }) => (
                <li key={id}>
                  “<EscapedText>{words}</EscapedText>” in{' '}
                  <Link
                    href={`${home}/articles/${article.slug}`}
                    lang={article.language}
                    dir="auto"
                  >
                    {article.headline}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  )
}

const HEAD: readonly FactField[] = ['kind', 'subject']

async function factOf(params: Props['params']) {
  const { newsroom, fact: id } = await params
  const actor = await requireActor(newsroom)
  const fact = (unstorable(id) ? null : await findFact(actor, id)) ?? notFound()
  return { actor, fact }
}
