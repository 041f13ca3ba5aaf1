import { useEffect, useRef } from 'react'
import { nameComparison } from '@/lib/actions'
import { type FiguresLaid, layFigures } from '@/lib/domain/comparisons/benches/lay-figures'
import { readRates } from '@/lib/domain/comparisons/benches/read-rates'
import { OUTCOMES } from '@/lib/domain/comparisons/figures/comparing/outcome'
import { FiguresShown } from '../../../comparisons/figures-shown'
import { chooseByKey, ReadingChoice } from '../../../comparisons/reading-choice'
import { SourceField } from '../../../comparisons/source-field'
import { useLaid } from '../../../comparisons/use-laid'
import { ActionForm } from '../../../forms/action-form'
import { draftOf } from '../../../forms/draft-key'
import { SubmitButton, TextArea } from '../../../forms/fields'
import { useTyped } from '../../../forms/use-field-value'
import { wordsOfClaim } from '../../desk/words-of-claim'
import { copyOf } from './copy-of'
import type { BenchProps } from './words-bench'

/** Where the figures of a claim are held against a source's, and a person says what follows. */
export function FiguresBench({ desk, claim, evidence, onClose }: BenchProps) {
  const bench = useRef<HTMLDivElement>(null)
  const printed = wordsOfClaim(desk, claim)
  const source = useTyped(bench, 'source', evidence.excerpt)
  const rates = useTyped(bench, 'rates', '')
  const { language } = desk.article
  const { laid, why } = useLaid({ printed, source, rates, language }, layWithRates)
  const asked = laid?.ratesAsked ?? []
  useEffect(() => begin(bench.current), [])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are a second way; the choices can be reached by themselves
    <div ref={bench} className="bench" onKeyDown={chooseByKey}>
      <ActionForm
        action={nameComparison}
        values={{
          ...{ claimId: claim.id, evidenceId: evidence.id, kind: 'figures' },
          printed,
        }}
        basis={{ overWords: printed }}
        draft={draftOf(desk, 'compare-figures', evidence.id)}
        label="Compare figures"
        saved="Comparison kept"
        onDone={onClose}
        onCancel={onClose}
      >
        <SourceField
          excerpt={evidence.excerpt}
          hint="The passage in which the figures stand."
          copy={copyOf(desk, evidence)}
        />
        {laid && source.trim() ? (
          <FiguresShown laid={laid} />
        ) : (
          <p className="quiet" role="status">
            {why || 'Give the words of the source, and its figures stand here.'}
          </p>
        )}
        <div hidden={asked.length === 0 && rates === ''}>
          <TextArea
            name="rates"
            label="Exchange rates"
            hint={`A line each, with who gives it: 1 ${asked[0]?.from ?? 'EUR'} = 1.19 ${asked[0]?.to ?? 'USD'}, ECB, 12 September 2017`}
            rows={1}
          />
        </div>
        <ReadingChoice
          readings={OUTCOMES}
          proposed={laid && source.trim() ? laid.proposed : null}
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

function layWithRates({
  rates,
  ...texts
}: {
  printed: string
  source: string
  rates: string
  language: string
}): FiguresLaid {
  return layFigures({ ...texts, rates: readRates(rates) })
}

/** The work begins at the source's words where there are none yet, else at what is proposed, so that Enter keeps it. */
function begin(bench: HTMLElement | null): void {
  const source = bench?.querySelector<HTMLTextAreaElement>('[name="source"]')
  const proposed = bench?.querySelector<HTMLInputElement>('[data-proposed] [name="reading"]')
  if (source?.value.trim() === '' || !proposed) source?.focus()
  else proposed.focus({ preventScroll: true })
  bench?.scrollIntoView({ block: 'start' })
}
