import { bringArticle, moveArticle } from '@/lib/commands/articles/articles'
import { markClaim } from '@/lib/commands/claims/claims'
import type { Actor } from '@/lib/domain/policy'
import { layOut } from '@/lib/domain/text/blocks'
import { readShipped, type Shipped } from './captures'
import { CLAIMS, type DemoClaim, US_STATEMENT } from './claims'
import { ARTICLE, BLOCKS, NOTE, NOTE_BLOCKS } from './text'
import { workOnClaims } from './work'

interface People {
  editor: Actor
  checker: Actor
  writer: Actor
}

const HOUR = 3600_000

/**
 * Brings in the article with its check half done. Its writer files it, so that the editor may sign it off. Files that
 * ship with it are read anew unless they are given. Answers with the id of the claim that is confirmed.
 */
export async function bringDemoArticle(people: People, given?: Shipped): Promise<string> {
  const shipped = given ?? (await readShipped())
  const deadline = new Date(Date.now() + 30 * HOUR).toISOString()
  const article = { ...ARTICLE, ...assigned(people), deadline, blocks: BLOCKS }
  const { articleId } = await bringArticle(people.writer, article)
  await moveArticle(people.editor, { articleId, from: 'draft', to: 'in_check' })

  const ids = new Map<DemoClaim, string>()
  for (const claim of CLAIMS) ids.set(claim, await mark(people.checker, articleId, claim))
  const idOf = (claim: DemoClaim) => ids.get(claim) ?? ''
  await workOnClaims(people, { articleId, idOf, shipped })
  return idOf(US_STATEMENT)
}

/** Brings in a draft on which nobody has begun. */
export async function bringNote(people: People): Promise<void> {
  await bringArticle(people.writer, { ...NOTE, ...assigned(people), blocks: NOTE_BLOCKS })
}

function assigned({ editor, checker, writer }: People) {
  return { editorId: editor.userId, writerIds: [writer.userId], checkerIds: [checker.userId] }
}

async function mark(checker: Actor, articleId: string, claim: DemoClaim): Promise<string> {
  const { words, ...details } = claim
  const start = layOut(BLOCKS).text.indexOf(words)
  const place = { articleId, revision: 1, start, end: start + words.length }
  const marked = await markClaim(checker, { ...details, ...place, assigneeId: checker.userId })
  return marked.claimId
}
