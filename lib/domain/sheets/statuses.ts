import { SETTABLE_STATUSES } from '../claims/status'
import { keysOf, type Stance, VERDICTS, type VerdictKind, WORK_STATUSES } from '../vocabulary'

type Settable = (typeof SETTABLE_STATUSES)[number]

/**
 * What a status of a sheet can stand for here: where the work stands, or what an earlier check found. What was found
 * elsewhere gives no verdict: it is written down beside the claim, which is in progress until a person gives theirs.
 */
export type Meaning = Settable | VerdictKind

export const MEANINGS = [
  ...SETTABLE_STATUSES,
  ...keysOf(VERDICTS),
] as const satisfies readonly Meaning[]

export const isVerdict = (meaning: Meaning): meaning is VerdictKind =>
  Object.hasOwn(VERDICTS, meaning)

export const meaningWord = (meaning: Meaning): string =>
  isVerdict(meaning) ? VERDICTS[meaning] : WORK_STATUSES[meaning]

/** Where the work on a claim stands that is made of checks with these meanings: alike, or else in progress. */
export function workStatusOf(meanings: readonly Meaning[]): Settable {
  const statuses = new Set(meanings.map((one) => (isVerdict(one) ? 'in_progress' : one)))
  const [only, ...others] = statuses
  return only !== undefined && others.length === 0 ? only : 'in_progress'
}

/** What a source most likely does to a claim of which this was found; whoever brings the sheet says what holds. */
export const proposedStance = (meaning: Meaning): Stance => STANCES_OF[meaning] ?? 'context'

const STANCES_OF: Partial<Record<Meaning, Stance>> = {
  confirmed: 'supports',
  ok_with_change: 'limits',
  incorrect: 'contradicts',
}

/** Words as they stand in columns of statuses, in small letters. What is none of them leaves the claim unchecked. */
const WORDS: Partial<Record<Meaning, string>> = {
  in_progress:
    'in progress|wip|ongoing|checking|pending|partly checked|checked|in arbeit|in bearbeitung|geprüft|en cours|en curso|in corso|em andamento|bezig|devam ediyor|в работе|в процесі|w toku',
  waiting_writer:
    'waiting (writer)|waiting for writer|waiting for author|ask writer|ask author|query|rückfrage',
  waiting_source: 'waiting (source)|waiting for source|awaiting reply|awaiting source',
  confirmed:
    'confirmed|true|correct|ok|okay|verified|accurate|supported|right|✓|✔|✅|richtig|wahr|bestätigt|stimmt|belegt|korrekt|vrai|exact|confirmé|vérifié|correcto|verdadero|confirmado|verificado|vero|confermato|verificato|corretto|verdadeiro|juist|waar|bevestigd|klopt|doğru|teyit edildi|onaylandı|верно|правда|подтверждено|підтверджено|правильно|prawda|potwierdzone|صحيح|مؤكد',
  ok_with_change:
    'ok with change|ok with changes|correct with change|needs change|amend|to fix|mit änderung|änderung nötig|à modifier|con cambios|da correggere',
  incorrect:
    'incorrect|false|wrong|refuted|contradicted|inaccurate|not true|✗|✘|❌|falsch|unwahr|widerlegt|stimmt nicht|faux|erroné|inexact|falso|incorrecto|sbagliato|errato|onjuist|onwaar|yanlış|неверно|ложь|хибно|неправда|fałsz|خطأ|خاطئ',
  misleading:
    'misleading|out of context|missing context|irreführend|trompeur|engañoso|fuorviante|enganoso|misleidend|yanıltıcı|вводит в заблуждение|оманливо|wprowadza w błąd|مضلل',
  cannot_be_stood_up:
    'cannot be stood up|unverifiable|not found|no evidence|unproven|unsupported|unbelegt|nicht belegt|non vérifiable|sin pruebas|non verificabile|niet te verifiëren|kanıtsız|не подтверждено|brak dowodów',
  disputed:
    'disputed|contested|conflicting|umstritten|contesté|disputado|controverso|betwist|tartışmalı|спорно|sporne',
  on_author: 'on author|on writer|per author|per writer',
  not_checkable:
    'not checkable|uncheckable|opinion|meinung|nicht prüfbar|opinión|opinione|opinião|mening|görüş|мнение|opinia|رأي',
}

const KNOWN = new Map(
  Object.entries(WORDS).flatMap(([meaning, words]) =>
    words.split('|').map((word) => [word, meaning as Meaning] as const),
  ),
)

/** What a status most likely stands for; one that nobody knows leaves its claim unchecked. */
export const proposedMeaning = (status: string): Meaning =>
  KNOWN.get(statusKey(status)) ?? 'unchecked'

/** Statuses that differ in capitals and white space alone are one. */
export const statusKey = (status: string) =>
  status
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^\s+|[\s.!]+$/g, '')
