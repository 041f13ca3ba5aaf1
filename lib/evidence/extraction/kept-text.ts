/** The words of a kept file and what it says of itself; null for what it does not say. */
export interface KeptText {
  form: 'page' | 'pdf' | 'mail' | 'text' | 'table'
  text: string
  title: string | null
  byline: string | null
  publisher: string | null
  /** As the file writes it. */
  published: string | null
  /** BCP 47, as the file writes it. */
  language: string | null
  /** A type of schema.org or Open Graph, as `NewsArticle`. */
  type: string | null
  url: string | null
  /** The words at pictures, which are not in the text. */
  captions?: string[]
  pages?: KeptPage[]
  attachments?: KeptAttachment[]
  /** How a web archive got it. */
  capture?: { at: string | null; status: number; headers: [string, string][] }
}

/** A page of a document. Its text stands in the whole from `start` on, in UTF-16 units. */
export interface KeptPage {
  number: number
  /** In points of 1/72 inch, as the page is shown. */
  width: number
  height: number
  start: number
  text: string
  items: KeptItem[]
}

/** A run of words on a page: where it stands in the page's text, and its box in fractions of the page from its top left. */
export interface KeptItem {
  start: number
  end: number
  left: number
  top: number
  width: number
  height: number
}

export interface KeptAttachment {
  name: string | null
  type: string
  /** In bytes. */
  size: number
  sha256: string
}

/** A kept text that says nothing of itself. */
export function keptText(form: KeptText['form'], text: string): KeptText {
  const unsaid = { title: null, byline: null, publisher: null, published: null }
  return { form, text, ...unsaid, language: null, type: null, url: null }
}
