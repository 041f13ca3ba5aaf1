import type { ReportEvidence } from '@/lib/domain/report/schema'
import { CITED_AS, SOURCE_AS } from '@/lib/domain/sources/cited-evidence'
import { ASPECTS, DIRECTNESSES, keysOf, SOURCE_KINDS, STANCES } from '@/lib/domain/vocabulary'
import type { Citation } from './model'

/**
 * What is said of evidence in terms that programs read, beside the words that people do; what is not said is left out. The
 * context of the W3C has schema.org's terms under their prefix.
 */
export function citationOf(evidence: ReportEvidence): Citation {
  const { source, aspect, stance, directness } = evidence
  const said = {
    ...evidence,
    aspect: aspect === null ? '' : ASPECTS[aspect],
    ...{ stance: STANCES[stance], directness: DIRECTNESSES[directness] },
  }
  const known = { ...source, kind: SOURCE_KINDS[source.kind] }
  const facts = keysOf(SOURCE_AS).flatMap((key) =>
    known[key] === '' ? [] : [[SOURCE_AS[key], known[key]] as const],
  )
  return {
    'schema:citation': { type: 'schema:CreativeWork', ...Object.fromEntries(facts) },
    'schema:additionalProperty': keysOf(CITED_AS).flatMap((key) =>
      said[key] === ''
        ? []
        : [
            {
              type: 'schema:PropertyValue' as const,
              'schema:name': CITED_AS[key],
              'schema:value': said[key],
            },
          ],
    ),
  }
}
