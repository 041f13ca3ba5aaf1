import { FigureView } from '@/components/figures/figure-view'
import { PeriodChoice } from '@/components/figures/period-choice'
import { PersonFigures } from '@/components/figures/person-figures'
import { said } from '@/components/shell/page-links'
import { requireActor } from '@/lib/auth/current-actor'
import { findFigures } from '@/lib/db/figures/find-figures'
import { hasPersonFigures } from '@/lib/db/figures/settings'
import { OF_PERIOD } from '@/lib/domain/figures/figure'
import { periodOf, periodQuery, periodWords } from '@/lib/domain/figures/period'
import { can } from '@/lib/domain/policy'
import { dayOf } from '@/lib/domain/times/days'

export async function generateMetadata({ params }: PageProps<'/[newsroom]/figures'>) {
  return { title: `Figures · ${(await requireActor((await params).newsroom)).newsroomName}` }
}

/** Pictures of the work: as it stands now, and of a period. */
export default async function FiguresPage({
  params,
  searchParams,
}: PageProps<'/[newsroom]/figures'>) {
  const actor = await requireActor((await params).newsroom)
  const { period: name, from, to } = await searchParams
  const now = new Date()
  const asked = { period: said(name), from: said(from), to: said(to) }
  const period = periodOf(asked, actor.timeZone, now)
  const isRefused = asked.from + asked.to !== '' && period.name !== null
  const [figures, byPerson] = await Promise.all([
    findFigures(actor, period, now),
    hasPersonFigures(actor),
  ])
  const path = `/${actor.newsroomSlug}/figures`
  const csv = (key: string) => `${path}/${key}?${periodQuery(period)}`

  return (
    <div className="page figures-page">
      <div className="page-head">
        <div>
          <h1>Figures</h1>
          <p>Of the articles that you see, for the desk and not to rank people.</p>
        </div>
      </div>
      <section aria-labelledby="now">
        <h2 id="now">Now</h2>
        <div className="figure-grid">
          {figures
            .filter(({ key }) => !OF_PERIOD.includes(key))
            .map((figure) => (
              <FigureView key={figure.key} figure={figure} csv={csv(figure.key)} />
            ))}
        </div>
      </section>
      <section className="section" aria-labelledby="period">
        <h2 id="period">{periodWords(period, dayOf(now, actor.timeZone))}</h2>
        <PeriodChoice
          path={path}
          period={period}
          timeZone={actor.timeZone}
          asked={isRefused ? { from: asked.from, to: asked.to } : null}
        />
        <div className="figure-grid">
          {figures
            .filter(({ key }) => OF_PERIOD.includes(key))
            .map((figure) => (
              <FigureView key={figure.key} figure={figure} csv={csv(figure.key)} />
            ))}
        </div>
      </section>
      {can(actor, 'newsroom.manage', {}) && <PersonFigures shown={byPerson} />}
    </div>
  )
}
