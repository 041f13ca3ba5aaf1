import { CANDIDATES, type EarlierClaim } from '@/lib/domain/earlier-checks/asked-terms'
import { rankEarlier } from '@/lib/domain/earlier-checks/rank'
import { line, ratio } from './support/print-measure'

/** Ranking the claims that an index would give, as of a million, beside finding the words of the same texts. */
export function measureEarlierChecks(): void {
  const claims = Array.from({ length: CANDIDATES }, (_, at): EarlierClaim => {
    const [ship, place, load] = [at, at * 7, at * 13].map((seed, of) => wordAt(seed, of))
    const words = `The ferry ${ship} carried ${at * 31} tonnes of ${load} from ${place} in ${1990 + (at % 30)}, more than any other.`
    return { id: `${at}`, words, title: `Did the ${ship} carry ${load} from ${place}?` }
  })
  const statistics = {
    claims: 1_000_000,
    meanTerms: 18,
    holding: (term: string) => term.length ** 4,
  }
  const text = claims[17]?.words.replace('carried', 'was carrying') ?? ''
  const ours = timed(() => rankEarlier(text, claims, { statistics }))
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  const theirs = timed(() => {
    for (const { words, title = '' } of claims) {
      for (const one of [words, title]) for (const _ of segmenter.segment(one));
    }
  })
  line(
    `Ranking ${CANDIDATES} earlier claims: ${ours.toFixed(1)} ms, words by Intl.Segmenter: ${theirs.toFixed(1)} ms`,
  )
  ratio('Ranking earlier claims against their words', ours / theirs, { most: 2 })
  ratio('Ranking earlier claims against 50 ms', ours / 50, { most: 0.5 })
}

const PARTS = ['Nor', 'Tar', 'Mar', 'Al', 'ber', 'ton', 'lin', 'der', 'wick', 'so', 'gar', 'men']

/** A made-up name, another for each of some thousand numbers. */
function wordAt(seed: number, of: number): string {
  const letters = [seed, seed / 5, seed / 25 + of, seed / 3].map(
    (part) => PARTS[Math.floor(part) % PARTS.length],
  )
  return letters.join('')
}

const ROUNDS = 15

/** The least processor time of some rounds, in milliseconds: what the machine does besides only adds to it. */
function timed(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return Math.min(...times)
}
