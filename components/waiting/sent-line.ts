import type { QueryShown } from '@/lib/db/discussion/queries'
import type { LineDetails } from '@/lib/db/waiting/line-details'
import type { WaitingGroup, WaitingLine, WaitingPage } from '@/lib/db/waiting/waiting-page'
import type { Actor } from '@/lib/domain/policy'
import { ARTICLE_STATES } from '@/lib/domain/vocabulary'
import { addressOf } from '@/lib/domain/waiting/addresses'
import { ONE_BY_ONE, WAITING_KINDS, type WaitingKind } from '@/lib/domain/waiting/kinds'
import { needWords } from '@/lib/domain/waiting/needs'

/** What deals with a line at once, without leaving the page. */
export type Deal =
  | { way: 'answer' | 'close'; query: QueryShown }
  | { way: 'resolve'; commentId: string }
  | { way: 'take'; articleId: string; claimId: string; from: string | null }
  | { way: 'accept'; suggestionId: string; after: string; over: string }
  | { way: 'hold'; claimId: string; before: string; after: string }

/** A line as the page sends it to its script. */
export interface SentLine {
  key: string
  parts: readonly string[]
  isRead: boolean
  kind: WaitingKind
  /** What has to be done: “Check 3 claims”. */
  what: string
  blocking: boolean
  address: string
  claim: number | null
  /** The article’s or a person’s words that it is about. */
  words: string
  /** What would stand instead of them. */
  instead: string | null
  /** Whether the words are the article’s. */
  isQuoted: boolean
  /** Whoever is behind it, and what else has to be known. */
  note: string
  since: string | null
  deal: Deal | null
}

export interface SentGroup {
  id: string
  headline: string
  language: string
  address: string
  state: string
  due: string | null
  isPressing: boolean
  lines: SentLine[]
  /** How many more lines there are, which stand in the article. */
  left: number
}

export function sentGroups(actor: Actor, { groups, details }: WaitingPage): SentGroup[] {
  return groups.map((group) => {
    const { article, due, isPressing, lines, left } = group
    const address = `/${actor.newsroomSlug}/articles/${article.slug}`
    return {
      ...{ id: article.id, headline: article.headline, language: article.language, address },
      ...{
        state: ARTICLE_STATES[article.state],
        due: due?.toISOString() ?? null,
        isPressing,
        left,
      },
      lines: lines.map((line) => sentLine(actor, group, line, details)),
    }
  })
}

function sentLine(
  actor: Actor,
  { article }: WaitingGroup,
  line: WaitingLine,
  details: LineDetails,
): SentLine {
  const { kind, key, parts, isRead, blocking, since, count } = line
  const about = aboutLine(line, details)
  const here = `/${actor.newsroomSlug}/articles/${article.slug}`
  return {
    ...{ key, parts, isRead, kind, blocking, since: since?.toISOString() ?? null, ...about },
    what: ONE_BY_ONE.includes(kind) ? WAITING_KINDS[kind] : needWords(kind, count),
    address: `${here}${addressOf(kind, about.claim)}`,
  }
}

type About = Pick<SentLine, 'claim' | 'words' | 'instead' | 'isQuoted' | 'note' | 'deal'>

const NOTHING: About = {
  ...{ claim: null, words: '', instead: null, isQuoted: false, note: '', deal: null },
}

function aboutLine({ kind, id, parts }: WaitingLine, details: LineDetails): About {
  const query = details.queries.get(id)
  const comment = details.comments.get(id)
  const suggestion = details.suggestions.get(id)
  const claim = details.claims.get(id)
  if (query) return aboutQuery(kind, query)
  if (comment) {
    const { text: words, claim, by: note } = comment
    const deal = comment.may.comment ? { way: 'resolve' as const, commentId: id } : null
    return { ...NOTHING, claim, words, note, deal }
  }
  if (suggestion) {
    const { exact: words, after, over, claim, by: note } = suggestion
    const accept = { way: 'accept' as const, suggestionId: id, after, over }
    const shown = { ...NOTHING, claim, words, instead: after, isQuoted: true, note }
    return kind === 'decide' ? { ...shown, deal: accept } : shown
  }
  if (claim) {
    const { number, words, assigneeId, assignee, articleId, frameBefore, frameAfter } = claim
    const shown = { ...NOTHING, claim: number, words, isQuoted: true }
    if (kind === 'take') {
      const deal = { way: 'take' as const, articleId, claimId: id, from: assigneeId }
      return { ...shown, note: assignee ? `given to ${assignee}` : '', deal }
    }
    if (kind === 'frame' && frameAfter) {
      const deal = { way: 'hold' as const, claimId: id, before: frameBefore, after: frameAfter }
      return { ...shown, note: 'words around it changed', deal }
    }
    return { ...shown, note: noteOn(kind, parts[0]) }
  }
  return { ...NOTHING, words: WORDS[`${kind} ${parts[0]}`] ?? WORDS[kind] ?? '' }
}

function aboutQuery(kind: WaitingKind, query: QueryShown): About {
  const { claim, question, entries, askedBy, may } = query
  const last = entries.at(-1)
  const told = kind === 'close' && last
  const way = kind === 'close' ? may.close && 'close' : may.answer && 'answer'
  return {
    ...NOTHING,
    claim,
    words: told ? last.text : question,
    note: told ? last.by : askedBy,
    deal: way ? { way, query } : may.close ? { way: 'close', query } : null,
  }
}

/** What there is to say of a step of the whole article. */
const WORDS: Record<string, string> = {
  emergency: 'It is out without a signature that holds in full',
  fallen: 'The signature does not hold any more',
  'deadline late': 'It is late, and not everything is checked',
  'deadline near': 'It is due within a day, and not everything is checked',
  sign: 'It was handed to the editor',
  uncovered: 'Not every word is in a claim or accounted for',
  hand: 'Everything is checked and accounted for',
  pages: 'A page that it cites is not what it was',
  notes: 'What its document says is not gone through',
}

/** What somebody can do about two checks, and why a claim rests. */
function noteOn(kind: WaitingKind, part = ''): string {
  if (kind === 'differing') return part === 'decide' ? 'decide between them' : 'look at the other'
  return NOTES[kind] ?? ''
}

const NOTES: Partial<Record<WaitingKind, string>> = {
  second: 'the first is hidden until yours is saved',
  name_second: 'nobody in the newsroom can give it',
  unsafe: 'not safe as printed',
  secondary: 'secondary support only',
  place: 'no place in this text',
}
