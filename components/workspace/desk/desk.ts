import type { UnplacedClaim } from '@/lib/db/claims/anchors'
import type { ListedClaim } from '@/lib/db/claims/claims'
import type { Mark } from '@/lib/db/coverage/coverage'
import type { ListedRevision } from '@/lib/db/revisions/revisions'
import type { LastSignOff } from '@/lib/db/sign-off/sign-offs'
import type { Dossier } from '@/lib/db/workspace/dossiers'
import type { Coverage } from '@/lib/domain/coverage/coverage'
import type { PlacedBlock, Span } from '@/lib/domain/text/blocks'
import type { ArticleState } from '@/lib/domain/vocabulary'

/** A claim as the list and the marks show it. */
export type ClaimShown = Pick<
  ListedClaim,
  | 'id'
  | 'number'
  | 'type'
  | 'risks'
  | 'claimant'
  | 'assigneeId'
  | 'status'
  | 'saidVerdict'
  | 'soVerdict'
  | 'version'
  | 'start'
  | 'end'
  | 'evidence'
> &
  SecondCheckShown

/** How a second check stands; left out where a claim needs none, as most do. */
type SecondCheckShown = Partial<
  Pick<ListedClaim, 'second' | 'secondCheckAsked' | 'secondCheckerId'>
>

/** Words that are accounted for without a claim. */
export type MarkShown = Pick<Mark, 'id' | 'kind' | 'start' | 'end'>

/** A claim that has no place in the text; `start` and `end` are those in the revision where it had its last. */
export type UnplacedShown = UnplacedClaim

/** Everything that the workspace shows, as the server sends it. */
export interface Desk {
  newsroom: string
  me: string
  /** Where the newsroom’s log ended when this was read: what is here is at least as new. */
  seq: number
  article: {
    id: string
    slug: string
    headline: string
    language: string
    state: ArticleState
    worry: string
    deadline: string | null
  }
  /** The newest signature, if there ever was one. */
  signOff: LastSignOff
  revision: { number: number; sha256: string; text: string; blocks: PlacedBlock[] }
  coverage: Coverage
  claims: ClaimShown[]
  unplaced: UnplacedShown[]
  /** How often what is published was corrected, and when last; null where it was not. */
  corrected: { count: number; at: string } | null
  revisions: (Omit<ListedRevision, 'createdAt'> & { createdAt: string })[]
  marks: MarkShown[]
  /** Proposals that somebody dismissed. */
  dismissed: Span[]
  names: Record<string, string>
  assignable: [userId: string, name: string][]
  may: Record<
    | 'mark'
    | 'waiveWords'
    | 'edit'
    | 'rate'
    | 'waive'
    | 'attach'
    | 'move'
    | 'details'
    | 'ask'
    | 'suggest'
    | 'comment'
    | 'revise'
    | 'sign'
    | 'apply'
    | 'correct',
    boolean
  >
  /** What is open between people: queries that nobody closed, suggestions that no editor decided, accepted ones that wait to be applied. */
  talk: { queries: number; blocking: number; undecided: number; accepted: number }
  /** The number of the newest revision on which somebody gave a verdict. */
  lastChecked: number | null
  /** Who can answer in the lawyer's place. */
  lawyers: [userId: string, name: string][]
  /** Who can be called by name in a comment. */
  mentionable: string[]
  /** The claim that the address names, so that it is there at first paint. */
  dossier: Dossier | null
}

/** The same as the page asks for it again; text and blocks only where it does not have this text yet. */
export type DeskNews = Omit<Desk, 'revision'> & {
  revision: Pick<Desk['revision'], 'number' | 'sha256'> & Partial<Desk['revision']>
}
