import type { Outcome } from '../anchoring/outcomes'
import type { ItemKind } from '../articles/item-version'
import type { NoteUse } from '../articles/note-proposal'
import type { ComparisonKind, Reading } from '../comparisons/benches/readings'
import type { JobKind } from '../jobs/job'
import type {
  ApiScope,
  ArticleState,
  Aspect,
  ChangeReason,
  ClaimType,
  CorrectionCause,
  CoverageKind,
  FactKind,
  OpenItemKind,
  PairAnswer,
  QueryTo,
  Role,
  SourceKind,
  Stance,
  VerdictKind,
  WorkStatus,
} from '../vocabulary'
import type { Found } from '../watches/look'
import type { Schedule } from '../watches/schedule'

/** What a field held before and holds now, as printed. */
export type Changes = Record<string, { from: string; to: string }>

interface OnArticle {
  articleId: string
}

/** How many were carried into a new text, and the words of those that were not. */
interface Carried {
  carried: number
  lapsed: string[]
}

interface OnClaim extends OnArticle {
  claimId: string
  number: number
}

/** About words that are in a claim, or in none. */
type OnWords = OnArticle & { claimId?: string; number?: number }

/** Something that stood in the way of a signature; in entries that were sealed before it was kept as data, a sentence. */
export type OpenOnRecord = { kind: OpenItemKind; claimId: string | null; what: string } | string

/** About the signature of one text. */
type OnSigned = OnArticle & { signOffId: string; revision: number }

/** About what readers are told of one text. */
type OnBox = OnArticle & { boxId: string; revision: number }

/** About a kept copy of a source, and the SHA-256 of the file that is dated. */
interface OnCapture {
  captureId: string
  sourceId: string
  title: string
  sha256: string
}

/** About an address that is told what happens: its host alone, since what follows may be a key. */
interface OnWebhook {
  webhookId: string
  host: string
}

interface OnSource {
  sourceId: string
  title: string
}

/** About a saved view of the list of articles. */
interface OnView {
  viewId: string
  name: string
}

/** About a fact of the ledger; not about its article, which others may see who may not know how the claim was found. */
interface OnFact {
  factId: string
  kind: FactKind
  subject: string
}

/** About words of an article that differ from a fact of the ledger. */
type OnDifference = OnArticle & {
  factId: string
  dismissalId: string
  subject: string
  words: string
}

/** `userId`: in whose name it acts. */
interface OnToken {
  tokenId: string
  name: string
  userId: string
  ofNewsroom: boolean
}

type OnQuery = OnWords & { queryId: string; to: QueryTo }

type OnSuggestion = OnWords & { suggestionId: string; before: string }

/** `about`: an address or a title. */
interface OnJob {
  jobId: string
  kind: JobKind
  about: string
  /** Whose page it is to keep, where it is. */
  sourceId?: string
}

