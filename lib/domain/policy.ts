/**
 * Who may do what. This page is the whole answer: nothing else in the code compares roles.
 */

import type { QueryTo, Risk, Role, SecondCheckRule } from './vocabulary'

declare const proven: unique symbol

/** A person whose place in one newsroom has been looked up. Only `lib/auth` makes these. */
export interface Actor {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly sessionId: string
  readonly newsroomId: string
  readonly newsroomSlug: string
  readonly newsroomName: string
  readonly selfCheck: boolean
  /** The newsroom’s time zone (IANA). */
  readonly timeZone: string
  readonly secondCheck: SecondCheckRule
  readonly secondCheckRisks: readonly Risk[]
  readonly role: Role
  /** The newsroom requires a second factor, and they have none: they set one up before anything else. */
  readonly lacksSecondFactor: boolean
  /** Whether this is a program of the newsroom and no person: it proposes, and decides nothing. */
  readonly isProgram: boolean
  /** When they last showed who they are at this log-in; null where nobody can, as in a job. */
  readonly confirmedAt: Date | null
  /** Where the newsroom's log ended when the actor was looked up: what a page of theirs has seen. */
  readonly seenSeq: number
  readonly [proven]: true
}

/** Who works on an article. */
export interface ArticleFacts {
  writerIds: readonly string[]
  checkerIds: readonly string[]
}

/** Who works on an article, and who wrote the words that somebody is about to check or to sign for. */
export interface WrittenFacts extends ArticleFacts {
  /** By record, whoever is listed now: those of the claim, or of the whole text. */
  wroteIds: readonly string[]
}

/** Whom a query asks; a query to the lawyer may name the member who answers. */
export interface QueryFacts extends ArticleFacts {
  to: QueryTo
  toUserId: string | null
}

/** Whoever closes a query is not the writer who answered it. */
export interface QueryCloseFacts extends ArticleFacts {
  /** Who answered it as the writer, by record, whoever is listed now. */
  answeredIds: readonly string[]
}

/** Whose a saved view is, and whether everybody uses it. */
export interface ViewFacts {
  ownedById: string
  isShared: boolean
}

/** What each permission has to know about the thing it guards. */
export interface Facts {
  'newsroom.manage': unknown
  'newsroom.read-log': unknown
  'account.change': { userId: string }
  'token.revoke': { userId: string }
  'view.save': unknown
  'view.edit': ViewFacts
  'view.share': unknown
  'article.bring': unknown
  'article.edit': ArticleFacts
  'article.move': ArticleFacts
  'article.read': ArticleFacts
  'article.revise': ArticleFacts
  'claim.mark': ArticleFacts
  'claim.edit': ArticleFacts
  'claim.rate': WrittenFacts
  'claim.decide': WrittenFacts
  'claim.waive': WrittenFacts
  'evidence.attach': ArticleFacts
  'coverage.mark': ArticleFacts
  'coverage.waive': WrittenFacts
  'query.ask': ArticleFacts
  'query.answer': QueryFacts
  'query.close': QueryCloseFacts
  'suggestion.make': ArticleFacts
  'suggestion.decide': ArticleFacts
  'suggestion.apply': ArticleFacts
  'suggestion.withdraw': { madeById: string }
  'suggestion.dissent': ArticleFacts
  'claim.comment': ArticleFacts
  'sign-off.give': WrittenFacts
  'sign-off.revoke': ArticleFacts
  'article.publish': ArticleFacts
  'article.correct': ArticleFacts
  'source.add': unknown
  'source.edit': { addedById: string }
  'source.keep': unknown
  'job.manage': { askedById: string }
  'source.judge-origin': unknown
  'fact.keep': ArticleFacts
  'fact.change': { keptById: string }
  'fact.rule': unknown
  'ledger.manage': unknown
  'source.weigh': unknown
  'source.manage': unknown
  'published-check.bring': unknown
}

export type Permission = keyof Facts

