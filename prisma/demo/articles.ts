import { bringArticle, moveArticle } from '@/lib/commands/articles/articles'
import { markClaim } from '@/lib/commands/claims/claims'
import type { Actor } from '@/lib/domain/policy'
import { layOut } from '@/lib/domain/text/blocks'
import { readShipped } from './captures'
import { CLAIMS, type DemoClaim, US_STATEMENT } from './claims'
import { bringSources, type DemoSources } from './sources'
import { ARTICLE, BLOCKS, NOTE, NOTE_BLOCKS } from './text'
import { workOnClaims } from './work'

export interface People {
  editor: Actor
  checker: Actor
  writer: Actor
}

const HOUR = 3600_000

/**
 * Brings in the article with its check half done. Its writer files it, so that the editor may sign it off. What it rests on is put
 * on file unless it is there. Answers with the id of the claim that is confirmed.
 */
export async function bringDemoArticle(people: People, given?: DemoSources): Promise<string> {
  const sources = given ?? (await bringSources(people.checker, await readShipped()))
  const deadline = new Date(Date.now() + 30 * HOUR).toISOString()
  const article = { ...ARTICLE, ...assigned(people), deadline, blocks: BLOCKS }
  const { articleId } = await bringArticle(people.writer, article)
  await moveArticle(people.editor, { articleId, from: 'draft', to: 'in_check' })

  const text = { articleId, revision: 1, text: layOut(BLOCKS).text }
  const ids = new Map<DemoClaim, string>()
  for (const claim of CLAIMS) ids.set(claim, await markWords(people.checker, text, claim))
  const idOf = (claim: DemoClaim) => ids.get(claim) ?? ''
  await workOnClaims(people, { articleId, idOf, sources })
  return idOf(US_STATEMENT)
}

/** Brings in a draft on which nobody has begun. */
export async function bringNote(people: People): Promise<void> {
  await bringArticle(people.writer, { ...NOTE, ...assigned(people), blocks: NOTE_BLOCKS })
}

export function assigned({ editor, checker, writer }: People) {
  return { editorId: editor.userId, writerIds: [writer.userId], checkerIds: [checker.userId] }
}

/** Marks words where they stand first, for whoever marks them to check. Answers with the claim’s id. */
export async function markWords(
  checker: Actor,
  { text, ...where }: { articleId: string; revision: number; text: string },
  { words, ...details }: DemoClaim,
): Promise<string> {
  const start = text.indexOf(words)
  const place = { ...where, start, end: start + words.length }
  const marked = await markClaim(checker, { ...details, ...place, assigneeId: checker.userId })
  return marked.claimId
}
