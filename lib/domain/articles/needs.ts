import type { ArticleState } from '../vocabulary'

/** What an article can need of one person, the most pressing first. */
const NEEDS = ['answer', 'read', 'check', 'decide', 'sign'] as const
export type Need = (typeof NEEDS)[number]

/** How an article stands to one person. */
export interface Standing {
  state: ArticleState
  /** Whether they are its editor. */
  isEditor: boolean
  /** Queries without an answer that are asked of them. */
  asked: number
  /** Answers to what they asked. */
  toRead: number
  /** Claims that are theirs to check, and wait for nobody else. */
  toCheck: number
  /** Suggestions that no editor decided. */
  undecided: number
}

/** What an article needs of a person, the most pressing first, as the list of articles says it; nothing where others are at work. */
export function needsOf(standing: Standing): { need: Need; words: string }[] {
  const { state, isEditor, asked, toRead, toCheck, undecided } = standing
  const words: Record<Need, string | false> = {
    answer: counted('Answer', asked, ['query', 'queries']),
    read: counted('Read', toRead, ['answer', 'answers']),
    check: counted('Check', toCheck, ['claim', 'claims']),
    decide: isEditor && counted('Decide', undecided, ['suggestion', 'suggestions']),
    sign: isEditor && state === 'with_editor' && 'Sign off',
  }
  return NEEDS.flatMap((need) => {
    const said = words[need]
    return said ? { need, words: said } : []
  })
}

function counted(verb: string, count: number, [one, many]: [string, string]): string | false {
  return count > 0 && `${verb} ${count} ${count === 1 ? one : many}`
}
