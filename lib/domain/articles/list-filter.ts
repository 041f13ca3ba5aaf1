import { z } from 'zod'
import { unstorable } from '../text/blocks'
import { type Day, isDay } from '../times/days'
import { ARTICLE_STATES, type ArticleState, keysOf } from '../vocabulary'

/** Deadlines that can be asked for by name; else a day is, as ISO 8601 writes it. */
export const DEADLINES = {
  overdue: 'Overdue',
  today: 'Today',
  week: 'This week',
  none: 'No deadline',
} as const

export type DeadlineChoice = keyof typeof DEADLINES | Day

/** In which order articles are listed; `mine` shows first what one works on oneself. */
export const SORTS = {
  mine: 'Mine first',
  deadline: 'Deadline',
  newest: 'Newest',
  changed: 'Last changed',
  headline: 'Headline',
} as const

export type Sort = keyof typeof SORTS

/** How the same articles are laid out. */
export const VIEWS = { list: 'List', board: 'Board', calendar: 'Calendar' } as const

export type View = keyof typeof VIEWS

/** Which articles are shown, in which order, and how. */
export interface ArticleFilter {
  /** Words that the headline holds. */
  words: string
  /** In the order of the vocabulary; none is as good as all. */
  states: ArticleState[]
  /** The user id of somebody who takes part in them. */
  person: string | null
  deadline: DeadlineChoice | null
  /** Those alone in which whoever looks takes part. */
  mine: boolean
  /** Those that were put away, in place of all others. */
  archived: boolean
  sort: Sort
  /** Under headings by deadline; goes with the sort by deadline alone. */
  isGrouped: boolean
  view: View
}

export const NO_FILTER: Readonly<ArticleFilter> = {
  ...{ words: '', states: [], person: null, deadline: null, mine: false, archived: false },
  ...{ sort: 'mine', isGrouped: false, view: 'list' },
}

/** What an address says under a name that the list does not know. */
export interface Ignored {
  name: Name
  value: string
}

const STATES = keysOf(ARTICLE_STATES)

const yes = z.literal('1').transform(() => true)

/** Each name that an address can say, in the order in which it is printed, with what may stand there. */
const FIELDS = {
  q: z
    .string()
    .refine((words) => !unstorable(words))
    .transform((words) => words.replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(200)),
  state: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(z.enum(STATES)))
    .transform((chosen) => STATES.filter((state) => chosen.includes(state))),
  person: z.string().regex(/^[\w-]{1,64}$/),
  deadline: z.union([z.enum(keysOf(DEADLINES)), z.string().refine(isDay)]),
  mine: yes,
  archived: yes,
  sort: z.enum(keysOf(SORTS)),
  group: z.literal('deadline'),
  view: z.enum(keysOf(VIEWS)),
}

type Name = keyof typeof FIELDS
const NAMES = Object.keys(FIELDS) as Name[]

/**
 * Reads a filter out of an address. What cannot be read is left out, and told: a value that the list does not know, or a name that
 * is said twice. Names that are no part of a filter are passed over.
 */
export function filterIn(address: Readonly<Record<string, string | string[] | undefined>>): {
  filter: ArticleFilter
  ignored: Ignored[]
} {
  const ignored: Ignored[] = []
  const read = <N extends Name>(name: N): z.output<(typeof FIELDS)[N]> | undefined => {
    const value = address[name]
    if (value === undefined || value === '') return undefined
    const { data } = FIELDS[name].safeParse(value)
    if (data === undefined) ignored.push({ name, value: [value].flat().join(', ') })
    return data as z.output<(typeof FIELDS)[N]> | undefined
  }
  const [sort, group] = [read('sort'), read('group')]
  const isGrouped = group !== undefined && (sort ?? 'deadline') === 'deadline'
  if (group !== undefined && !isGrouped) ignored.push({ name: 'group', value: group })
  const filter = {
    words: read('q') ?? '',
    states: read('state') ?? [],
    person: read('person') ?? null,
    deadline: read('deadline') ?? null,
    mine: read('mine') ?? false,
    archived: read('archived') ?? false,
    sort: isGrouped ? 'deadline' : (sort ?? 'mine'),
    isGrouped,
    view: read('view') ?? 'list',
  }
  return { filter, ignored }
}

/** The same out of the part of an address that follows the question mark. */
export function filterInQuery(query: string): ReturnType<typeof filterIn> {
  const said = new URLSearchParams(query)
  const address = NAMES.map((name) => {
    const values = said.getAll(name)
    return [name, values.length > 1 ? values : values[0]] as const
  })
  return filterIn(Object.fromEntries(address))
}

/** What an address says of a filter, the shortest that says it, always in one order. */
export function addressOf(filter: ArticleFilter): Partial<Record<Name, string>> {
  const { words, states, person, deadline, mine, archived, sort, isGrouped, view } = filter
  const said: Record<Name, string> = {
    q: words,
    state: states.join(','),
    person: person ?? '',
    deadline: deadline ?? '',
    mine: mine ? '1' : '',
    archived: archived ? '1' : '',
    sort: isGrouped || sort === NO_FILTER.sort ? '' : sort,
    group: isGrouped ? 'deadline' : '',
    view: view === NO_FILTER.view ? '' : view,
  }
  return Object.fromEntries(NAMES.flatMap((name) => (said[name] ? [[name, said[name]]] : [])))
}

/** The same as the part of an address that follows the question mark; empty for all articles. */
export function queryOf(filter: ArticleFilter): string {
  return new URLSearchParams(addressOf(filter)).toString().replaceAll('%2C', ',')
}

/** Whether a filter leaves anything out; the order and the layout leave nothing out. */
export function isNarrowed({ words, states, person, deadline, mine }: ArticleFilter): boolean {
  return words !== '' || states.length > 0 || person !== null || deadline !== null || mine
}

/** A filter with a state more, or without it where it was chosen. */
export function withState(filter: ArticleFilter, state: ArticleState): ArticleFilter {
  const isOther = (one: ArticleState) => (one === state) !== filter.states.includes(one)
  return { ...filter, states: STATES.filter(isOther) }
}
