import { accountOf } from './account'
import type { Outcome } from './bring-files'

/** What became of the files, for a person: the account of each that was read, and of several a list at the end. */
export function outcomesInWords(outcomes: readonly Outcome[], origin: string): string {
  const accounts = outcomes.flatMap((one) =>
    'refused' in one
      ? []
      : [[`${one.file}: “${one.headline}”`, ...accountOf(one.read)].join('\n  ')],
  )
  const list = outcomes.map((one) =>
    'refused' in one ? `✗ ${one.file}: ${one.refused}` : `✓ ${one.file}: ${endOf(one, origin)}`,
  )
  const isRefusedAlone = outcomes.length === 1 && accounts.length === 0
  return isRefusedAlone ? '' : [...accounts, list.join('\n')].join('\n\n')
}

/** Why each file was refused that was, field by field where it is about more than one thing. */
export function refusalsInWords(outcomes: readonly Outcome[]): string {
  return outcomes
    .flatMap((one) => {
      if (!('refused' in one)) return []
      const fields = Object.entries(one.fields).filter(([, said]) => said !== one.refused)
      return [`${one.file}: ${one.refused}`, ...fields.map(([name, said]) => `  ${name}: ${said}`)]
    })
    .join('\n')
}

/** What became of a file, for a program. */
export function outcomeAsValue(one: Outcome, origin: string) {
  if ('refused' in one) return one
  const { file, headline, newsroom, slug, read } = one
  const { blocks, lines, beside, encoding, item } = read
  return {
    ...{ file, headline, newsroom, slug, address: slug && endOf(one, origin) },
    ...{ blocks: blocks.length, beside, encoding, item: item ?? null },
    account: lines.map(({ kind, words, before, option }) => ({ kind, words, before, option })),
  }
}

const endOf = ({ newsroom, slug }: { newsroom: string; slug: string | null }, origin: string) =>
  slug === null
    ? 'read, and not brought in'
    : new URL(`/${newsroom}/articles/${encodeURIComponent(slug)}`, origin).href
