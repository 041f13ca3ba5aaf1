import { type CitedEvidence, CLAIMANT_AS } from '@/lib/domain/sources/cited-evidence'
import { countOf, isObject, isOfType, type Json, listOf, objectsOf, textOf } from '../json/values'
import { citedIn } from './read-citation'
import { readJson, refused } from './read-json'

/** One annotation of a list from elsewhere, as far as it can become a claim: the words that it is on, and what it says. */
export interface ReadAnnotation {
  /** In the list, from 1. */
  number: number
  /** The words that it quotes (TextQuoteSelector); null where it names none. */
  quote: { exact: string; prefix: string; suffix: string } | null
  /** Where they begin there, in code points (TextPositionSelector). */
  start: number | null
  /** What it is on: the address of a text. */
  source: string
  note: string
  by: string
  /** As it stands there; empty where it does not. */
  at: string
  /** What it says that the words rest on, in terms that programs read; the rest of it stands in the note. */
  evidence: CitedEvidence[]
  /** What kind of claim it calls the words, if it uses a tag. */
  tags: string[]
  /** Whose words it says that they report; empty where it says none. */
  claimant: string
}

export interface ReadList {
  annotations: ReadAnnotation[]
  /** What of the file is not among them, a sentence each. */
  leftOut: string[]
}

/**
 * Reads W3C Web Annotations (an annotation, a list, an AnnotationPage, an AnnotationCollection with its page in it) or
 * the rows that Hypothesis exports. Refuses what is none of that.
 */
export function readAnnotations(bytes: Uint8Array): ReadList {
  const { items, leftOut } = itemsOf(readJson(bytes))
  if (items.length === 0) throw refused('There are no annotations in this list.')
  if (items.length > MOST) {
    throw refused(
      `This list has ${items.length.toLocaleString('en')} annotations; ${MOST.toLocaleString('en')} are read at once. Bring it in parts.`,
    )
  }
  const odd = items.findIndex((item) => !isObject(item) || listOf(item.target).length === 0)
  if (odd !== -1) {
    throw refused(
      `Number ${odd + 1} of this list is no annotation: it says of nothing what it is on.`,
    )
  }
  const annotations = objectsOf(items).flatMap((item, index) => readOne(item, index + 1))
  return { annotations, leftOut }
}

const MOST = 5_000

function itemsOf(value: unknown): { items: unknown[]; leftOut: string[] } {
  if (Array.isArray(value)) return { items: value, leftOut: [] }
  if (!isObject(value)) throw refused(NO_LIST)
  if (Array.isArray(value.rows)) return { items: value.rows, leftOut: [] }
  if (isOfType(value, 'Annotation')) return { items: [value], leftOut: [] }
  if (isOfType(value, 'AnnotationPage')) return pageOf(value)
  if (!isOfType(value, 'AnnotationCollection')) throw refused(NO_LIST)
  const [first] = objectsOf(value.first)
  if (first) return pageOf(first)
  throw refused(
    'This collection names its first page by an address only, and Stet does not go there. Save that page and bring it.',
  )
}

const NO_LIST =
  'This is JSON, but no list of annotations: an Annotation, AnnotationPage or AnnotationCollection (W3C), a list of them, or “rows” as Hypothesis exports them.'

function pageOf(page: Json): { items: unknown[]; leftOut: string[] } {
  const next = textOf(page.next) || textOf(objectsOf(page.next)[0]?.id)
  const leftOut = next ? [`The list goes on at ${next}, which is not in this file.`] : []
  return { items: listOf(page.items), leftOut }
}

/** An annotation may be on several targets, each with its own words. */
function readOne(item: Json, number: number): ReadAnnotation[] {
  const all = listOf(item.body)
  const evidence = all.filter(isObject).flatMap((body) => citedIn(body) ?? [])
  const bodies = all.filter((body) => !isObject(body) || citedIn(body) === null)
  const [creator] = [...objectsOf(item.creator), ...objectsOf(item.user_info)]
  const tagging = bodies.filter(isObject).filter(({ purpose }) => textOf(purpose) === 'tagging')
  const tags = [...tagging.map(({ value }) => textOf(value)), ...listOf(item.tags).map(textOf)]
  const said = {
    number,
    note: noteOf(item, bodies),
    by: (creator ? textOf(creator.name) || textOf(creator.display_name) : '') || textOf(item.user),
    at: textOf(item.created),
    ...{ evidence, tags, claimant: claimantIn(tagging) },
  }
  return listOf(item.target).map((target) => ({ ...said, ...targetOf(target) }))
}

/** A name that fits no field of ours is none. */
function claimantIn(tagging: Json[]): string {
  const said = tagging.map((body) => textOf(body[CLAIMANT_AS]).trim()).find(Boolean) ?? ''
  return said.length <= LONGEST_NAME && !/[\n\r]/.test(said) ? said : ''
}

const LONGEST_NAME = 300

/** A body may be an address alone, or a page by its address (§3.2.1). */
function noteOf(item: Json, bodies: unknown[]): string {
  const said = bodies.map((body) => {
    if (!isObject(body)) return textOf(body)
    if (textOf(body.purpose) === 'tagging') return ''
    return textOf(body.value) || textOf(body.source) || textOf(body.id)
  })
  const all = [...said, textOf(item.bodyValue), textOf(item.text)].filter(Boolean).join('\n').trim()
  return all.length <= LONGEST_NOTE
    ? all
    : `${all.slice(0, LONGEST_NOTE).replace(/[\uD800-\uDBFF]$/, '')} …`
}

const LONGEST_NOTE = 4_000

function targetOf(target: unknown): Pick<ReadAnnotation, 'quote' | 'start' | 'source'> {
  if (!isObject(target)) return { quote: null, start: null, source: textOf(target) }
  const selectors = objectsOf(target.selector)
  const quoting = selectors.find((one) => isOfType(one, 'TextQuoteSelector'))
  const positioned = selectors.find((one) => isOfType(one, 'TextPositionSelector'))
  const exact = textOf(quoting?.exact)
  return {
    quote:
      exact.trim() === ''
        ? null
        : { exact, prefix: textOf(quoting?.prefix), suffix: textOf(quoting?.suffix) },
    start: countOf(positioned?.start),
    source: textOf(target.source) || textOf(objectsOf(target.source)[0]?.id) || textOf(target.id),
  }
}
