import { type ItemFacts, LONGEST_URI, momentOf } from '@/lib/domain/articles/item-version'
import { unstorable } from '@/lib/domain/text/blocks'
import { membersOf, type Placed, property, said } from './values'

/** The headline of an item, and where it stands: of several the one that is called the main one, else the first. */
export function headlineOf(item: Placed): { path: string; text: string } | null {
  const several = membersOf(property(item, 'headlines'))
  const main = several.find((one) => said(property(one, 'role')).toLowerCase() === 'main')
  const chosen = main ?? several[0]
  const value = chosen ? property(chosen, 'value') : property(item, 'headline')
  const text = said(value).replace(/\s+/g, ' ')
  return value && text ? { path: value.path, text } : null
}

/** Its byline as it is printed; where it has none, the names of those who made it. */
export function bylineOf(item: Placed): { path: string; text: string } | null {
  const value = property(item, 'byline', 'by')
  const text = said(value).replace(/\s+/g, ' ')
  return value && text ? { path: value.path, text } : null
}

/** What an item says of itself, as far as a row can hold it. */
export function itemFactsOf(item: Placed): ItemFacts {
  const line = (of: Placed | null, longest = 300) => storable(said(of)).slice(0, longest)
  const uri = said(property(item, 'uri', 'guid'))
  const status = said(property(item, 'pubstatus')).toLowerCase()
  return {
    kind: 'ninjs',
    // A longer one, cut, would be that of another item.
    uri: uri.length > LONGEST_URI ? '' : storable(uri),
    version: line(property(item, 'version'), 100),
    versionCreated: momentOf(said(property(item, 'versioncreated'))),
    byline: storable(bylineOf(item)?.text ?? '').slice(0, 300),
    published: line(property(item, 'firstcreated', 'contentcreated'), 60),
    headline: storable(headlineOf(item)?.text ?? ''),
    language: line(property(item, 'language'), 35),
    status: status === 'usable' ? '' : storable(status).slice(0, 40),
  }
}

const storable = (text: string) => (unstorable(text) ? '' : text)
