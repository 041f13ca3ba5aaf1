import { bringArticle, moveArticle } from '@/lib/commands/articles/articles'
import { markCoverage } from '@/lib/commands/coverage/coverage'
import { correctArticle } from '@/lib/commands/publication/correct'
import { publishArticle } from '@/lib/commands/publication/publish'
import { acceptOpenItems, signOff } from '@/lib/commands/sign-off/sign-offs'
import { findArticle } from '@/lib/db/articles/articles'
import { findChainHead } from '@/lib/db/audit/log'
import { findRevision } from '@/lib/db/revisions/revisions'
import { findSigning } from '@/lib/db/sign-off/signing-facts'
import type { Actor } from '@/lib/domain/policy'
import { assigned, markWords, type People } from './articles'
import type { DemoClaim } from './claims'
import {
  AGENCY_RANGE,
  IN_SERVICE,
  NOT_CHECKED,
  OTHER_RANGE,
  PUBLISHED,
  PUBLISHED_BLOCKS,
  QUOTATION,
  REPORTING_NAME,
  STATEMENT_DATE,
  YEAR,
} from './published-text'
import {
  confirmAgencyRange,
  confirmByAgency,
  confirmStatementDate,
  correctQuotation,
  correctYear,
  searchRange,
} from './published-work'
import type { DemoSources } from './sources'

/**
 * Brings in a short article that is out. Its check caught two errors before print; a third was in a caption that nobody checked. The
 * editor who corrects that wrote the words that come in by it, so the admin signs for them.
 */
export async function bringPublished(
  { admin, ...people }: People & { admin: Actor },
  sources: DemoSources,
): Promise<void> {
  const { editor, checker, writer } = people
  const article = { ...PUBLISHED, ...assigned(people), blocks: PUBLISHED_BLOCKS }
  const { articleId } = await bringArticle(writer, article)
  await moveArticle(editor, { articleId, from: 'draft', to: 'in_check' })
  await checkArticle(people, articleId, sources)
  await moveArticle(checker, { articleId, from: 'in_check', to: 'with_editor' })
  await acceptRange(editor, articleId)
  await sign(editor, articleId)
  await publishArticle(editor, { articleId })

  await correctCaption(editor, articleId)
  const text = await newestText(checker, articleId)
  await markCoverage(checker, { ...text, kind: 'nothing_to_check', places: [placeOf(text, NAMED)] })
  const claimId = await markWords(checker, text, IN_SERVICE)
  await confirmByAgency({ editor: admin, checker }, claimId, sources)
  await sign(admin, articleId)
}

const NAMED = 'The S-400 Triumf'

async function checkArticle(
  people: People,
  articleId: string,
  sources: DemoSources,
): Promise<void> {
  const { checker } = people
  const filed = await newestText(checker, articleId)
  const mark = async (claim: DemoClaim) => ({
    ...{ articleId, sources },
    claimId: await markWords(checker, filed, claim),
  })
  const year = await mark(YEAR)
  const date = await mark(STATEMENT_DATE)
  const quotation = await mark(QUOTATION)
  const name = await mark(REPORTING_NAME)
  const told = await mark(AGENCY_RANGE)
  const range = await mark(OTHER_RANGE)

  await correctYear(people, year)
  await correctQuotation(people, quotation)
  await confirmStatementDate(checker, date)
  await confirmByAgency(people, name.claimId, sources)
  await confirmAgencyRange(checker, told)
  await searchRange(checker, range)
  const text = await newestText(checker, articleId)
  const places = NOT_CHECKED.map((words) => placeOf(text, words))
  await markCoverage(checker, { ...text, kind: 'nothing_to_check', places })
}

/** The one thing that stays open is accepted by name: the article says itself what nobody could stand up. */
async function acceptRange(editor: Actor, articleId: string): Promise<void> {
  const article = await findArticle(editor, { id: articleId })
  if (!article) throw new Error('the published article is missing')
  const { items } = await findSigning(editor, article)
  await acceptOpenItems(editor, {
    articleId,
    items: items.filter(({ kind }) => kind === 'not_safe').map(({ key }) => key),
    reason: 'The sentence tells readers that nobody has a source for this figure.',
  })
}

async function sign(editor: Actor, articleId: string): Promise<void> {
  await signOff(editor, { articleId, seen: (await findChainHead(editor)).seq })
}

async function correctCaption(editor: Actor, articleId: string): Promise<void> {
  const { revision: base, ...text } = await newestText(editor, articleId)
  await correctArticle(editor, {
    ...{ articleId, base, ...placeOf(text, '2017', text.text.indexOf(NAMED)) },
    after: '2007',
    cause: 'check_not_done',
    notice:
      'The caption gave 2017 as the year in which the system entered service. It has been in service since 2007.',
  })
}

async function newestText(actor: Actor, articleId: string) {
  const found = await findRevision(actor, articleId)
  if (!found) throw new Error('the published article has no text')
  return { articleId, revision: found.number, text: found.text }
}

/** Where words stand first in a text, from a place on. */
function placeOf({ text }: { text: string }, words: string, from = 0) {
  const start = text.indexOf(words, from)
  if (start === -1) throw new Error(`“${words}” is not in the published article`)
  return { start, end: start + words.length }
}
