import type { Found } from './look'

/**
 * What is asked about a claim whose page says something else now, or is gone.
 *
 * @param stands whether the words that the claim rests on still stand in it; null where that cannot be told
 */
export function questionOf(
  found: Extract<Found, 'changed' | 'gone'>,
  { title, stands }: { title: string; stands: boolean | null },
): string {
  if (found === 'gone') {
    return `The page of “${title}” is gone from its address. Does the claim hold on the kept copy alone?`
  }
  const passage = stands === null ? '' : ` ${PASSAGE[stands ? 'stands' : 'lost']}`
  return `The page of “${title}” says something else than when it was kept.${passage} Does the claim still hold?`
}

const PASSAGE = {
  stands: 'The passage that the evidence rests on still stands there.',
  lost: 'The passage that the evidence rests on does not stand there any more.',
}
