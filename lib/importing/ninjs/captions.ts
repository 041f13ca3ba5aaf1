import { Ledger } from '../account/ledger'
import { markedBlocksOfHtml } from '../html/html'
import { membersOf, type Placed, propertiesNamed, property, said } from './values'

/** The words at a picture, and where they stand in the item. */
export interface Caption {
  path: string
  text: string
}

/** The captions of what is associated with an item, in its order; of each, the description that is one. */
export function captionsOf(item: Placed): Caption[] {
  return membersOf(property(item, 'associations')).flatMap((one) => {
    if (TEXTS.has(said(property(one, 'type')).toLowerCase())) return []
    const found = [...listed(one), ...named(one)]
    const best = found.find(({ isCaption }) => isCaption) ?? found[0]
    if (!best) return []
    const text = flat(best.value, best.isHtml)
    return text ? { path: best.path, text } : []
  })
}

/** What is no picture, sound or film has no caption. */
const TEXTS = new Set(['text', 'composite', 'event', 'planning'])

interface Description {
  path: string
  value: string
  isHtml: boolean
  isCaption: boolean
}

function listed(one: Placed): Description[] {
  return membersOf(property(one, 'descriptions')).flatMap((description) => {
    const value = property(description, 'value')
    if (typeof value?.value !== 'string') return []
    const isHtml = /html/i.test(said(property(description, 'contenttype')))
    const isCaption = /caption/i.test(said(property(description, 'role')))
    return { path: value.path, value: value.value, isHtml, isCaption }
  })
}

function named(one: Placed): Description[] {
  const found = propertiesNamed(one, 'description').flatMap(({ name, path, value }) => {
    if (typeof value !== 'string' || name === 's') return []
    return { path, value, isHtml: /html/.test(name), isCaption: /caption/.test(name) }
  })
  return [...found.filter(({ isHtml }) => !isHtml), ...found.filter(({ isHtml }) => isHtml)]
}

function flat(value: string, isHtml: boolean): string {
  const text = isHtml
    ? markedBlocksOfHtml(value, new Ledger())
        .blocks.map((block) => block.text)
        .join(' ')
    : value
  return text.replace(/\s+/g, ' ').trim()
}
