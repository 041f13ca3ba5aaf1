import { Refusal } from '@/lib/domain/refusal'
import { membersOf, type Placed, propertiesNamed, property, said } from './values'

export type BodyFormat = 'html' | 'markdown' | 'text'

/** A body of an item, in a form that is read, or in another. */
export interface Body {
  path: string
  value: string
  format: BodyFormat | null
}

/** All bodies of an item, the one to be read first: `body_…` of ninjs 1, `bodies` later. Refuses an item without any that is read. */
export function bodiesOf(item: Placed): [Body, ...Body[]] {
  const written = [...listed(item), ...named(item)]
  const bodies = written.filter(({ value }) => value.trim() !== '')
  const readable = bodies.filter(({ format }) => format !== null)
  const [best] = readable.sort((a, b) => RANKS.indexOf(a.format) - RANKS.indexOf(b.format))
  if (best) return [best, ...bodies.filter((body) => body !== best)]
  if (bodies.length === 0) throw new Refusal('invalid', written.length > 0 ? EMPTY : NONE)
  const where = bodies.map(({ path }) => `“${path.replace(/\/value$/, '')}”`).join(', ')
  throw new Refusal(
    'invalid',
    `The text of this ninjs item is in no form that Stet reads (${where}). It reads HTML, Markdown and plain text.`,
  )
}

/** What keeps more of how the text is set comes first. */
const RANKS: (BodyFormat | null)[] = ['html', 'markdown', 'text', null]

const NONE =
  'This ninjs item has no text: it has neither “bodies” nor a “body_text” or “body_xhtml”.'
const EMPTY = 'This ninjs item has no text: its body is empty.'

function listed(item: Placed): Body[] {
  const bodies = membersOf(property(item, 'bodies'))
  // The one that is called the main one comes before others in the same form.
  const isMain = (body: Placed) => said(property(body, 'role')).toLowerCase() === 'main'
  return [...bodies.filter(isMain), ...bodies.filter((body) => !isMain(body))].flatMap((body) => {
    const value = property(body, 'value')
    if (!value) return []
    const { path } = value
    if (typeof value.value !== 'string') throw noText(path)
    const type = said(property(body, 'contenttype')) || said(property(body, 'role')) || 'text/plain'
    return { path, value: value.value, format: formatOf(type) }
  })
}

function named(item: Placed): Body[] {
  return propertiesNamed(item, 'body_').map(({ name, path, value }) => {
    if (typeof value !== 'string') throw noText(path)
    return { path, value, format: formatOf(name) }
  })
}

const noText = (path: string) =>
  new Refusal('invalid', `“${path}” of this ninjs item is no text, and an article’s body is one.`)

/** By a media type, or by what a body is named. */
function formatOf(type: string): BodyFormat | null {
  if (/nitf|newsml/i.test(type)) return null
  if (/html/i.test(type)) return 'html'
  if (/markdown|\bmd\b/i.test(type)) return 'markdown'
  return /^text(?:\/plain)?\b|plain|^main$/i.test(type) ? 'text' : null
}
