import type { Day } from '../../times/days'

import { ageInYears, type FactOf, type Title } from '../facts'
import { ledgerWords, subjectKey, type Word } from '../spelling/words'
import type { Mention, ReadBlock } from './find-names'
import type { LedgerProposal } from './proposal'

/** Titles beside a name that do not hold on the day: they ended before it, or begin after it. */
export function readTitles(
  text: string,
  blocks: readonly ReadBlock[],
  mentions: readonly Mention[],
  { on, language }: { on: Day; language: string },
): LedgerProposal[] {
  return mentions.flatMap((mention) => {
    const { fact } = mention.variant
    if (fact.kind !== 'name' || fact.titles.length === 0) return []
    const words = blocks[mention.block]?.words ?? []
    const beside = fact.titles
      .map((title) => ({
        title,
        at: besideName(text, words, mention, ledgerWords(title.title, language)),
      }))
      .flatMap(({ title, at }) => (at ? [{ title, ...at }] : []))
    const holding = beside.filter(({ title }) => holdsOn(title, on))
    return beside
      .filter(({ title, start, end }) => !holdsOn(title, on) && !isCovered({ start, end }, holding))
      .filter(({ start }) => !isPast(text.slice(Math.max(0, start - 24), start)))
      .slice(0, 1)
      .map(({ title, start, end }) =>
        titleProposal(fact, { title, start, end, says: text.slice(start, end), on }),
      )
  })
}

function titleProposal(
  fact: FactOf<'name'>,
  {
    title,
    start,
    end,
    says,
    on,
  }: { title: Title; start: number; end: number; says: string; on: Day },
): LedgerProposal {
  const now = fact.titles.filter((one) => holdsOn(one, on)).map((one) => one.title)
  const when =
    title.until && title.until < on ? `ended on ${title.until}` : `begins on ${title.from}`
  return {
    ...{ why: 'title', factId: fact.id, kind: fact.kind, subject: fact.subject, start, end, says },
    ledger: now.join(', ') || `${title.title}, which ${when}`,
    sentence: `“${title.title}” ${when}; this text is for ${on}.`,
  }
}

export const holdsOn = ({ from, until }: Title, on: Day) =>
  (from === null || from <= on) && (until === null || until >= on)

const isCovered = (
  { start, end }: { start: number; end: number },
  by: readonly { start: number; end: number }[],
) => by.some((one) => one.start <= start && one.end >= end)

/** How many words may stand between a name and the title that follows it: `, Russia’s long-serving defence minister`. */
const BETWEEN = 4

/** Where a title stands right before a name, or in the apposition that follows it. */
function besideName(
  text: string,
  words: readonly Word[],
  { from, to, end }: Mention,
  title: readonly Word[],
) {
  const isAt = (at: number) =>
    at >= 0 && title.every((word, index) => words[at + index]?.folded === word.folded)
  const spanAt = (at: number) => {
    const [first, last] = [words[at], words[at + title.length - 1]]
    return first && last ? { start: first.start, end: last.end } : null
  }
  const before = from - title.length
  const last = words[from - 1]
  const name = words[from]
  if (isAt(before) && last && name && /^,?\s$/.test(text.slice(last.end, name.start))) {
    return spanAt(before)
  }
  if (!/^\s?[,(–—]\s?/.test(text.slice(end, end + 3))) return null
  for (let at = to + 1; at <= to + 1 + BETWEEN; at++) {
    const word = words[at]
    if (!word || /[.!?;:\n]/.test(text.slice(end, word.start))) return null
    // What another name has is that one's.
    if (isAt(at)) return /,.*,/.test(text.slice(end, word.start)) ? null : spanAt(at)
  }
  return null
}

/** Whether the words before a title say that it is no longer held, or not yet. */
const isPast = (before: string) => PAST.test(before)
const PAST =
  /(?:\b(?:former|formerly|ex|then|late|past|previous|previously|onetime|one-time|outgoing|retired|ousted|sacked|deposed|future|incoming|next|ehemaliger?n?|früherer?n?|damaliger?n?|einstiger?n?|anciene?n?e?|ancien|ancienne|exministro|antiguo|antigua|entonces|eski|dönemin)|(?<!\p{L})(?:бывш\p{L}+|экс|тогдашн\p{L}+|прежн\p{L}+|السابقة?))[\s-]+(?:\p{L}+(?:[’']s)?\s+){0,2}$/iu

/** Ages beside a name that are not right on the day, of people whose day of birth is kept. */
export function readAges(
  text: string,
  mentions: readonly Mention[],
  births: readonly FactOf<'birth'>[],
  on: Day,
): LedgerProposal[] {
  const bornOf = new Map(births.map((fact) => [subjectKey(fact.subject), fact]))
  return mentions.flatMap(({ variant, start, end }) => {
    const fact = variant.words.length > 0 && bornOf.get(wordsKey(variant.words))
    const printed = fact && (ageAfter(text, end) ?? ageBefore(text, start))
    const age = fact && ageInYears(fact.born, on)
    if (!fact || !printed || age === null || age === false || printed.age === age) return []
    return [
      {
        ...{ why: 'age' as const, factId: fact.id, kind: fact.kind, subject: fact.subject },
        ...{ start: printed.start, end: printed.end, says: text.slice(printed.start, printed.end) },
        ledger: String(age),
        sentence: `Born on ${fact.born}, and so ${age} on ${on}.`,
      },
    ]
  })
}

const wordsKey = (words: readonly Word[]) => words.map(({ folded }) => folded).join(' ')

const YEARS =
  'years? old|years? of age|ans|años|anos|Jahre(?: alt)?|jaar(?: oud)?|anni|yaşında\\p{L}*|лет|года?|سنة|عاما'
const AFTER = new RegExp(
  `^(?:\\s?[,(–—]\\s?(?:(?:now|aged|age|who is|then)\\s)?|\\s(?:is|turns|turned)\\s(?:now\\s)?(?=\\d{1,3}\\s(?:${YEARS})))(\\d{1,3})(?:\\s(?:${YEARS}))?(?=\\s?[,);.–—]|$)`,
  'u',
)
const BEFORE =
  /(?<![\d.,])(\d{1,3})(?:-year-old|\syear\sold|-jährige\p{L}*|-летн\p{L}+)\s(?:\p{L}+[\s,]+){0,3}$/u

/** A number behind a name that is an age; not one after `then`, which is of another day. */
function ageAfter(text: string, end: number) {
  const found = AFTER.exec(text.slice(end, end + 40))
  if (!found?.[1] || /then/.test(found[0])) return null
  const start = end + found[0].indexOf(found[1], found[0].search(/\d/))
  return plausible(Number(found[1]), start, found[1].length)
}

function ageBefore(text: string, start: number) {
  const from = Math.max(0, start - 60)
  const found = BEFORE.exec(text.slice(from, start))
  return found?.[1] ? plausible(Number(found[1]), from + found.index, found[1].length) : null
}

const plausible = (age: number, start: number, length: number) =>
  age > 0 && age < 130 ? { age, start, end: start + length } : null
