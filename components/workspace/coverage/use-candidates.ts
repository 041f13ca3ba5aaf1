import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { dismissCandidate, restoreCandidate } from '@/lib/actions'
import type { Desk } from '@/lib/db/workspace/find-desk'
import type { Candidate } from '@/lib/domain/candidates/candidates'
import type { RuleAnswers } from '@/lib/domain/candidates/learning/learned'
import { PRESSING } from '@/lib/domain/candidates/pressing'
import type { Span } from '@/lib/domain/text/blocks'
import { mapInChunks } from '../../browser/chunked-work'
import { chooseSpan, rangesOf } from '../../browser/dom-offsets'
import { useSend } from '../../forms/submit'
import { toast } from '../../ui/toast'

/**
 * Words that rules propose for a check, the most pressing first, moved by what people here made of such proposals;
 * those that lie in a claim or a mark, or were dismissed, are left out. The rules, and what people made of them, are
 * fetched only when somebody asks for proposals, so that their order holds while they are gone through.
 */
export function useProposals(desk: Desk, text: RefObject<HTMLElement | null>, looking: boolean) {
  const { ranked, why } = useCandidates(desk, looking)
  const { claims, marks, dismissed } = desk
  const proposals = useMemo(() => {
    const live = claims.filter(({ status }) => status !== 'cut')
    const settled = [...live, ...marks, ...dismissed]
    return ranked
      .filter((one) => one.score >= PRESSING)
      .filter((one) => !settled.some((span) => span.start < one.end && span.end > one.start))
  }, [ranked, claims, marks, dismissed])
  usePaint(text, proposals, looking)

  const latest = useRef(proposals)
  latest.current = proposals

  const at = useCallback((span: Span | null): Candidate | null => {
    const same = (one: Span) => one.start === span?.start && one.end === span?.end
    return latest.current.find(same) ?? null
  }, [])

  const { blocks } = desk.revision
  /** The proposals of the block in which words are chosen, in the order of the text. */
  const beside = useCallback(
    (span: Span | null): Candidate[] => {
      const block = span && blocks.find(({ start, end }) => start <= span.start && span.start < end)
      if (!block) return []
      const inBlock = latest.current.filter(
        ({ start, end }) => block.start <= start && end <= block.end,
      )
      return inBlock.sort((a, b) => a.start - b.start)
    },
    [blocks],
  )

  const stepFrom = useCallback(
    (from: Span | null, by: 1 | -1, settled: boolean) => {
      const ranked = latest.current
      const index = ranked.findIndex((one) => one.start === from?.start)
      const next =
        ranked[index === -1 ? 0 : index + by] ??
        ranked.find((one) => !settled || one !== ranked[index])
      if (!next || !text.current) return false
      text.current.focus({ preventScroll: true })
      chooseSpan(text.current, next)
      return true
    },
    [text],
  )

  return {
    proposals,
    why,
    at,
    beside,
    stepFrom,
    noneLeft: 'Nothing more is proposed',
    dismiss: useDismissing(desk),
  }
}

interface Read {
  /** The most pressing first. */
  ranked: Candidate[]
  /** Why a proposal is made, and what became of such here. */
  why: (proposal: Candidate) => string
}

function useCandidates({ newsroom, revision, article }: Desk, looking: boolean): Read {
  const [read, setRead] = useState<Read>(NONE)
  const { text, blocks } = revision
  const { language } = article

  useEffect(() => {
    if (!looking) return
    let stale = false
    const reading = import('@/lib/domain/candidates/candidates').then(({ candidatesOf }) =>
      mapInChunks(
        blocks,
        (block) => candidatesOf(text, [block], language),
        () => stale,
      ),
    )
    const learning = import('@/lib/domain/candidates/learning/learned')
    Promise.all([reading, answersHere(newsroom), learning])
      .then(([found, answers, { learnedFrom, rankedBy, whyProposed }]) => {
        if (!found) return
        const learned = learnedFrom(answers)
        setRead({ ranked: rankedBy(found, learned), why: (one) => whyProposed(one, learned) })
      })
      .catch(() => toast('The proposals cannot be fetched. Try again in a moment.'))
    return () => {
      stale = true
    }
  }, [looking, newsroom, text, blocks, language])

  return looking ? read : NONE
}

const NONE: Read = { ranked: [], why: () => '' }

/** What people of the newsroom made of proposals; nothing where that cannot be told now. */
async function answersHere(newsroom: string): Promise<RuleAnswers[]> {
  const answer = await fetch(`/${newsroom}/proposal-answers`).catch(() => null)
  return answer?.ok ? answer.json().catch(() => []) : []
}

function usePaint(
  text: RefObject<HTMLElement | null>,
  proposals: readonly Span[],
  looking: boolean,
): void {
  useEffect(() => {
    if (!looking || !text.current || !CSS.highlights) return
    CSS.highlights.set('proposal', new Highlight(...rangesOf(text.current, proposals)))
    return () => {
      CSS.highlights.delete('proposal')
    }
  }, [text, proposals, looking])
}

function useDismissing({ newsroom, article, revision }: Desk) {
  const send = useSend()
  return useCallback(
    async ({ start, end, rule, score }: Candidate) => {
      const where = { newsroom, articleId: article.id }
      const output = await send(dismissCandidate, {
        ...where,
        revision: revision.number,
        ...{ start, end, rule, score },
      })
      if (typeof output !== 'object' || output === null || !('decisionId' in output)) return false
      const decisionId = String(output.decisionId)
      toast('Proposal dismissed', async () => {
        await send(restoreCandidate, { ...where, decisionId })
        toast('Proposed again')
      })
      return true
    },
    [send, newsroom, article.id, revision.number],
  )
}
