import type { Aspect, Directness, SourceKind, Stance } from '../vocabulary'

/** Evidence as a file from elsewhere cites it: all that is said of it but who attached it, when, and in which kept copy. */
export interface CitedEvidence {
  source: {
    kind: SourceKind
    title: string
    publisher: string
    published: string
    url: string
    origin: string
  }
  /** null: it bears on both. */
  aspect: Aspect | null
  stance: Stance
  directness: Directness
  locator: string
  excerpt: string
  note: string
}

/** How an annotation names whose words a claim reports (schema.org, Quotation). */
export const CLAIMANT_AS = 'schema:spokenByCharacter'

/** How an annotation names what is said of evidence (schema.org, PropertyValue). */
export const CITED_AS = {
  aspect: 'Bears on',
  stance: 'Stance',
  directness: 'Directness',
  locator: 'Locator',
  excerpt: 'Excerpt',
  note: 'Note',
} as const

/** How it names what is known of the source (schema.org, CreativeWork). */
export const SOURCE_AS = {
  kind: 'schema:genre',
  title: 'schema:name',
  publisher: 'schema:publisher',
  published: 'schema:datePublished',
  url: 'schema:url',
  origin: 'schema:isBasedOn',
} as const
