import { useEffect, useRef } from 'react'
import { editEvidence, nameComparison } from '@/lib/actions'
import type { EvidenceShown } from '@/lib/db/workspace/dossiers'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { layWords, type WordsLaid } from '@/lib/domain/comparisons/benches/lay-words'
import { quotationIn } from '@/lib/domain/comparisons/benches/quotation-in'
import { QUOTATION_READINGS } from '@/lib/domain/comparisons/quotes/comparison'
import { chooseByKey, ReadingChoice } from '../../../comparisons/reading-choice'
import { SourceField } from '../../../comparisons/source-field'
import { useLaid } from '../../../comparisons/use-laid'
import { WordsShown } from '../../../comparisons/words-shown'
import { ActionForm } from '../../../forms/action-form'
import { draftOf } from '../../../forms/draft-key'
import { SelectField, SubmitButton, TextArea } from '../../../forms/fields'
import { useSend } from '../../../forms/submit'
import { useTyped } from '../../../forms/use-field-value'
import { wordsOfClaim } from '../../desk/words-of-claim'
import { copyOf } from './copy-of'

/** Where a printed quotation is laid over a source's words, and a person says what it is. */
export function WordsBench({ desk, claim, evidence, onClose }: BenchProps) {
  const bench = useRef<HTMLDivElement>(null)
  const words = wordsOfClaim(desk, claim)
  const quotation = quotationIn(words)
  const printed = useTyped(bench, 'printed', quotation ?? words)
  const source = useTyped(bench, 'source', evidence.excerpt)
  const translated = useTyped(bench, 'translated', '')
  const { language } = desk.article
  const { laid, why } = useLaid({ printed, source, translated, language }, layWords)
  useEffect(() => begin(bench.current), [])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are a second way; the choices can be reached by themselves
    <div ref={bench} className="bench" onKeyDown={chooseByKey}>
      <ActionForm
        action={nameComparison}
        values={{
          ...{ claimId: claim.id, evidenceId: evidence.id, kind: 'quote' },
          ...(quotation === null && { printed: words }),
        }}
        basis={{ overWords: words }}
        draft={draftOf(desk, 'compare-quote', evidence.id)}
        label="Compare words"
        saved="Comparison kept"
        onDone={onClose}
        onCancel={onClose}
      >
        {quotation !== null && (
          <SelectField
            name="printed"
            label="Printed words"
            options={[
              [quotation, `The quotation: “${quotation}”`],
              [words, 'All words of the claim'],
            ]}
          />
        )}
        <SourceField
          excerpt={evidence.excerpt}
          hint="The passage, or a whole transcript: what answers is found in it."
          copy={copyOf(desk, evidence)}
        />
        <details className="translation" open={translated !== ''}>
          <summary>Lay a translation beside them</summary>
          <TextArea
            name="translated"
            label="Translation"
            hint="The print is then compared with the translation, and both are kept."
            rows={3}
            lang={language}
            dir="auto"
          />
        </details>
        {laid ? (
          <>
            <WordsShown laid={laid} printed={printed} language={language} />
            <FoundAt {...{ desk, claim, evidence, laid }} />
          </>
        ) : (
          <p className="quiet" role="status">
            {source.trim() ? why : 'Give the words of the source, and the difference stands here.'}
          </p>
        )}
        <ReadingChoice
          readings={QUOTATION_READINGS}
          proposed={laid ? laid.comparison.reading : null}
        />
        <TextArea name="note" label="Note" rows={2} />
        <div className="actions">
          <SubmitButton>Keep comparison</SubmitButton>
          <button type="button" className="button plain" onClick={onClose}>
            Cancel
          </button>
        </div>
      </ActionForm>
    </div>
  )
}

export interface BenchProps {
  desk: Desk
  claim: ClaimShown
  evidence: EvidenceShown
  onClose: () => void
}

/** The work begins at the source's words where there are none yet, else at the results. */
function begin(bench: HTMLElement | null): void {
  const source = bench?.querySelector<HTMLTextAreaElement>('[name="source"]')
  const first = bench?.querySelector<HTMLInputElement>('[name="reading"]')
  if (source?.value.trim() === '') source.focus()
  else first?.focus({ preventScroll: true })
  bench?.scrollIntoView({ block: 'start' })
}

/** Where in a transcript the words stand, to be taken over as the place of the evidence. */
function FoundAt({
  desk,
  claim,
  evidence,
  laid: { locator, against },
}: Omit<BenchProps, 'onClose'> & { laid: WordsLaid }) {
  const send = useSend()
  if (!locator) return null
  const { aspect, stance, directness, note, captureId, passage, version } = evidence

  function takeOver() {
    void send(editEvidence, {
      ...{ newsroom: desk.newsroom, claimId: claim.id, evidenceId: evidence.id, version },
      ...{ overWords: wordsOfClaim(desk, claim), aspect: aspect ?? 'both', stance, directness },
      ...{ note, locator: locator ?? '', excerpt: evidence.excerpt || against },
      ...{ captureId: captureId ?? '', passage: passage ? JSON.stringify(passage) : '' },
    })
  }

  return (
    <p>
      <span className="quiet">Found at</span> <strong>{locator}</strong>
      {evidence.locator !== locator && (
        <>
          {' · '}
          <button type="button" className="link-button" onClick={takeOver}>
            Make it the place of the evidence
          </button>
        </>
      )}
    </p>
  )
}