/** Everything that can happen in a newsroom. The audit log, the history and live updates all speak this. */
export type DeskEvent =
  | { type: 'newsroom.founded'; name: string }
  | { type: 'newsroom.changed'; changes: Changes }
  | { type: 'proposals.counted-anew'; answers: number }
  | { type: 'member.invited'; email: string; role: Role }
  | { type: 'invitation.withdrawn'; email: string }
  | { type: 'member.joined'; role: Role }
  | { type: 'member.role-changed'; userId: string; from: Role; to: Role }
  | { type: 'member.removed'; userId: string }
  | { type: 'account.password-changed' }
  | (OnFact & { type: 'fact.kept'; says: string; fromClaimId: string })
  | (OnFact & { type: 'fact.added'; says: string; basis: string })
  | (OnFact & { type: 'fact.changed'; changes: Changes })
  | (OnFact & { type: 'fact.retired'; reason: string })
  | (OnFact & { type: 'fact.restored' })
  | {
      type: 'facts.ruled'
      factIds: string[]
      subjects: string[]
      /** Null where both hold. */
      holdsId: string | null
      reason: string
    }
  | { type: 'facts.imported'; name: string; factIds: string[]; left: number }
  | (OnDifference & { type: 'difference.dismissed' | 'difference.restored' })
  | (OnView & { type: 'view.saved'; query: string; isShared: boolean })
  | (OnView & { type: 'view.renamed'; from: string })
  | (OnView & { type: 'view.shared' | 'view.kept-back' | 'view.deleted' })
  | { type: 'password-link.made'; userId: string; byOperator?: true; byMail?: true }
  | { type: 'account.password-set-by-link'; byMail?: true }
  | { type: 'account.logged-out-everywhere' | 'account.confirmed' }
  | { type: 'second-factor.begun' | 'second-factor.set-up' | 'second-factor.turned-off' }
  | { type: 'second-factor.codes-made' }
  | { type: 'second-factor.reset'; userId: string; byOperator?: true }
  | { type: 'account.log-in-ended'; device: string }
  | { type: 'account.other-log-ins-ended' }
  | { type: 'member.log-ins-ended'; userId: string }
  | (OnToken & { type: 'token.made'; scopes: ApiScope[]; until: string })
  | (OnToken & { type: 'token.revoked' })
  | { type: 'account.mail-chosen' }
  | (OnArticle & {
      type: 'article.brought'
      /** Where its text was copied from, if it was. */
      copyOf?: { headline: string; revision: number }
      headline: string
      revision: number
      sha256: string
      words: number
    })
  | (OnArticle & {
      type: 'document.brought'
      documentId: string
      name: string
      sha256: string
      revision: number
    })
  /** Which version of an item from elsewhere a revision was read from. */
  | (OnArticle & {
      type: 'item.brought'
      kind: ItemKind
      uri: string
      version: string
      revision: number
    })
  | (OnArticle & {
      type: 'document.notes-found'
      documentId: string
      name: string
      /** How many are proposed now, and how many were said before. */
      proposed: number
      known: number
    })
  | (OnWords & { type: 'document.note-taken'; noteId: string; use: NoteUse; text: string })
  | (OnArticle & {
      type: 'sheet.brought'
      name: string
      revision: number
      /** How many of its rows, and what was made of them. */
      checks: number
      claims: number[]
      evidence: number
    })
  | (OnArticle & { type: 'document.note-left'; noteId: string; text: string })
  | (OnArticle & { type: 'document.note-reopened'; noteId: string; text: string })
  | (OnArticle & {
      type: 'revision.brought'
      revision: number
      sha256: string
      words: number
      /** The numbers of the claims by what became of them; together all that are not cut. */
      claims: Record<Outcome, number[]>
      /** Of those that were carried: where only the typographic form of the words differs. */
      typographicOnly: number[]
      /** The claims that were checked and have to be checked again. */
      recheck: number[]
      /** Those whose checks stand while the words around them are others; left out where there are none. */
      reframed?: number[]
      /** Words that are accounted for without a claim, and dismissed proposals. */
      marks: Carried
      dismissals: Carried
    })
  | (OnArticle & { type: 'article.changed'; changes: Changes })
  | (OnArticle & { type: 'article.archived' | 'article.restored' })
  | (OnArticle & { type: 'article.copied'; copyId: string; revision: number })
  | (OnArticle & { type: 'article.moved'; from: ArticleState; to: ArticleState })
  | (OnWords & { type: 'open-item.accepted'; kind: OpenItemKind; what: string; reason: string })
  | (OnWords & {
      type: 'open-item.acceptance-withdrawn'
      /** Left out of entries that were sealed before it was kept. */
      kind?: OpenItemKind
      what: string
    })
  | (OnSigned & {
      type: 'article.signed-off'
      sha256: string
      role: Role
      statement: string
      /** What was open and accepted. */
      accepted: OpenOnRecord[]
    })
  | (OnSigned & { type: 'sign-off.revoked'; reason: string })
  | (OnSigned & {
      type: 'sign-off.superseded' | 'sign-off.fallen'
      /** The numbers of the claims that made it fall. */
      claims: number[]
      /** What else did, a sentence each. */
      because: string[]
    })
  | (OnSigned & { type: 'sign-off.completed' })
  | (OnBox & {
      type: 'readers-box.signed'
      /** The numbers of the claims that readers are told about. */
      claims: number[]
      /** The one that it took the place of. */
      instead?: string
    })
  | (OnBox & { type: 'readers-box.revoked'; reason: string })
  | (OnBox & {
      type: 'readers-box.superseded' | 'readers-box.fallen'
      /** The numbers of the claims that made it fall; of a fallen one without any, its text is not signed off any more. */
      claims: number[]
    })
  | (OnArticle & { type: 'article.published'; revision: number; sha256: string })
  | (OnSigned & {
      type: 'article.published-in-emergency'
      sha256: string
      role: Role
      statement: string
      reason: string
      /** What was open then and must still be done. */
      open: OpenOnRecord[]
    })
  | (OnArticle & { type: 'article.publishing-taken-back'; reason: string })
  | (OnArticle & { type: 'article.withdrawn'; reason: string })
  | (OnArticle & { type: 'article.reinstated'; reason: string })
  | (OnWords & {
      type: 'article.corrected'
      /** Counts the corrections of an article from 1. */
      correction: number
      revision: number
      published: string
      corrected: string
      cause: CorrectionCause
      notice: string
    })
  | (OnClaim & {
      type: 'claim.marked'
      words: string
      start: number
      end: number
      revision: number
      claimType: ClaimType
    })
  | (OnClaim & { type: 'claim.changed'; changes: Changes })
  | (OnClaim & { type: 'claim.status-set'; from: WorkStatus; to: WorkStatus })
  | (OnClaim & {
      type: 'claim.unplaced'
      what: Exclude<Outcome, 'kept' | 'moved'>
      words: string
      revision: number
    })
  | (OnClaim & {
      type: 'claim.placed'
      from: string
      words: string
      start: number
      end: number
      revision: number
      how: 'proposed' | 'by hand' | 'applied' | 'corrected'
    })
  | (OnClaim & { type: 'claim.displaced'; words: string; revision: number })
  /** Checks hold that were made while the words around the claim were others. */
  | (OnClaim & {
      type: 'claim.frame-held'
      aspects: Aspect[]
      before: string
      after: string
      revision: number
    })
  /** A source fell that it rests on: what was found before counts no longer. */
  | (OnClaim & OnSource & { type: 'claim.sent-to-recheck'; reason: string })
  | (OnClaim & { type: 'claim.cut'; reason: string })
  | (OnClaim & { type: 'claim.restored' })
  | (OnClaim & {
      type: 'verdict.given'
      verdictId: string
      aspect: Aspect
      verdict: VerdictKind
      instead: VerdictKind | null
      words: string
      /** Left out of first checks. */
      check?: 'second' | 'deciding'
      /** Of a second check: whether the first could not be seen until this was saved. */
      blind?: boolean
      /** The two checks of these words differ now. */
      disagrees?: true
    })
  /** What somebody said of the claim and an earlier one; null: the answer before is taken back. */
  | (OnClaim & {
      type: 'earlier-check.answered'
      otherId: string
      otherNumber: number
      /** Whether the other is a claim of another article. */
      isElsewhere: boolean
      answer: PairAnswer | null
    })
  | (OnClaim & { type: 'second-check.asked' })
  | (OnClaim & { type: 'second-check.withdrawn' })
  | (OnClaim & { type: 'second-checker.named'; userId: string | null })
  | (OnClaim & { type: 'support.waived'; aspect: Aspect; reason: string })
  | (OnArticle & {
      type: 'coverage.marked'
      kind: CoverageKind
      /** What was marked, in the order of the text. */
      words: string[]
      reason: string
    })
  | (OnArticle & { type: 'coverage.unmarked'; kind: CoverageKind; words: string[] })
  | (OnArticle & { type: 'candidate.dismissed'; words: string; rule: string })
  | (OnArticle & { type: 'candidate.restored'; words: string })
  | (OnArticle & {
      type: 'contradiction.answered'
      answer: 'one' | 'other' | 'both'
      why: string
      /** The words of the two places. */
      words: string[]
    })
  | (OnArticle & { type: 'contradiction.reopened'; words: string[] })
  | { type: 'source.added'; sourceId: string; title: string; kind: SourceKind }
  | { type: 'source.changed'; sourceId: string; title: string; changes: Changes }
  | (OnSource & {
      type: 'source.merged'
      intoId: string
      into: string
      evidence: number
      captures: number
    })
  | (OnSource & { type: 'source.merge-undone'; intoId: string; into: string })
  | (OnSource & { type: 'source.weighed'; text: string })
  | (OnSource & {
      type: 'source.fell'
      reason: string
      /** How many claims were sent to recheck, and about how many that are out an editor is asked. */
      rechecked: number
      asked: number
    })
  | (OnSource & { type: 'source.stood-again' })
  | { type: 'published-checks.brought'; name: string; added: number; updated: number }
  | { type: 'published-checks.removed'; publisher: string; count: number }
  | { type: 'origins.grouped'; sourceIds: string[]; titles: string[] }
  | { type: 'origins.kept-apart'; sourceIds: string[]; titles: string[] }
  | { type: 'origin.parted'; sourceId: string; title: string; from: string[] }
  | {
      type: 'files.checked'
      /** How many were read. */
      files: number
      /** The SHA-256 of those that are not there, or not as they were kept. */
      gone: string[]
      altered: string[]
      /** How many stand with the newsroom's that nothing on record names. */
      unclaimed: number
    }
  | { type: 'file.arrived'; sha256: string; bytes: number; name: string }
  | {
      type: 'capture.kept'
      sourceId: string
      title: string
      captureId: string
      /** The SHA-256 of each of its files. */
      files: string[]
      /** Of a page: where it was asked for. */
      address?: string
    }
  /** How often the kept pages of an article are looked at again, and how many there are. */
  | (OnArticle & { type: 'watch.set'; schedule: Schedule; pages: number })
  | (OnArticle & { type: 'watch.looks-asked'; pages: number })
  | (OnArticle & {
      type: 'page.looked-at'
      sourceId: string
      title: string
      address: string
      found: Found
      /** Why it was not reached, or is gone, in a sentence; empty otherwise. */
      says: string
      /** The copy that was kept of it as it is now, where it changed. */
      captureId?: string
      /** When it is looked at next, as ISO 8601. */
      again: string
    })
  | { type: 'host.allowed'; host: string; port: number }
  | { type: 'host.forbidden'; host: string; port: number }
  | (OnWebhook & { type: 'webhook.added' | 'webhook.removed' | 'webhook.tested' })
  | (OnWebhook & { type: 'webhook.changed'; isOn: boolean })
  | (OnWebhook & { type: 'webhook.secret-rotated' })
  | (OnWebhook & { type: 'webhook.delivery-resent'; deliveryId: string })
  /** By itself, with why in a sentence. */
  | (OnWebhook & { type: 'webhook.switched-off'; says: string })
  | (OnJob & { type: 'job.asked' })
  | (OnJob & { type: 'job.cancelled' })
  | (OnJob & { type: 'job.retried' })
  | (OnArticle & {
      type: 'bundle.made'
      revision: number
      sha256: string
      bytes: number
      /** The kept files that are not in it, by their SHA-256, because they are gone or were altered. */
      leftOut: string[]
      /** The older bundles of whoever made it whose bytes were let go for it, by their SHA-256. */
      letGo?: string[]
    })
  | { type: 'authority.added'; authorityId: string; name: string; address: string }
  | { type: 'authority.removed'; authorityId: string; name: string }
  | (OnCapture & { type: 'time-stamp.asked'; authorities: string[] })
  | (OnCapture & {
      type: 'time-stamp.granted'
      authority: string
      /** What the authority vouches for, as ISO 8601. */
      datedAt: string
      /** The SHA-256 of its whole answer. */
      response: string
    })
  | (OnCapture & {
      type: 'time-stamp.failed'
      authority: string
      says: string
      /** When it is asked again, as ISO 8601; null: not by itself. */
      again: string | null
    })
  | (OnClaim & {
      type: 'evidence.attached'
      evidenceId: string
      sourceId: string
      title: string
      stance: Stance
      locator: string
    })
  | (OnClaim & { type: 'evidence.changed'; evidenceId: string; title: string; changes: Changes })
  | (OnClaim & {
      type: 'comparison.named'
      comparisonId: string
      evidenceId: string
      title: string
      kind: ComparisonKind
      reading: Reading
      printed: string
    })
  | (OnClaim & { type: 'evidence.detached'; evidenceId: string; title: string; reason: string })
  | (OnQuery & { type: 'query.asked'; words: string; question: string; blocking: boolean })
  | (OnQuery & { type: 'query.answered'; text: string; writersWord: string })
  | (OnQuery & { type: 'query.closed'; text: string })
  | (OnQuery & { type: 'query.reopened'; text: string })
  | (OnSuggestion & { type: 'suggestion.made'; after: string; reason: ChangeReason })
  | (OnSuggestion & { type: 'suggestion.accepted'; after: string; edited: boolean })
  | (OnSuggestion & { type: 'suggestion.stet'; reason: string })
  | (OnSuggestion & { type: 'suggestion.applied'; after: string; revision: number })
  | (OnSuggestion & { type: 'suggestion.withdrawn' })
  | (OnSuggestion & { type: 'suggestion.dissented'; text: string })
  | (OnClaim & { type: 'comment.written'; commentId: string; text: string; mentions: string[] })
  | (OnClaim & { type: 'comment.resolved'; commentId: string })
  | (OnClaim & { type: 'comment.reopened'; commentId: string })

/** What a line of the log tells somebody: what happened, or that a verdict was given which they may not know yet. */
export type ToldEvent = DeskEvent | (OnClaim & { type: 'verdict.hidden' })
