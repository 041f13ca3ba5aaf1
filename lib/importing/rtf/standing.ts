import type { Change } from '../word/changes'
import { type RunLook, UNSAID } from '../word/styles'
import type { ControlWord } from './group-tree'

/** How words stand where they are read; each group has its own, taken from the one around it. */
export interface Standing {
  font: number
  /** How many letters stand in for one that is written by its number. */
  fallback: number
  look: RunLook
  inserted: boolean
  deleted: boolean
  insertedBy: number
  deletedBy: number
  paragraph: ParagraphStanding
}

export interface ParagraphStanding {
  style: number | null
  outline: number | null
  list: number | null
  /** In how many tables it stands. */
  depth: number
}

const PLAIN_PARAGRAPH: ParagraphStanding = { style: null, outline: null, list: null, depth: 0 }

export const AT_FIRST: Standing = {
  ...{ font: 0, fallback: 1, look: UNSAID, inserted: false, deleted: false },
  ...{ insertedBy: 0, deletedBy: 0, paragraph: PLAIN_PARAGRAPH },
}

/** How words stand after a control word: the same where it says nothing of that. */
export function after(standing: Standing, { word, value }: ControlWord): Standing {
  const { look, paragraph } = standing
  const isOn = value !== 0
  switch (word) {
    case 'f':
      return { ...standing, font: value ?? 0 }
    case 'uc':
      return { ...standing, fallback: Math.max(0, value ?? 1) }
    case 'plain':
      return { ...AT_FIRST, fallback: standing.fallback, paragraph }
    case 'v':
      return { ...standing, look: { ...look, hidden: isOn } }
    case 'strike':
    case 'striked':
      return { ...standing, look: { ...look, struck: isOn } }
    case 'super':
    case 'sub':
      return {
        ...standing,
        look: { ...look, height: isOn ? (word === 'super' ? 'raised' : 'lowered') : 'level' },
      }
    case 'nosupersub':
      return { ...standing, look: { ...look, height: 'level' } }
    case 'revised':
    case 'mvt':
      return { ...standing, inserted: isOn }
    case 'deleted':
    case 'mvf':
      return { ...standing, deleted: isOn }
    case 'revauth':
      return { ...standing, insertedBy: value ?? 0 }
    case 'revauthdel':
      return { ...standing, deletedBy: value ?? 0 }
    case 'pard':
      return { ...standing, paragraph: PLAIN_PARAGRAPH }
    case 's':
      return { ...standing, paragraph: { ...paragraph, style: value } }
    case 'outlinelevel':
      return { ...standing, paragraph: { ...paragraph, outline: value } }
    case 'ls':
      return { ...standing, paragraph: { ...paragraph, list: value || null } }
    case 'intbl':
      return { ...standing, paragraph: { ...paragraph, depth: Math.max(1, paragraph.depth) } }
    case 'itap':
      return { ...standing, paragraph: { ...paragraph, depth: Math.min(DEEPEST, value ?? 0) } }
    default:
      return standing
  }
}

/** In how many tables a paragraph may stand. */
const DEEPEST = 20

/** The tracked change that words are; those that were put in and taken out again are taken out. */
export function changeOf(standing: Standing, authors: readonly string[]): Change | null {
  const { inserted, deleted, insertedBy, deletedBy } = standing
  if (deleted) return { kind: 'deleted', by: authors[deletedBy] ?? '' }
  return inserted ? { kind: 'inserted', by: authors[insertedBy] ?? '' } : null
}
