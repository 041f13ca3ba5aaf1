import type { ArticleBlock } from './article-blocks'

export interface Parted {
  head: ArticleBlock[]
  body: ArticleBlock[]
}

/**
 * Parts an article's own blocks from what stands around them in the same part of the page: the head above the first
 * sentence (section, byline, date), invitations to read or subscribe elsewhere, and the foot below the last one.
 */
export function partBlocks(blocks: readonly ArticleBlock[], title: string | null): Parted {
  const seen = blocks.filter((block) => hasWords(block))
  const first = seen.findIndex((block) => isProse(block))
  const isHeadline = (block: ArticleBlock) => title !== null && folded(block.text) === folded(title)
  const start = first === -1 ? 0 : beginning(seen, first, isHeadline)
  const kept = withoutInvitations(withoutLists(seen.slice(start)))
  const body = withoutFoot(kept).filter((block, at) => !(at < 3 && isHeadline(block)))
  return body.length > 0 ? { head: seen.slice(0, start), body } : { head: [], body: seen }
}

/** A subhead that stands right above the first sentence belongs to it. */
function beginning(
  blocks: readonly ArticleBlock[],
  first: number,
  isHeadline: (block: ArticleBlock) => boolean,
): number {
  const above = blocks[first - 1]
  const isSubhead = above?.kind === 'heading' && !isHeadline(above) && !isInvitation(above)
  return isSubhead ? first - 1 : first
}

const hasWords = ({ kind, text }: ArticleBlock) =>
  kind === 'row' || kind === 'preformatted' || /[\p{L}\p{N}]/u.test(text)

/** Whether a block reads as sentences of an article. */
export function isProse({ kind, text, linked }: ArticleBlock): boolean {
  if (kind === 'heading' || linked > text.length * MOST_LINKED) return false
  if (HEAD_LINE.test(text) || !/\s/.test(text)) return WIDE.test(text) && text.length >= LEAST_WIDE
  return text.length >= (WIDE.test(text) ? LEAST_WIDE : ENDS.test(text) ? 40 : 120)
}

const LEAST_WIDE = 25

/** Bylines, dates and addresses, which may be as long as a sentence. */
const HEAD_LINE =
  /^(?:(?:first )?published|updated|posted|by|von|par|por|di|door)\b.*\d{4}|^.{0,40}\b\d{1,2}:\d{2}\b|^https?:/i

/** Scripts in which a letter is a syllable or a word. */
const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u
const ENDS = /[.!?…。！？।؟:]['"”»’)]*(?:\s|$)/

function withoutInvitations(blocks: readonly ArticleBlock[]): ArticleBlock[] {
  return blocks.filter((block) => !isInvitation(block))
}

function isInvitation({ text, linked }: ArticleBlock): boolean {
  const line = text.replace(/^[\s[(*•►▶–—-]+/, '')
  if (LABELS.test(line)) return true
  const mostlyLinked = linked * 2 > text.length
  return (mostlyLinked && ELSEWHERE.test(line)) || (text.length < 320 && SUBSCRIBE.test(line))
}

/** Lines that are labels of the page. */
const LABELS =
  /^(?:advert(?:isement)?|anzeige|publicité|publicidad|реклама|image \d+ of \/? ?\d+|\d+ of \d+|media playback is unsupported.*|share this.*|enlarge image|view author archive|email the author|follow on twitter|order reprints|print article|text size|sign in|log in|subscribe|don['’]t miss|close|caption|photo:.{0,80}|image copyright.{0,80}|image caption.{0,200})[.:!]?$/i

/** Beginnings of a line that leads to another article. */
const ELSEWHERE =
  /^(?:related|read (?:more|also|next)|see (?:also|more)|more(?: from| on|:)|also read|don['’]t miss|watch|listen|click here|lesen sie (?:auch|mehr)|mehr zum thema|lire (?:aussi|la suite)|à lire|voir aussi|leia (?:também|mais)|lee también|leer más|ver también|leggi anche|lees ook|läs (?:också|mer)|czytaj (?:też|także|również)|читайте также|ayrıca|haberin devamı|関連|관련)(?![\p{L}])/iu

const SUBSCRIBE =
  /^(?:(?:sign up|subscribe|get|join|register)\b.*\b(?:newsletters?|inbox|alerts?|subscription|subscribe|subscribing|magazine|youtube|channel)\b|click here (?:to|for)\b|follow (?:us|him|her|me|them)\b|like us on\b|download (?:our|the) app\b|get .* delivered\b|want more\b.*\bsubscri)/i

/** Leaves out runs of links to other articles: below a label that says so, in no list, or with no sentence after them. */
function withoutLists(blocks: readonly ArticleBlock[]): ArticleBlock[] {
  const lastProse = blocks.findLastIndex((block) => isProse(block))
  const kept: ArticleBlock[] = []
  for (let at = 0; at < blocks.length; ) {
    let end = at
    while (end < blocks.length && isLink(blocks[end])) end++
    const above = kept.at(-1)
    const label = above && isLabel(above) ? above : undefined
    const leadsAway = label && (ELSEWHERE.test(label.text) || FOOT.test(label.text))
    const isList = blocks.slice(at, end).every(({ kind }) => kind === 'item')
    if (end > at && (leadsAway || (end - at >= LEAST_RUN && (!isList || at > lastProse)))) {
      if (label) kept.pop()
      at = end
      continue
    }
    kept.push(...blocks.slice(at, end + 1))
    at = end + 1
  }
  return kept
}

const LEAST_RUN = 2
const MOST_LINKED = 0.85
const isLink = (block: ArticleBlock | undefined) =>
  block !== undefined && block.kind !== 'row' && block.linked >= block.text.length * MOST_LINKED
const isLabel = ({ kind, text }: ArticleBlock) =>
  text.length < 60 && (kind === 'heading' || !/[.!?…。！？]["”»’]?$/.test(text))

/** Cuts below the last sentences what is signature, rights, tags and the headings of what was left out. */
function withoutFoot(blocks: readonly ArticleBlock[]): ArticleBlock[] {
  const cut = blocks.findIndex(
    (block, at) => at * 2 >= blocks.length && block.text.length < 60 && FOOT.test(block.text),
  )
  const above = cut === -1 ? [...blocks] : blocks.slice(0, cut)
  while (above.length > 1) {
    const last = above.at(-1)
    if (!last || !(last.kind === 'heading' || RIGHTS.test(last.text))) break
    above.pop()
  }
  return above
}

/** Headings below which nothing of the article follows. */
const FOOT =
  /^(?:comments?(?: \(\d+\))?|post comment.*|leave a (?:comment|reply).*|about the authors?|tags?|tell us what you think.*|related (?:articles|stories|coverage|posts|links).*|more great .* stories|you may also like.*|recommended(?: for you)?|trending|recent articles|popular this week|most (?:read|popular)|kommentare|commentaires|comentarios|comentários|commenti|отзывы|комментарии|yorumlar)[.:…]*$/i

const RIGHTS =
  /^(?:©|\(c\) ?\d|copyright\b|first published\b|all rights reserved|this (?:document|material|article) is subject to copyright|source:|write to .{1,60} at \S+@|email .{1,60} at \S+@|citation:)/i

const folded = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
