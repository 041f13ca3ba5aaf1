/** The article that the notes are of, as its forms send it. */
export interface AnnotatedArticle {
  id: string
  slug: string
  language: string
  /** The number of its newest text. */
  revision: number
  hasWriter: boolean
}