const rules: { [P in Permission]: (actor: Actor, facts: Facts[P]) => boolean } = {
  'newsroom.manage': (actor) => manages(actor),
  'newsroom.read-log': (actor) => holds(actor, 'admin', 'editor', 'auditor'),
  'account.change': (actor, { userId }) => actor.userId === userId,
  // Their own, and an admin's: everybody's, and the newsroom's.
  'token.revoke': (actor, { userId }) => actor.userId === userId || manages(actor),

  // A view says only how somebody looks at the list; everybody has their own.
  'view.save': () => true,
  'view.edit': (actor, view) => view.ownedById === actor.userId || (view.isShared && edits(actor)),
  'view.share': (actor) => edits(actor),

  'article.bring': (actor) => holds(actor, 'admin', 'editor', 'checker', 'writer'),
  'article.edit': (actor) => edits(actor),
  'article.move': (actor, article) => edits(actor) || checks(actor, article),
  'article.read': (actor, article) =>
    readsEverything(actor) || article.checkerIds.includes(actor.userId) || writes(actor, article),
  'article.revise': (actor, article) =>
    edits(actor) || checks(actor, article) || writes(actor, article),

  'claim.mark': (actor, article) => edits(actor) || checks(actor, article),
  'claim.edit': (actor, article) => edits(actor) || checks(actor, article),
  // The writer does not check their own claims, unless the newsroom is set to self-check.
  'claim.rate': (actor, article) =>
    (actor.selfCheck || !wrote(actor, article)) &&
    (edits(actor) || checks(actor, article) || (actor.selfCheck && writes(actor, article))),
  'claim.decide': (actor, article) => edits(actor) && rules['claim.rate'](actor, article),
  'claim.waive': (actor, article) => waives(actor, article),
  'coverage.mark': (actor, article) => edits(actor) || checks(actor, article),
  'coverage.waive': (actor, article) => waives(actor, article),
  'evidence.attach': (actor, article) =>
    edits(actor) || checks(actor, article) || writes(actor, article),

  'query.ask': (actor, article) => edits(actor) || checks(actor, article),
  'query.answer': (actor, query) => {
    if (query.to === 'writer') return writes(actor, query)
    return edits(actor) || (query.toUserId === actor.userId && !holds(actor, 'auditor'))
  },
  // As with verdicts: what is asked of the writer is not the writer's to close, listed or not.
  'query.close': (actor, { answeredIds, ...article }) =>
    (actor.selfCheck || ![...article.writerIds, ...answeredIds].includes(actor.userId)) &&
    (edits(actor) || checks(actor, article)),
  'suggestion.make': (actor, article) => edits(actor) || checks(actor, article),
  'suggestion.decide': (actor) => edits(actor),
  // It makes a new text of what was decided, so it takes both: to decide, and to bring a text in.
  'suggestion.apply': (actor, article) =>
    can(actor, 'suggestion.decide', article) && can(actor, 'article.revise', article),
  'suggestion.withdraw': (actor, { madeById }) =>
    !holds(actor, 'auditor') && madeById === actor.userId,
  'suggestion.dissent': (actor, article) => edits(actor) || checks(actor, article),
  'claim.comment': (actor, article) =>
    edits(actor) || checks(actor, article) || (actor.selfCheck && writes(actor, article)),

  // As with verdicts: nobody signs for what they wrote, unless the newsroom is set to self-check.
  'sign-off.give': (actor, article) => edits(actor) && (actor.selfCheck || !wrote(actor, article)),
  'sign-off.revoke': (actor) => edits(actor),
  'article.publish': (actor) => edits(actor),
  'article.correct': (actor) => edits(actor),

  'source.add': (actor) => holds(actor, 'admin', 'editor', 'checker', 'writer'),
  // Whoever sees a source may add to what is kept of it; nobody changes what was kept.
  'source.keep': (actor) => holds(actor, 'admin', 'editor', 'checker', 'writer'),
  // Their own, and an admin's: everybody's.
  'job.manage': (actor, { askedById }) =>
    manages(actor) || (actor.userId === askedById && !holds(actor, 'auditor')),
  // How many reported on their own is part of the check, which is not the writer's.
  'source.judge-origin': (actor) => holds(actor, 'admin', 'editor', 'checker'),
  // A fact is kept by whoever may check the claim that it comes from. Everybody in the newsroom reads it.
  'fact.keep': (actor, article) => edits(actor) || checks(actor, article),
  'fact.change': (actor, { keptById }) =>
    edits(actor) || (holds(actor, 'checker') && keptById === actor.userId),
  'fact.rule': (actor) => holds(actor, 'admin', 'editor', 'checker'),
  'ledger.manage': (actor) => edits(actor),
  'source.weigh': (actor) => holds(actor, 'admin', 'editor', 'checker'),
  // What falls, and what becomes another, changes what rests on it in articles that others work on.
  'source.manage': (actor) => edits(actor),
  // They are offered to everybody, and what is offered steers the check.
  'published-check.bring': (actor) => holds(actor, 'admin', 'editor', 'checker'),
  'source.edit': (actor, source) =>
    edits(actor) || (holds(actor, 'checker', 'writer') && source.addedById === actor.userId),
}

/** Whether the actor may do this to that. */
export function can<P extends Permission>(actor: Actor, permission: P, facts: Facts[P]): boolean {
  if (actor.isProgram && isOfPersons(permission)) return false
  return rules[permission](actor, facts)
}

/** What a program never does in its own name, whatever its role: verdicts, decisions and signatures are a person's. */
const OF_PERSONS = [
  'claim.rate',
  'claim.decide',
  'claim.waive',
  'coverage.waive',
  'query.answer',
  'query.close',
  'suggestion.decide',
  'suggestion.apply',
  'suggestion.dissent',
  'sign-off.give',
  'sign-off.revoke',
] as const satisfies readonly Permission[]

const isOfPersons = (permission: Permission) => OF_PERSONS.some((one) => one === permission)

/** Says to somebody who may not do this why, once they asked for it. */
export function whyNot<P extends Permission>(actor: Actor, permission: P, facts: Facts[P]): string {
  if (actor.isProgram && isOfPersons(permission))
    return 'A program proposes; a person decides this.'
  const kept = isOfWriters(permission) && keptByWriting(actor, permission, facts as WrittenFacts)
  return kept || 'Your part in this article or newsroom does not let you do this.'
}

