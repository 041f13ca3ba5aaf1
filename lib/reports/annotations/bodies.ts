import { aspectsOf } from '@/lib/domain/claims/status'
import type {
  ReportClaim,
  ReportEvidence,
  ReportQuery,
  ReportSuggestion,
  ReportVerdict,
} from '@/lib/domain/report/schema'
import { CLAIMANT_AS } from '@/lib/domain/sources/cited-evidence'
import {
  ASPECTS,
  CHANGE_REASONS,
  CLAIM_TYPES,
  DIRECTNESSES,
  QUERY_STATES,
  QUERY_TO,
  SOURCE_KINDS,
  STANCES,
  SUGGESTION_STATES,
  VERDICTS,
} from '@/lib/domain/vocabulary'
import { standing, words } from '../view/printed-words'
import { citationOf } from './citation'
import type { Motivation, Person, TextualBody } from './model'

/** What is on file about a claim: how it stands, its verdicts, and what they rest on. */
export function claimBodies(claim: ReportClaim): TextualBody[] {
  const verdicts = aspectsOf(claim).flatMap((aspect) => claim[aspect] ?? [])
  return [
    desk('assessing', standing(claim.status).word),
    { ...desk('tagging', CLAIM_TYPES[claim.type]), ...claimantOf(claim) },
    ...verdicts.map(verdictBody),
    ...claim.evidence.map(evidenceBody),
  ]
}

export function queryBodies({ to, state, question, askedBy, askedAt, thread }: ReportQuery) {
  return [
    desk('questioning', question, { creator: person(askedBy), created: askedAt }),
    desk('tagging', `To the ${QUERY_TO[to].toLowerCase()}, ${QUERY_STATES[state].toLowerCase()}`),
    ...thread
      .filter(({ text, writersWord }) => text || writersWord)
      .map(({ text, writersWord, by, at }) =>
        desk('replying', lines(text, writersWord && `Writer’s word: ${writersWord}`), {
          creator: person(by),
          created: at,
        }),
      ),
  ]
}

/** The words that would stand instead carry the article's language; without words, the old ones are cut. */
export function suggestionBodies(suggestion: ReportSuggestion, language: string): TextualBody[] {
  const { after, reason, note, state, madeBy, madeAt, decision } = suggestion
  const made = { creator: person(madeBy), created: madeAt }
  return [
    { ...desk('editing', after, made), language },
    desk('tagging', `${SUGGESTION_STATES[state]}, ${CHANGE_REASONS[reason].toLowerCase()}`),
    ...(note ? [desk('commenting', note, made)] : []),
    ...(decision
      ? [
          desk('replying', lines(DECISIONS[decision.kind], decision.reason), {
            creator: person(decision.by),
            created: decision.at,
          }),
        ]
      : []),
  ]
}

const claimantOf = ({ claimant }: ReportClaim) =>
  claimant === null ? {} : { [CLAIMANT_AS]: claimant }

const DECISIONS = { accepted: 'Accepted', stet: 'Stet', withdrawn: 'Withdrawn' } as const

function verdictBody(verdict: ReportVerdict): TextualBody {
  const { aspect, rationale, searched, change, writersWord, givenBy, givenAt } = verdict
  const value = lines(
    `${ASPECTS[aspect]}: ${VERDICTS[verdict.verdict]}`,
    rationale,
    searched && `Searched: ${searched}`,
    change && `Suggested change: ${change}`,
    writersWord && `Writer’s word: ${writersWord}`,
  )
  return desk('assessing', value, { creator: person(givenBy), created: givenAt })
}

function evidenceBody(evidence: ReportEvidence): TextualBody {
  const { source, stance, directness, locator, excerpt, note, addedBy, addedAt } = evidence
  const { kind, title, publisher, published, url } = source
  const value = lines(
    `${STANCES[stance]}, ${DIRECTNESSES[directness].toLowerCase()}: ${title}`,
    [SOURCE_KINDS[kind], publisher, published, url].filter(Boolean).join(', '),
    `Locator: ${locator}`,
    excerpt && `“${excerpt}”`,
    note,
  )
  const made = { creator: person(addedBy), created: addedAt }
  return { ...desk('linking', value, made), ...citationOf(evidence) }
}

function desk(
  purpose: Motivation,
  value: string,
  made: Pick<TextualBody, 'creator' | 'created'> = {},
): TextualBody {
  const { dir } = words(value)
  return {
    ...{ type: 'TextualBody', purpose, value, format: 'text/plain', language: 'en' },
    textDirection: dir,
    ...made,
  }
}

export const person = (name: string): Person => ({ type: 'Person', name })

const lines = (...parts: (string | undefined)[]) => parts.filter(Boolean).join('\n')
