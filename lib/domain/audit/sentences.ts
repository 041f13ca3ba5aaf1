import { OUTCOMES, type Outcome } from '../anchoring/outcomes'
import { itemName } from '../articles/item-version'
import { NOTE_USES } from '../articles/note-proposal'
import { readingInWords } from '../comparisons/benches/readings'
import { JOB_KINDS, type JobKind } from '../jobs/job'
import { escapeInvisible } from '../text/invisible-characters'
import {
  ARTICLE_STATES,
  ASPECTS,
  CHANGE_REASONS,
  CORRECTION_CAUSES,
  COVERAGE_KINDS,
  claimNumber,
  FACT_KINDS,
  type FactKind,
  type QueryTo,
  ROLES,
  STANCES,
  VERDICTS,
  WORK_STATUSES,
} from '../vocabulary'
import { FOUND } from '../watches/look'
import { SCHEDULES } from '../watches/schedule'
import type { Changes, DeskEvent, ToldEvent } from './events'

/**
 * What happened, as the rest of a sentence that begins with the name of the person who did it. Nothing
 * that is quoted in it can hide or turn the rest.
 */
export function sentenceOf(event: ToldEvent, nameOf: (userId: string) => string): string {
  return escapeInvisible(phraseOf(event, nameOf))
}

function phraseOf(event: ToldEvent, nameOf: (userId: string) => string): string {
  switch (event.type) {
    case 'newsroom.founded':
      return `founded the newsroom “${event.name}”`
    case 'newsroom.changed':
      return `changed the newsroom: ${list(event.changes)}`
    case 'proposals.counted-anew':
      return `started to count anew what is made of proposals; ${event.answers} ${event.answers === 1 ? 'answer weighs' : 'answers weigh'} no more`
    case 'member.invited':
      return `invited ${event.email} as ${role(event.role)}`
    case 'invitation.withdrawn':
      return `withdrew the invitation of ${event.email}`
    case 'member.joined':
      return `joined as ${role(event.role)}`
    case 'member.role-changed':
      return `made ${nameOf(event.userId)} ${role(event.to)} instead of ${role(event.from)}`
    case 'member.removed':
      return `removed ${nameOf(event.userId)} from the newsroom`
    case 'account.password-changed':
      return 'changed their password'
    case 'password-link.made':
      if (event.byMail) {
        return 'was sent a link for a new password by mail, for somebody typed their address at the log-in'
      }
      return event.byOperator
        ? 'was given a link for a new password by whoever runs Stet'
        : `made a link by which ${nameOf(event.userId)} can choose a new password`
    case 'account.password-set-by-link':
      return event.byMail
        ? 'chose a new password by a link that came by mail'
        : 'chose a new password by a link that an admin made'
    case 'account.logged-out-everywhere':
      return 'logged out everywhere'
    case 'account.confirmed':
      return 'confirmed who they are, for what asks for it'
    case 'second-factor.begun':
      return 'began to set up a second factor'
    case 'second-factor.set-up':
      return 'set up a second factor'
    case 'second-factor.turned-off':
      return 'turned off their second factor'
    case 'second-factor.codes-made':
      return 'made new recovery codes for their second factor'
    case 'second-factor.reset':
      return event.byOperator
        ? 'lost their second factor: whoever runs Stet reset it'
        : `took away the second factor of ${nameOf(event.userId)}`
    case 'account.log-in-ended':
      return `ended a log-in of theirs: ${event.device || 'on another device'}`
    case 'account.other-log-ins-ended':
      return 'ended all other log-ins of theirs'
    case 'member.log-ins-ended':
      return `ended every log-in of ${nameOf(event.userId)}`
    case 'token.made':
      return `made ${token(event)} to ${event.scopes.join(', ')} until ${event.until.slice(0, 10)}`
    case 'token.revoked':
      return `revoked ${token(event)}`
    case 'webhook.added':
      return `had ${event.host} told what happens (webhook)`
    case 'webhook.removed':
      return `had ${event.host} told nothing any more (webhook)`
    case 'webhook.tested':
      return `sent a test to ${event.host} (webhook)`
    case 'webhook.changed':
      return `changed what ${event.host} is told (webhook), and left it ${event.isOn ? 'on' : 'off'}`
    case 'webhook.secret-rotated':
      return `made another secret for ${event.host} (webhook)`
    case 'webhook.delivery-resent':
      return `sent something to ${event.host} again (webhook)`
    case 'webhook.switched-off':
      return `added ${event.host} (webhook), which Stet switched off: ${event.says}`
    case 'account.mail-chosen':
      return 'chose what of that which waits for them comes by mail'
    case 'article.brought':
      return `brought in “${event.headline}”, ${event.words} words, as revision ${event.revision}${event.copyOf ? `, copied from revision ${event.copyOf.revision} of “${event.copyOf.headline}”` : ''}`
    case 'document.brought':
      return `brought the text of revision ${event.revision} in from the document “${event.name}”`
    case 'item.brought':
      return `brought the text of revision ${event.revision} in from ${itemName(event)}`
    case 'document.notes-found':
      return `found ${event.proposed} notes, comments and links in the document “${event.name}”${event.known > 0 ? `, and ${event.known} that were there before` : ''}`
    case 'document.note-taken':
      return `took what the document says, “${event.text}”, as a ${NOTE_USES[event.use].toLowerCase()}`
    case 'document.note-left':
      return `left what the document says: “${event.text}”`
    case 'document.note-reopened':
      return `proposed again what the document says: “${event.text}”`
    case 'sheet.brought':
      return `brought ${event.checks} checks from the sheet “${event.name}”: ${event.claims.length} new claims, ${event.evidence} pieces of evidence`
    case 'revision.brought':
      return `brought in revision ${event.revision}, ${event.words} words: ${outcomes(event.claims)}`
    case 'article.changed':
      return `changed the article’s details: ${list(event.changes)}`
    case 'article.moved':
      return `moved the article from ${ARTICLE_STATES[event.from]} to ${ARTICLE_STATES[event.to]}`
    case 'article.archived':
      return 'archived the article'
    case 'article.restored':
      return 'restored the article from the archive'
    case 'article.copied':
      return `copied the text of revision ${event.revision} into an article of its own`
    case 'open-item.accepted':
      return `accepted as open: ${event.what} ${event.reason}`
    case 'open-item.acceptance-withdrawn':
      return `took back the acceptance of: ${event.what}`
    case 'article.signed-off':
      return `signed off revision ${event.revision} (SHA-256 ${event.sha256.slice(0, 12)}…)${event.accepted.length > 0 ? ` with ${counted(event.accepted.length, 'open item')} accepted` : ''}`
    case 'sign-off.revoked':
      return `revoked the sign-off of revision ${event.revision}: ${event.reason}`
    case 'sign-off.superseded':
      return `superseded the sign-off of revision ${event.revision} with a new text${because(event)}`
    case 'sign-off.fallen':
      return `made the sign-off of revision ${event.revision} fall${because(event)}`
    case 'sign-off.completed':
      return `ended the emergency of revision ${event.revision} with a full sign-off`
    case 'readers-box.signed':
      return `signed for what readers are told of revision ${event.revision}: ${event.claims.map(claimNumber).join(', ')}${event.instead ? ', in place of what was signed before' : ''}`
    case 'readers-box.revoked':
      return `took back what readers are told of revision ${event.revision}: ${event.reason}`
    case 'readers-box.superseded':
      return `superseded what readers are told of revision ${event.revision} with a new text${because({ claims: event.claims, because: [] })}`
    case 'readers-box.fallen':
      return `made what readers are told of revision ${event.revision} fall${because({ claims: event.claims, because: event.claims.length > 0 ? [] : ['The text is not signed off any more.'] })}`
    case 'article.published':
      return `published revision ${event.revision} (SHA-256 ${event.sha256.slice(0, 12)}…)`
    case 'article.published-in-emergency':
      return `published revision ${event.revision} in an emergency, with ${counted(event.open.length, 'open item')}: ${event.reason}`
    case 'article.publishing-taken-back':
      return `took back that the article is published: ${event.reason}`
    case 'article.withdrawn':
      return `withdrew the article: ${event.reason}`
    case 'article.reinstated':
      return `reinstated the article: ${event.reason}`
    case 'article.corrected':
      return `corrected “${event.published}” to “${event.corrected}”${on(event)} (${CORRECTION_CAUSES[event.cause].toLowerCase()}): ${event.notice}`
    case 'claim.marked':
      return `marked “${event.words}” as ${claimNumber(event.number)}`
    case 'claim.changed':
      return `changed ${claimNumber(event.number)}: ${list(event.changes)}`
    case 'claim.status-set':
      return `set ${claimNumber(event.number)} from ${WORK_STATUSES[event.from]} to ${WORK_STATUSES[event.to]}`
    case 'claim.unplaced':
      return `found no certain place for ${claimNumber(event.number)} in revision ${event.revision}: “${event.words}” ${LOST[event.what]}`
    case 'claim.placed':
      return `placed ${claimNumber(event.number)} on “${event.words}”${event.from === event.words ? '' : ` instead of “${event.from}”`} in revision ${event.revision}, ${HOW[event.how]}`
    case 'claim.displaced':
      return `took ${claimNumber(event.number)} back from “${event.words}” in revision ${event.revision}`
    case 'claim.frame-held':
      return `let the check of ${claimNumber(event.number)} hold with other words around it in revision ${event.revision}: “${oneLine(event.after)}” instead of “${oneLine(event.before)}”`
    case 'claim.sent-to-recheck':
      return `sent ${claimNumber(event.number)} to recheck, because the source “${event.title}” fell on which it rests: “${event.reason}”`
    case 'claim.cut':
      return `cut ${claimNumber(event.number)}: ${event.reason}`
    case 'claim.restored':
      return `took back the cut of ${claimNumber(event.number)}`
    case 'verdict.given':
      return verdictGiven(event)
    case 'verdict.hidden':
      return `gave a verdict on ${claimNumber(event.number)}, hidden until your own check is saved`
    case 'second-check.asked':
      return `asked for a second check of ${claimNumber(event.number)}`
    case 'second-check.withdrawn':
      return `took back that ${claimNumber(event.number)} was to be checked a second time`
    case 'second-checker.named':
      return event.userId
        ? `named ${nameOf(event.userId)} to give the second check of ${claimNumber(event.number)}`
        : `left the second check of ${claimNumber(event.number)} to the checkers of the article`
    case 'support.waived':
      return `accepted secondary support for “${ASPECTS[event.aspect].toLowerCase()}” of ${claimNumber(event.number)}: ${event.reason}`
    case 'coverage.marked':
      return `marked ${quoted(event.words)} as ${COVERAGE_KINDS[event.kind].toLowerCase()}${event.reason && `: ${event.reason}`}`
    case 'coverage.unmarked':
      return `took back that ${quoted(event.words)} is ${COVERAGE_KINDS[event.kind].toLowerCase()}`
    case 'candidate.dismissed':
      return `dismissed the proposal to make “${event.words}” a claim`
    case 'candidate.restored':
      return `took back the dismissal of “${event.words}”`
    case 'contradiction.answered':
      return `${rightOf(event.answer, event.words)}${event.why && `: ${event.why}`}`
    case 'contradiction.reopened':
      return `took back what was said of ${quoted(event.words)}`
    case 'query.asked':
      return `asked ${THE[event.to]} about ${place(event, event.words)}${event.blocking ? ', blocking' : ''}: ${event.question}`
    case 'query.answered':
      return `answered ${question(event)}: ${event.text}${event.writersWord && `; in the writer’s own word: “${event.writersWord}”`}`
    case 'query.closed':
      return `closed ${question(event)}${event.text && `: ${event.text}`}`
    case 'query.reopened':
      return `reopened ${question(event)}: ${event.text}`
    case 'suggestion.made':
      return `suggested ${change(event.before, event.after)}${on(event)}: ${CHANGE_REASONS[event.reason].toLowerCase()}`
    case 'suggestion.accepted':
      return `accepted ${change(event.before, event.after)}${on(event)}${event.edited ? ', with words of their own' : ''}`
    case 'suggestion.stet':
      return `let “${event.before}” stand${on(event)}: ${event.reason}`
    case 'suggestion.applied':
      return `applied ${change(event.before, event.after)}${on(event)}, in revision ${event.revision}`
    case 'suggestion.withdrawn':
      return `withdrew the suggestion to change “${event.before}”${on(event)}`
    case 'suggestion.dissented':
      return `dissented from letting “${event.before}” stand${on(event)}: ${event.text}`
    case 'comment.written':
      return `commented on ${claimNumber(event.number)}: ${event.text}`
    case 'comment.resolved':
      return `resolved a comment on ${claimNumber(event.number)}`
    case 'comment.reopened':
      return `reopened a comment on ${claimNumber(event.number)}`
    case 'source.added':
      return `added the source “${event.title}”`
    case 'source.changed':
      return `changed the source “${event.title}”: ${list(event.changes)}`
    case 'source.merged':
      return `merged the source “${event.title}” into “${event.into}”: ${event.evidence} pieces of evidence and ${event.captures} copies went there`
    case 'source.merge-undone':
      return `took back that the source “${event.title}” is “${event.into}”`
    case 'source.weighed':
      return `wrote on how far the source “${event.title}” can be trusted: “${event.text}”`
    case 'source.fell':
      return `said that the source “${event.title}” fell, which sent ${event.rechecked} claims to recheck and asks about ${event.asked} that are out: “${event.reason}”`
    case 'source.stood-again':
      return `said that the source “${event.title}” stands again`
    case 'origins.grouped':
      return `said that these are of one origin: ${named(event.titles)}`
    case 'published-checks.brought':
      return `brought fact-checks of others from “${event.name}”: ${event.added} new, ${event.updated} updated`
    case 'published-checks.removed':
      return `removed ${counted(event.count, 'fact-check')} of ${event.publisher}`
    case 'origins.kept-apart':
      return `said that these reported each on their own: ${named(event.titles)}`
    case 'origin.parted':
      return `took “${event.title}” out of the origin of ${named(event.from)}`
    case 'files.checked':
      return `checked the kept files: of ${event.files} ${event.gone.length} gone, ${event.altered.length} altered, ${event.unclaimed} unclaimed`
    case 'file.arrived':
      return `brought the file “${event.name}” (SHA-256 ${event.sha256.slice(0, 12)}…)`
    case 'capture.kept':
      return `kept ${event.address ? `the page ${event.address}` : 'a file'} of “${event.title}” (SHA-256 ${event.files.map((file) => `${file.slice(0, 12)}…`).join(', ')})`
    case 'watch.set':
      return event.schedule === 'off'
        ? 'had the kept pages of the article looked at no more'
        : `had ${counted(event.pages, 'kept page')} of the article looked at again ${SCHEDULES[event.schedule].toLowerCase()}`
    case 'watch.looks-asked':
      return `had ${counted(event.pages, 'kept page')} of the article looked at again at once`
    case 'page.looked-at':
      return `had the page ${event.address} of “${event.title}” looked at again: ${FOUND[event.found].toLowerCase()}${event.says && `. ${event.says}`}`
    case 'fact.kept':
      return `kept in the ledger: ${ofFact(event)}, ${event.says}`
    case 'fact.added':
      return `added to the ledger: ${ofFact(event)}, ${event.says}${event.basis ? ` (${event.basis})` : ''}`
    case 'fact.changed':
      return `changed in the ledger: ${ofFact(event)}; ${list(event.changes)}`
    case 'fact.retired':
      return `retired from the ledger: ${ofFact(event)}. ${event.reason}`
    case 'fact.restored':
      return `took back into the ledger: ${ofFact(event)}`
    case 'facts.ruled':
      return `said of “${event.subjects.join('” and “')}” in the ledger that ${
        event.holdsId === null
          ? 'both hold'
          : `the ${event.holdsId === event.factIds[0] ? 'first' : 'second'} holds`
      }: ${event.reason}`
    case 'facts.imported':
      return `imported ${event.factIds.length} ${event.factIds.length === 1 ? 'fact' : 'facts'} into the ledger from “${event.name}”${event.left > 0 ? `, without ${event.left} that were there` : ''}`
    case 'difference.dismissed':
      return `let “${event.words}” stand, though the ledger differs on “${event.subject}”`
    case 'difference.restored':
      return `put “${event.words}” against the ledger on “${event.subject}” again`
    case 'view.saved':
      return `saved the view “${event.name}” of the articles${event.isShared ? ' for everybody' : ''}`
    case 'view.renamed':
      return `renamed the view “${event.from}” of the articles to “${event.name}”`
    case 'view.shared':
      return `shared the view “${event.name}” of the articles with everybody`
    case 'view.kept-back':
      return `shared the view “${event.name}” of the articles no more`
    case 'view.deleted':
      return `deleted the view “${event.name}” of the articles`
    case 'host.allowed':
      return `let Stet ask the host ${hostOf(event)} of the house’s own network`
    case 'host.forbidden':
      return `had Stet ask the host ${hostOf(event)} no more`
    case 'job.asked':
      return `asked to ${job(event)}`
    case 'job.cancelled':
      return `called off the job to ${job(event)}`
    case 'job.retried':
      return `asked anew to ${job(event)}`
    case 'bundle.made':
      return `made an evidence bundle of revision ${event.revision} (SHA-256 ${event.sha256.slice(0, 12)}…)${event.leftOut.length > 0 ? `, without ${counted(event.leftOut.length, 'kept file')} gone or altered` : ''}${event.letGo?.length ? `, in the place of ${counted(event.letGo.length, 'older bundle')}` : ''}`
    case 'authority.added':
      return `named ${event.name} (${event.address}) as an authority that dates captures`
    case 'authority.removed':
      return `took ${event.name} off the authorities that date captures`
    case 'time-stamp.asked':
      return `had the kept copy of “${event.title}” (SHA-256 ${event.sha256.slice(0, 12)}…) dated by ${event.authorities.join(', ')}`
    case 'time-stamp.granted':
      return `got the date of the kept copy of “${event.title}” from ${event.authority}: ${event.datedAt} (SHA-256 ${event.sha256.slice(0, 12)}…)`
    case 'time-stamp.failed':
      return `got no date for the kept copy of “${event.title}” from ${event.authority}: ${event.says}`
    case 'evidence.attached':
      return `attached “${event.title}” (${event.locator}) to ${claimNumber(event.number)}: ${STANCES[event.stance].toLowerCase()}`
    case 'evidence.changed':
      return `changed what “${event.title}” says of ${claimNumber(event.number)}: ${list(event.changes)}`
    case 'comparison.named':
      return `compared the ${event.kind === 'quote' ? 'words' : 'figures'} of ${claimNumber(event.number)} with “${event.title}”: ${readingInWords(event.reading).toLowerCase()}`
    case 'earlier-check.answered':
      return earlierAnswered(event)
    case 'evidence.detached':
      return `took “${event.title}” off ${claimNumber(event.number)}: ${event.reason}`
  }
}

