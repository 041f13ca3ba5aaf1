import type { UnplacedClaim } from '@/lib/db/claims/anchors'
import { CONTEXT } from '@/lib/domain/anchoring/anchor'

/** The words of a claim among those of its own paragraph, in the last text that it had a place in. */
export function FormerContext({ claim, language }: { claim: UnplacedClaim; language: string }) {
  return (
    <>
      <p>In revision {claim.revision} it stood here:</p>
      <p className="stood" lang={language} dir="auto">
        {ending(claim.prefix)}
        <mark>{claim.words}</mark>
        {beginning(claim.suffix)}
      </p>
    </>
  )
}

/** What an anchor remembers is cut inside a word, unless the paragraph ends before. */
function ending(prefix: string): string {
  const own = prefix.slice(prefix.lastIndexOf('\n') + 1)
  return isCut(own) ? `… ${own.replace(/^\S*\s/, '')}` : own
}

function beginning(suffix: string): string {
  const [own = ''] = suffix.split('\n', 1)
  return isCut(own) ? `${own.replace(/\s\S*$/, '')} …` : own
}

/** One less where a character of two units is left out whole. */
const isCut = (side: string) => side.length >= CONTEXT - 1
