import { keysOf } from '../../vocabulary'
import { QUOTATION_READINGS, type QuotationReading, type QuotationStep } from './comparison'

/** All that holds of a comparison, the gravest first. */
export function readingsOf(steps: readonly QuotationStep[], passages: number): QuotationReading[] {
  const found = new Set(steps.flatMap(readingsIn))
  if (passages > 1) found.add('spliced')
  const readings = keysOf(QUOTATION_READINGS).filter((reading) => found.has(reading))
  return readings.length > 0 ? readings : ['verbatim']
}

function readingsIn(step: QuotationStep): QuotationReading[] {
  switch (step.what) {
    case 'other':
    case 'put-in':
      return ['altered']
    case 'left-out':
      if (step.isMarked) return ['condensed']
      return [step.because ? 'cleaned' : 'condensed-unmarked']
    case 'own':
      return step.by === 'bracketed' ? ['bracketed'] : []
    case 'leap':
      if (step.to === 'back') return ['reordered']
      return [step.isMarked ? 'condensed' : 'condensed-unmarked']
    default:
      return []
  }
}
