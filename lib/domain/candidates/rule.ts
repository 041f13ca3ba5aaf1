import type { BlockKind } from '../text/blocks'
import type { ClaimType } from '../vocabulary'

/**
 * One thing in a text that calls for a check. The pattern finds its core in the text with its figures
 * made plain; `grows` says how the phrase around it is found in English. A rule without languages is
 * harmless in all of them.
 */
export interface CandidateRule {
  /** Stable: it is recorded with what people made of the candidate. */
  id: string
  type: ClaimType
  pattern: RegExp
  /** How much it calls for a check by itself, from 0 to 1. */
  weight: number
  languages?: readonly string[]
  /** The only kinds of block in which these words say what the rule is about. */
  kinds?: readonly BlockKind[]
  grows?: Growth
  /** Every match has a figure in it, so that other sentences need no look. */
  figures?: true
  /** What every match has in it and a sentence is quickly searched for, so that other sentences need no look. */
  needs?: RegExp
  /** A quotation may run over several sentences of its block: `open` where only the next block goes on with it. */
  across?: 'block' | 'open'
}

/**
 * `predicate`: from the verb before the core to the noun after it. `clause`: to the marks and joining
 * words on both sides. `after` and `before`: the words that an attribution is about. Else not at all.
 */
export type Growth = 'predicate' | 'clause' | 'after' | 'before'

/** Every language whose words no rule reads. */
export const OTHERS = 'others'

export const ENGLISH = ['en']

/** A pattern for English words in either case, which need no letters beyond ASCII. */
export const english = (words: string) => new RegExp(`\\b(?:${words})\\b`, 'gi')

/** A pattern with the letters of every script. */
export const unicode = (pattern: string) => new RegExp(pattern, 'gu')

/** A person’s or a place’s name of one to four words, abbreviated ones too. */
export const NAME = "(?:\\p{Lu}[\\p{L}\\p{M}’'-]{1,20}|\\p{Lu}\\.)"
export const NAMES = `${NAME}(?:\\s(?:(?:de|da|von|van|bin|al|el|ibn|der|la)\\s)?${NAME}){0,3}`

/** A list of words parted by spaces as the alternatives of a pattern; `_` stands for a space. */
export const oneOf = (...lists: string[]) =>
  `(?:${lists.join(' ').split(' ').join('|').replaceAll('_', ' ')})`
