import { bringArticle } from '../../commands/articles/articles'
import { findArticle } from '../../db/articles/articles'
import { findItemOnDesk } from '../../db/articles/item-versions'
import type { ItemFacts } from '../../domain/articles/item-version'
import { languageOf } from '../../domain/articles/language'
import { type Actor, canBe } from '../../domain/policy'
import { Refusal } from '../../domain/refusal'
import { keepOriginal } from './keep-original'
import { type ArticleFile, type ReadArticle, readArticle } from './read-article'

/** What is the same for all the files that are brought in together. */
export interface Details {
  writerIds: readonly string[]
  editorId?: string
  deadline?: string
  language?: string
  /** Instead of the one that the text has. */
  headline?: string
  /** Also an item that the desk has already, as another article. */
  again?: boolean
}

/** What became of a file: the article that it is now, unless it was only read. */
export interface Brought {
  read: ReadArticle
  headline: string
  slug: string | null
}

/** Reads a file and brings it in as an article, as its page does: the file is kept where it says something beside its text. */
export async function bringFile(
  actor: Actor,
  file: ArticleFile,
  { again, ...details }: Details,
): Promise<Brought> {
  const read = await readArticle(file, details.language)
  if (read.item && !again) await refuseKnown(actor, read.item)
  const headline = details.headline ?? headlineOf(read)
  const isKept = read.from !== 'text' || Object.keys(read.beside ?? {}).length > 0
  const arrivalId = isKept ? await keepOriginal(actor, file, read.bytes) : ''
  const { slug } = await bringArticle(actor, {
    ...{
      ...details,
      headline,
      language: details.language ?? languageOf(read.item?.language ?? '') ?? 'en',
    },
    editorId: details.editorId ?? (canBe(actor.role, 'editor') ? actor.userId : ''),
    ...{
      blocks: read.blocks,
      document: documentOf(read, arrivalId),
      item: itemOf(read, arrivalId),
    },
  })
  return { read, headline, slug }
}

/** Reads it, and brings nothing in. */
export async function onlyRead(
  file: ArticleFile,
  { language, ...details }: Details,
): Promise<Brought> {
  const read = await readArticle(file, language)
  return { read, headline: details.headline ?? headlineOf(read), slug: null }
}

/** A later version of an item is a revision, which a person looks at first. */
async function refuseKnown(actor: Actor, { kind, uri }: ItemFacts): Promise<void> {
  const known = uri ? await findItemOnDesk(actor, { kind, uri }) : null
  const article = known && (await findArticle(actor, { id: known.articleId }))
  if (!article) return
  const what = kind === 'page' ? 'page' : 'item'
  throw new Refusal(
    'conflict',
    `The desk has this ${what} already, as ${article.slug}. Bring it in there as a revision, or with --again as another article.`,
  )
}

const headlineOf = ({ blocks }: ReadArticle) =>
  (blocks.find(({ kind }) => kind === 'headline')?.text ?? '').replace(/\s+/g, ' ')

function documentOf({ from, encoding }: ReadArticle, arrivalId: string) {
  if (!arrivalId) return null
  const choices: Record<string, string> = from === 'page' ? { from: '' } : {}
  if (encoding && from === 'text') choices.encoding = encoding.name
  return { arrivalId, choices }
}

function itemOf({ item, from }: ReadArticle, arrivalId: string) {
  if (!item?.uri) return null
  const { kind, uri, version, versionCreated, byline, published } = item
  const page = from === 'page' ? arrivalId : ''
  return { kind, uri, version, versionCreated, byline, published, arrivalId: page }
}
