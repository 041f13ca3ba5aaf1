import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import { updateClaims } from '@/lib/db/claims/claims'
import type { Claim } from '@/lib/db/claims/whole-claims'
import { listCommentTexts } from '@/lib/db/discussion/comments'
import { type Anchor, anchorAt } from '@/lib/domain/anchoring/anchor'
import { QuotableText } from '@/lib/domain/anchoring/find-quotation'
import type { DeskEvent } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { citedIn, saysTheSame, writtenDown } from '@/lib/domain/sheets/checks'
import { placeOf } from '@/lib/domain/sheets/match-checks'
import { MEANINGS, workStatusOf } from '@/lib/domain/sheets/statuses'
import { locatorProblem } from '@/lib/domain/sources/locator'
import { STATUS_FACET } from '../claims/bulk-fields'
import { command } from '../command'
import { id, line, needed, parsedJson, prose } from '../fields'
import { findNewest } from '../revisions/newest-revision'
import { evidenceDetails } from '../sources/evidence-fields'
import { sourceDetails } from '../sources/sources'
import { CitedSources } from './cited-sources'
import { ClaimMaker, placeKey } from './claim-maker'

/** How many rows are brought at once: each is several entries of the log. */
const MOST = 500

const CHOOSE = 'Choose the rows that are to be brought.'

const check = z.object({
  row: z.number().int().positive(),
  quote: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  source: sourceDetails.pick({ title: true, url: true }).nullable(),
  /** Empty where the sheet names no place in the source. */
  locator: line().refine((words) => words === '' || locatorProblem(words) === null, {
    error: 'This is no place in a source.',
  }),
  status: line(200),
  meaning: z.enum(MEANINGS),
  stance: evidenceDetails.shape.stance,
  note: prose(),
})

const sheet = z.object({
  articleId: id,
  revision: z.coerce.number().int().positive(),
  /** As its file is called. */
  name: needed('The sheet has no name.', 200),
  ...sourceDetails.pick({ kind: true }).shape,
  ...evidenceDetails.pick({ directness: true }).shape,
  checks: z.preprocess(
    parsedJson,
    z.array(check, CHOOSE).min(1, CHOOSE).max(MOST, `At most ${MOST} at once.`),
  ),
})

type Check = z.output<typeof check>
type Sheet = z.output<typeof sheet>

/**
 * Makes claims with their sources and evidence of the rows of a sheet of earlier checks, as a person mapped and chose them:
 * all of them, or none. Words are taken only where they stand by the rules that carry claims. What was found elsewhere gives
 * no verdict; it is a comment. What is on file already is not made twice, and where all of it is, that is refused.
 */
export const bringChecks = command('bringChecks', {
  permission: 'claim.mark',
  input: sheet,
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input, subject: article, record: tell }) {
    const { articleId, name, checks } = input
    const revision = await findNewest(actor, article, input.revision)
    const quotable = new QuotableText(revision.text)
    const events: DeskEvent[] = []
    const record = (event: DeskEvent) => events.push(event)
    const maker = new ClaimMaker(actor, article, revision, record)
    const filing = new Filing(actor, maker, await listCommentTexts(actor, articleId))
    const anchors = checks.map((one) => wordsOf(quotable, revision.text, one))
    const onWords = await maker.atAll(anchors)
    for (const one of checks) await filing.take(one, onWords.get(placeKey(one)), input)
    if (events.length === 0) {
      const message = 'All of this is on file already. Nothing was made twice.'
      throw new Refusal('conflict', message, { checks: message })
    }
    await filing.setStatuses(record)
    await maker.end()
    const evidence = events.filter(({ type }) => type === 'evidence.attached').length
    const sources = events.filter(({ type }) => type === 'source.added').length
    const [claims, count] = [[...maker.made], checks.length]
    tell({
      ...{ type: 'sheet.brought', articleId, name, revision: revision.number },
      ...{ checks: count, claims, evidence },
    })
    for (const event of events) tell(event)
    return { made: claims, checks: count, evidence, sources }
  },
})

/** Where a row's words stand. Refuses a place where they do not, by the rules by which the page found it. */
function wordsOf(quotable: QuotableText, text: string, { row, quote, start, end }: Check): Anchor {
  const place = placeOf(quotable, text, quote, start)
  if (place.what === 'found' && place.at.start === start && place.at.end === end) {
    return anchorAt(text, place.at)
  }
  const message = `The words of row ${row} do not stand there in the text. Nothing was stored; bring the sheet again.`
  throw new Refusal('conflict', message, { checks: message })
}

/** Puts rows on file that are not there yet. */
class Filing {
  readonly #sources: CitedSources
  /** The claims that were made here, and what their rows say of where the work stands. */
  readonly #fresh = new Map<string, { claim: Claim; meanings: Check['meaning'][] }>()
  readonly #comments = new Map<number, string[]>()
  /** What was cited of which claim, and where in it. */
  readonly #cited = new Set<string>()

  constructor(
    private readonly actor: Actor,
    private readonly maker: ClaimMaker,
    comments: readonly { claim: number; text: string }[],
  ) {
    this.#sources = new CitedSources(actor, (details) => maker.addSource(details))
    for (const { claim, text } of comments) this.#saidOf(claim).push(text)
  }

  async take(
    check: Check,
    claim: Claim | undefined,
    { name, kind, directness }: Pick<Sheet, 'name' | 'kind' | 'directness'>,
  ): Promise<void> {
    if (!claim) throw new Error(`row ${check.row} was just given a claim`)
    if (this.maker.made.includes(claim.number)) {
      const { meanings } = this.#fresh.get(claim.id) ?? { meanings: [] }
      this.#fresh.set(claim.id, { claim, meanings: [...meanings, check.meaning] })
    }

    if (check.source) {
      const source = await this.#sources.of({ ...check.source, kind })
      const isThere = claim.evidence.some(
        (one) =>
          one.source.id === source.id && (check.locator === '' || one.locator === check.locator),
      )
      const locator = check.locator || citedIn(name, check.row)
      const said = { stance: check.stance, directness, locator, note: '' }
      const key = JSON.stringify([claim.id, source.id, check.locator])
      if (!isThere && !this.#cited.has(key)) await this.maker.cite(claim, source, said)
      this.#cited.add(key)
    }

    const written = writtenDown(name, check)
    const said = this.#saidOf(claim.number)
    if (written && !said.some((one) => saysTheSame(one, written))) {
      await this.maker.comment(claim, written)
      said.push(written)
    }
  }

  /** Says of new claims where the work stands; those that were there keep their own. */
  async setStatuses(record: (event: DeskEvent) => void): Promise<void> {
    const all = [...this.#fresh.values()].map(({ claim, meanings }) => ({
      ...{ claim, to: workStatusOf(meanings) },
    }))
    for (const to of new Set(all.map((one) => one.to))) {
      const claims = all.filter((one) => one.to === to && one.claim.status !== to)
      if (claims.length === 0) continue
      const ids = claims.map(({ claim }) => claim.id)
      await updateClaims(this.actor, ids, STATUS_FACET.stored(to))
      for (const { claim } of claims) record(STATUS_FACET.event(claim, to))
    }
  }

  #saidOf(claim: number): string[] {
    const said = this.#comments.get(claim) ?? []
    this.#comments.set(claim, said)
    return said
  }
}