function earlierAnswered(event: Extract<DeskEvent, { type: 'earlier-check.answered' }>): string {
  const other = `${claimNumber(event.otherNumber)}${event.isElsewhere ? ' of another article' : ''}`
  const mine = claimNumber(event.number)
  switch (event.answer) {
    case 'same':
      return `said that ${mine} says the same as ${other}`
    case 'related':
      return `said that ${mine} is related to ${other}`
    case 'not_same':
      return `said that ${mine} is not the same as ${other}`
    case null:
      return `took back whether ${mine} says the same as ${other}`
  }
}

function verdictGiven(event: Extract<DeskEvent, { type: 'verdict.given' }>): string {
  const { number, verdict, aspect, instead, check, blind, disagrees } = event
  const on = `${VERDICTS[verdict]} on “${ASPECTS[aspect].toLowerCase()}”`
  const replaced = instead ? `, in place of ${VERDICTS[instead]}` : ''
  const differing = disagrees ? '. The two checks disagree' : ''
  if (check === 'deciding') {
    return `decided between the two checks of ${claimNumber(number)}: ${on}${replaced}`
  }
  if (check === 'second') {
    const how = blind ? ', blind' : ', with the first in sight'
    return `gave ${claimNumber(number)} its second check: ${on}${replaced}${how}${differing}`
  }
  return `gave ${claimNumber(number)} the verdict ${on}${replaced}${differing}`
}

