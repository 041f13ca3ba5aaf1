'use client'

import { Fragment, useRef, useState } from 'react'
import { detachEvidence } from '@/lib/actions'
import type { EvidenceShown } from '@/lib/db/workspace/dossiers'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { FILE_PROBLEMS } from '@/lib/domain/captures/file-problems'
import { viewerAddress } from '@/lib/domain/captures/view'
import { hasFiguresToCompare, hasWordsToCompare } from '@/lib/domain/comparisons/benches/offered'
import { isUnderWay } from '@/lib/domain/jobs/job'
import { ASPECTS, DIRECTNESSES, SOURCE_KINDS, STANCES } from '@/lib/domain/vocabulary'
import { later } from '../../../browser/later'
import { LookNote } from '../../../captures/look-note'
import { ComparisonList } from '../../../comparisons/comparison-list'
import { ActionForm } from '../../../forms/action-form'
import { DraftMark } from '../../../forms/draft-badge'
import { draftOf } from '../../../forms/draft-key'
import { SubmitButton, TextField } from '../../../forms/fields'
import { JobLine } from '../../../jobs/job-line'
import { FallenNote } from '../../../sources/fallen-note'
import { KeepPage } from '../../../sources/keep-page'
import { PassageLink } from '../../../sources/passage-link'
import { EscapedText } from '../../../ui/escaped-text'
import { Link } from '../../../ui/links/link'
import { Timestamp } from '../../../ui/timestamp'
import { wordsOfClaim } from '../../desk/words-of-claim'
import { EvidenceForm } from './evidence-form'

const WordsBench = later(() =>
  import('../comparing/words-bench').then(({ WordsBench }) => WordsBench),
)
const FiguresBench = later(() =>
  import('../comparing/figures-bench').then(({ FiguresBench }) => FiguresBench),
)

/** What one source says of a claim, and where in it. */
export function EvidenceItem({
  desk,
  claim,
  evidence,
}: {
  desk: Desk
  claim: ClaimShown
  evidence: EvidenceShown
}) {
  const [doing, setDoing] = useState<'edit' | 'detach' | 'quote' | 'figures' | null>(null)
  const item = useRef<HTMLLIElement>(null)
  const { source, stance, directness, aspect, job } = evidence
  const close = () => setDoing(null)
  const leaveBench = () => {
    close()
    requestAnimationFrame(() =>
      item.current?.querySelector<HTMLElement>(`[data-compare="${doing}"]`)?.focus(),
    )
  }
  const about = { ...claim, words: wordsOfClaim(desk, claim) }
  const compared = [
    ...(hasWordsToCompare(about) ? (['quote'] as const) : []),
    ...(hasFiguresToCompare(about) ? (['figures'] as const) : []),
  ]
  // What was asked for is called off, or begun anew, by the buttons of its own line.
  const hasWay = job && (isUnderWay(job.state) || job.mayManage)
  const copy = evidence.captureId ?? evidence.newestCapture
  const named = `${desk.article.slug}/${claim.number}`
  const place = [source.publisher, source.published].filter(Boolean).join(', ')

  return (
    <li ref={item} className="evidence" data-stance={stance}>
      <p>
        <strong>{STANCES[stance]}</strong>
        {claim.claimant !== null &&
          ` ${aspect ? `“${ASPECTS[aspect].toLowerCase()}”` : 'said and so'}`}
        <span className="quiet"> · {DIRECTNESSES[directness]}</span>
      </p>
      <p>
        <Link href={`/${desk.newsroom}/sources/${source.id}`}>{source.title}</Link>
        <span className="quiet">
          {' '}
          {SOURCE_KINDS[source.kind]}
          {place && `, ${place}`}
          {source.origin && `; from ${source.origin}`}
        </span>
      </p>
      <p>
        <span className="quiet">At</span>{' '}
        <PassageLink newsroom={desk.newsroom} claim={named} evidence={evidence} />
        {copy && desk.may.attach && claim.status !== 'cut' && (
          <>
            {' · '}
            <Link
              href={viewerAddress(desk.newsroom, copy, {
                ...(!evidence.passage && { evidence: evidence.id }),
                claim: named,
              })}
            >
              {evidence.passage ? 'Another passage' : 'Point at it'}
              <span className="visually-hidden"> in the kept copy of {source.title}</span>
            </Link>
          </>
        )}
        {source.url && (
          <>
            {' · '}
            <a href={source.url} target="_blank" rel="noreferrer">
              Open the source<span className="visually-hidden"> in a new window</span>
            </a>
          </>
        )}
      </p>
      <FallenNote source={source} />
      {evidence.fileProblem && (
        <p className="file-problem small">{FILE_PROBLEMS[evidence.fileProblem]}</p>
      )}
      {evidence.pageNews && <LookNote newsroom={desk.newsroom} {...evidence.pageNews} />}
      {evidence.excerpt && (
        <blockquote dir="auto">
          <EscapedText>{evidence.excerpt}</EscapedText>
        </blockquote>
      )}
      {evidence.note && <p className="prose quiet">{evidence.note}</p>}
      <ComparisonList comparisons={evidence.comparisons} />
      <p className="quiet small">
        Attached by {evidence.addedBy}, <Timestamp at={evidence.addedAt} />
        {desk.may.attach && claim.status !== 'cut' && doing === null && (
          <>
            {compared.map((kind) => (
              <Fragment key={kind}>
                {' · '}
                <button
                  type="button"
                  className="link-button"
                  data-compare={kind}
                  onClick={() => setDoing(kind)}
                >
                  {COMPARE[kind]}
                  <span className="visually-hidden"> with {source.title}</span>
                </button>{' '}
                <DraftMark name={draftOf(desk, `compare-${kind}`, evidence.id)} />
              </Fragment>
            ))}
            {' · '}
            <button type="button" className="link-button" onClick={() => setDoing('edit')}>
              Edit<span className="visually-hidden"> the evidence from {source.title}</span>
            </button>{' '}
            <DraftMark name={draftOf(desk, 'evidence', evidence.id)} />
            {' · '}
            <button type="button" className="link-button" onClick={() => setDoing('detach')}>
              Take off<span className="visually-hidden"> {source.title}</span>
            </button>{' '}
            <DraftMark name={draftOf(desk, 'detach', evidence.id)} />
          </>
        )}
      </p>
      {job && <JobLine job={job} manages={job.mayManage} />}
      {source.url && desk.may.attach && doing === null && !hasWay && (
        <KeepPage source={source} className="button small" />
      )}
      {doing === 'edit' && (
        <EvidenceForm desk={desk} claim={claim} evidence={evidence} onClose={close} />
      )}
      {doing === 'quote' && <WordsBench {...{ desk, claim, evidence }} onClose={leaveBench} />}
      {doing === 'figures' && <FiguresBench {...{ desk, claim, evidence }} onClose={leaveBench} />}
      {doing === 'detach' && (
        <ActionForm
          action={detachEvidence}
          values={{ claimId: claim.id, evidenceId: evidence.id }}
          draft={draftOf(desk, 'detach', evidence.id)}
          label="Take the evidence off"
          saved="Evidence taken off"
          onCancel={close}
          className="form boxed"
        >
          <TextField
            name="reason"
            label="Why does it not bear on this claim?"
            hint="It stays in the history."
            autoFocus
          />
          <div className="actions">
            <SubmitButton className="button">Take off</SubmitButton>
            <button type="button" className="button plain" onClick={close}>
              Cancel
            </button>
          </div>
        </ActionForm>
      )}
    </li>
  )
}

const COMPARE = { quote: 'Compare words', figures: 'Compare figures' } as const
