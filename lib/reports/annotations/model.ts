/** As much of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) as Stet writes. */

export interface Annotation {
  id: string
  type: 'Annotation'
  motivation: Motivation
  created?: string
  modified?: string
  creator?: Person
  generator: typeof GENERATOR
  generated: string
  'dcterms:identifier'?: string
  body: TextualBody[]
  target: {
    type: 'SpecificResource'
    source: Source
    selector: [TextQuoteSelector, TextPositionSelector]
  }
}

export type Motivation =
  | 'assessing'
  | 'questioning'
  | 'editing'
  | 'commenting'
  | 'tagging'
  | 'linking'
  | 'replying'

/** What a body cites, in terms of schema.org. */
export interface Citation {
  'schema:citation': { type: string } & Record<string, string>
  'schema:additionalProperty': {
    type: 'schema:PropertyValue'
    'schema:name': string
    'schema:value': string
  }[]
}

export interface TextualBody extends Partial<Citation> {
  /** Whose words a claim reports. */
  'schema:spokenByCharacter'?: string
  type: 'TextualBody'
  purpose: Motivation
  value: string
  format: 'text/plain'
  language: string
  textDirection: 'ltr' | 'rtl'
  creator?: Person
  created?: string
}

export interface Person {
  type: 'Person'
  name: string
}

export interface Source {
  id: string
  type: 'Text'
  format: 'text/plain'
  language: string
  textDirection: 'ltr' | 'rtl'
  /** The SHA-256 of the text that the positions count in. */
  'dcterms:identifier': string
}

export interface TextQuoteSelector {
  type: 'TextQuoteSelector'
  exact: string
  prefix: string
  suffix: string
}

/** In Unicode code points, from 0 (§4.2.5). */
export interface TextPositionSelector {
  type: 'TextPositionSelector'
  start: number
  end: number
}

/** Terms with `dcterms:` and `schema:` are prefixed in this context already, so that all of it is valid JSON-LD. */
export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

export const GENERATOR = { id: 'urn:stet', type: 'Software', name: 'Stet' } as const
