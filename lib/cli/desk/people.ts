import { actorsOfAddress } from '../../auth/look-up-actor'
import { type Article, findArticle } from '../../db/articles/articles'
import type { Actor } from '../../domain/policy'
import { Refusal } from '../../domain/refusal'

/** An article, and the person as whom it is looked at. */
export interface Seen {
  actor: Actor
  article: Article
}

/**
 * The article that somebody named, as `newsroom/slug`, by its address in the browser, or by its slug alone, as this person
 * sees it. Refuses one that they do not see, and a slug that they know from several newsrooms.
 */
export async function findSeen(named: string, email: string): Promise<Seen> {
  const { newsroom, slug } = partsOf(named)
  const actors = await listActors(email, newsroom)
  const seen: Seen[] = []
  for (const actor of actors) {
    const article = await findArticle(actor, { slug })
    if (article) seen.push({ actor, article })
  }
  const [one, another] = seen
  if (!one) throw new Refusal('not-found', `There is no article “${named}” that ${email} sees.`)
  if (!another) return one
  const places = seen.map(({ actor }) => `${actor.newsroomSlug}/${slug}`).join(', ')
  throw new Refusal('invalid', `${email} sees several articles of that name. Say which: ${places}`)
}

/** The member of a newsroom with this address. */
export async function findMember(email: string, newsroom: string): Promise<Actor> {
  const [actor] = await listActors(email, newsroom)
  if (!actor) throw notThere(email, newsroom)
  return actor
}

async function listActors(email: string, newsroom: string | undefined): Promise<Actor[]> {
  const all = await actorsOfAddress(email)
  const here = all.filter(({ newsroomSlug }) => !newsroom || newsroomSlug === newsroom)
  if (here.length === 0) throw notThere(email, newsroom)
  const able = here.filter(({ lacksSecondFactor }) => !lacksSecondFactor)
  if (able.length > 0) return able
  throw new Refusal(
    'not-allowed',
    `The newsroom asks for a second factor, which ${email} has yet to set up in a browser.`,
  )
}

function notThere(email: string, newsroom: string | undefined): Refusal {
  const where = newsroom ? `the newsroom “${newsroom}”` : 'any newsroom here'
  const message = `${email} is no member of ${where}. npx stet users list shows who is.`
  return new Refusal('not-found', message)
}

function partsOf(named: string): { newsroom?: string; slug: string } {
  const [, newsroom, slug = ''] =
    /^(?:https?:\/\/[^/]+)?\/?(?:([^/]+)\/)?(?:articles\/)?([^/?#]+)/i.exec(named) ?? []
  return { newsroom: newsroom && decoded(newsroom), slug: decoded(slug) }
}

/** As a browser's address bar hands it over, or as it was typed. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