/** Says to somebody who wrote words, and would otherwise check them or sign for them, why they may not; null to others. */
export function keptByWriting(
  actor: Actor,
  permission: keyof typeof WRITERS_DO_NOT,
  facts: WrittenFacts,
): string | null {
  const unwritten = { ...facts, writerIds: [], wroteIds: [] }
  const isKept = !can(actor, permission, facts) && can(actor, permission, unwritten)
  return isKept ? `${WRITERS_DO_NOT[permission]} ${WHO_WROTE}` : null
}

const isOfWriters = (permission: Permission): permission is keyof typeof WRITERS_DO_NOT =>
  permission in WRITERS_DO_NOT

const WRITERS_DO_NOT = {
  'claim.rate': 'You wrote words of this claim, so somebody else checks it.',
  'claim.decide': 'You wrote words of this claim, so another editor decides.',
  'claim.waive': 'You wrote words of this claim, so another editor waives what it lacks.',
  'coverage.waive': 'You wrote some of these words, so another editor lets them stand.',
  'sign-off.give': 'You wrote words of this text, so another editor signs it off.',
} as const

const WHO_WROTE = 'Whoever brings words in is their writer, listed or not.'

/** Whether somebody of this role looks after the newsroom; it never is without one who does. */
export function manages({ role }: { role: Role }): boolean {
  return role === 'admin'
}

/** Whether the actor sees every article of the newsroom, or only those they work on. */
export function readsEverything(actor: { role: Role }): boolean {
  return holds(actor, 'admin', 'editor', 'auditor')
}

/** Whether the actor sees every source of the newsroom, or only their own and those of their articles. */
export function readsEverySource(actor: Actor): boolean {
  return readsEverything(actor) || holds(actor, 'checker')
}

/**
 * Whether somebody hears what those who check an article say among themselves: its comments, and what
 * is asked of the editor and the lawyer. Writers are asked; they do not listen, unless they check too.
 */
export function hearsCheck(
  person: { userId: string; role: Role; selfCheck: boolean },
  article: ArticleFacts,
): boolean {
  const works = [...article.checkerIds, ...(person.selfCheck ? article.writerIds : [])]
  return readsEverything(person) || works.includes(person.userId)
}

/** Which roles can take which part in an article. */
const PARTS = {
  editor: ['admin', 'editor'],
  checker: ['admin', 'editor', 'checker'],
  writer: ['admin', 'editor', 'checker', 'writer'],
} as const satisfies Record<string, readonly Role[]>

export type Part = keyof typeof PARTS

/** Whether somebody of this role can be an article's editor, checker or writer. */
export function canBe(role: Role, part: Part): boolean {
  return PARTS[part].some((one) => one === role)
}

/** The part that somebody takes in an article they bring in, where they would not see it otherwise. */
export function partOfBringer(actor: Actor): 'checker' | 'writer' | null {
  if (readsEverything(actor)) return null
  return canBe(actor.role, 'checker') ? 'checker' : 'writer'
}

/** Whether a claim of this article can be given to this member to check. */
export function canBeAssigned(
  actor: Pick<Actor, 'selfCheck'>,
  member: { userId: string; role: Role },
  article: ArticleFacts,
): boolean {
  const writes = canBe(member.role, 'writer') && article.writerIds.includes(member.userId)
  if (writes) return actor.selfCheck
  const checks = canBe(member.role, 'checker') && article.checkerIds.includes(member.userId)
  return canBe(member.role, 'editor') || checks
}

/** Whether this member can answer what is asked of the lawyer: whoever hears the check, and does not only read. */
export function canAnswerForLawyer(
  actor: Pick<Actor, 'selfCheck'>,
  member: { userId: string; role: Role },
  article: ArticleFacts,
): boolean {
  const { selfCheck } = actor
  return canBe(member.role, 'writer') && hearsCheck({ ...member, selfCheck }, article)
}

/** An admin is an editor too: some newsrooms are one person. */
const edits = (actor: Actor) => holds(actor, 'admin', 'editor')

const checks = (actor: Actor, article: ArticleFacts) =>
  holds(actor, 'checker') && article.checkerIds.includes(actor.userId)

const writes = (actor: Actor, article: ArticleFacts) =>
  !holds(actor, 'auditor') && article.writerIds.includes(actor.userId)

/** A listed writer waives nothing. With self-check, whoever brought the words in may: they may be all of the newsroom. */
const waives = (actor: Actor, article: WrittenFacts) =>
  edits(actor) &&
  !article.writerIds.includes(actor.userId) &&
  (actor.selfCheck || !wrote(actor, article))

/** Whether they are a writer of these words: by record, or because they are listed. */
const wrote = ({ userId }: Actor, { writerIds, wroteIds }: WrittenFacts) =>
  writerIds.includes(userId) || wroteIds.includes(userId)

function holds(actor: { role: Role }, ...roles: Role[]): boolean {
  return roles.includes(actor.role)
}
