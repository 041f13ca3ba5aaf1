import type { SOURCE_KINDS } from '@/lib/domain/vocabulary'
import { parseAddress } from '@/lib/domain/web-address'
import type { KeptText } from './kept-text'
import { writtenDate } from './written-date'

/** What a source's form is filled in with; a person decides. Empty where the kept file does not say. */
export interface SourceFacts {
  title: string
  publisher: string
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or empty. */
  published: string
  /** Null where it is not plain. */
  kind: keyof typeof SOURCE_KINDS | null
}

/** Proposes a source's title, publisher, date and kind from what was kept of it. */
export function sourceFacts(kept: KeptText): SourceFacts {
  return {
    title: kept.title ?? '',
    publisher: kept.publisher ?? '',
    published: (kept.published && writtenDate(kept.published)) || '',
    kind: kindOf(kept),
  }
}

function kindOf({ form, type, text, url, title }: KeptText): SourceFacts['kind'] {
  if (form === 'table') return 'dataset'
  const beginning = `${title ?? ''}\n${text.slice(0, 300)}`
  if (/PressRelease$/.test(type ?? '') || RELEASE.test(beginning)) return 'press_release'
  if (/Legislation$/.test(type ?? '') || (form === 'pdf' && isOfficial(url)))
    return 'official_document'
  if (/SocialMediaPosting$/.test(type ?? '')) return 'social_post'
  if (/Dataset$/.test(type ?? '')) return 'dataset'
  if (/ScholarlyArticle$/.test(type ?? '')) return 'study'
  if (NEWS.test(type ?? '')) return 'news_article'
  return form === 'page' ? 'web_page' : null
}

const NEWS = /(?:NewsArticle|ReportageNewsArticle|LiveBlogPosting)$/

/** How a release to the press calls itself, in the first lines. */
const RELEASE =
  /^\s*(?:for (?:immediate )?release|press release|news release|media release|pressemitteilung|presseinformation|communiqué de presse|comunicado de prensa|nota de prensa|comunicado de imprensa|comunicato stampa|persbericht|pressmeddelande|pressemeddelelse|komunikat prasowy|basın bülteni|пресс-релиз)(?![\p{L}])/imu

function isOfficial(url: string | null): boolean {
  return /(?:^|\.)(?:gov|mil|gov\.[a-z]{2}|gob\.[a-z]{2}|gouv\.fr|bund\.de|europa\.eu|int)$/.test(
    parseAddress(url ?? '')?.hostname ?? '',
  )
}