const THE: Record<QueryTo, string> = {
  writer: 'the writer',
  editor: 'the editor',
  lawyer: 'the lawyer',
}

const hostOf = ({ host, port }: { host: string; port: number }) =>
  port ? `${host}, port ${port},` : host

const job = ({ kind, about }: { kind: JobKind; about: string }) =>
  `${JOB_KINDS[kind].toLowerCase()}${about && `: ${about}`}`

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

/** `: C-004, C-007`, and what else there was. */
function because({ claims, because }: { claims: readonly number[]; because: readonly string[] }) {
  const parts = [claims.map(claimNumber).join(', '), ...because].filter((part) => part !== '')
  return parts.length > 0 ? `: ${parts.join(' ')}` : ''
}

/** The claim by its number, or else the words. */
const place = ({ number }: { number?: number }, words: string) =>
  number === undefined ? `“${words}”` : claimNumber(number)

const on = ({ number }: { number?: number }) =>
  number === undefined ? '' : ` in ${claimNumber(number)}`

const question = (event: { number?: number; to: QueryTo }) =>
  `the query to ${THE[event.to]}${event.number === undefined ? '' : ` about ${claimNumber(event.number)}`}`

const change = (before: string, after: string) =>
  after === '' ? `cutting “${before}”` : `“${after}” in place of “${before}”`

const LOST = {
  changed: 'was changed',
  ambiguous: 'may stand in more than one place',
  missing: 'is missing',
} as const

const HOW = {
  proposed: 'as proposed',
  'by hand': 'by hand',
  applied: 'by an accepted change',
  corrected: 'by a correction',
} as const

/** `of 14 claims 12 kept, 2 missing`. */
function outcomes(claims: Record<Outcome, readonly number[]>): string {
  const counts = Object.entries(claims).map(([what, { length }]) => [what, length] as const)
  const all = counts.reduce((sum, [, count]) => sum + count, 0)
  if (all === 0) return 'no claims'
  const each = counts
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${OUTCOMES[what as Outcome].toLowerCase()}`)
  return `of ${all === 1 ? '1 claim' : `${all} claims`} ${each.join(', ')}`
}

/** The words themselves where they are few, or else how many places there were. */
function quoted(words: readonly string[]): string {
  return words.length > 3 ? `${words.length} places` : words.map((one) => `“${one}”`).join(', ')
}

const named = (titles: readonly string[]) => titles.map((title) => `“${title}”`).join(', ')

const token = ({ name, ofNewsroom }: { name: string; ofNewsroom: boolean }) =>
  `${ofNewsroom ? 'a token of the newsroom' : 'a token'} for programs, “${name}”,`

const role = (key: keyof typeof ROLES) => ROLES[key].toLowerCase()

function list(changes: Changes): string {
  return Object.entries(changes)
    .map(([field, { from, to }]) =>
      from ? `${field} from “${from}” to “${to || 'nothing'}”` : `${field} to “${to}”`,
    )
    .join('; ')
}

const oneLine = (frame: string) => frame.replace(/\n/g, ' / ')

const ofFact = ({ kind, subject }: { kind: FactKind; subject: string }) =>
  `${FACT_KINDS[kind].toLowerCase()} “${subject}”`
function rightOf(answer: 'one' | 'other' | 'both', [one = '', other = '']: string[]): string {
  if (answer === 'both') return `said that “${one}” and “${other}” are both right`
  const [right, wrong] = answer === 'one' ? [one, other] : [other, one]
  return `said that “${right}” is right, against “${wrong}”`
}
