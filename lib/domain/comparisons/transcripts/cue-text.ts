import type { TranscriptKind } from './transcript'

/** What one voice says within a cue. */
export interface Voice {
  speaker: string | null
  words: string
}

/**
 * The words of a cue by voice, without its tags (WebVTT §6.4: class, style, voice, language, ruby, times), a ruby's
 * reading and its character references. SubRip knows fewer tags, and there `<` may stand for itself.
 */
export function voicesIn(text: string, kind: TranscriptKind): Voice[] {
  const voices: Voice[] = []
  let from = 0
  let speaker: string | null = null
  const add = (to: number) => {
    const words = plainWords(text.slice(from, to), kind)
    if (words !== '') voices.push({ speaker, words })
  }
  for (const tag of text.matchAll(VOICE)) {
    add(tag.index)
    from = tag.index + tag[0].length
    speaker = tag[1] === undefined ? null : withReferences(tag[1]).trim() || null
  }
  add(text.length)
  return voices.map((voice) => (voice.speaker ? voice : labelled(voice.words)))
}

const VOICE = /<v(?:\.[^\s<>]*)?(?:[ \t\n]+([^<>]*))?>|<\/v>/g

function plainWords(text: string, kind: TranscriptKind): string {
  const bare = text
    .replace(/<rt\b[^<>]*>[\s\S]*?(?:<\/rt>|(?=<\/ruby>)|$)/g, '')
    .replace(kind === 'vtt' ? /<[^<>]*>/g : SUBRIP_TAGS, '')
  const read = kind === 'vtt' ? withReferences(bare) : bare
  return read
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

const SUBRIP_TAGS = /<\/?(?:[biusv]|c|font|ruby|rp|span)(?:[ .][^<>]*)?>|\{\\[^{}]*\}/gi

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
}

function withReferences(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,5}));/g,
    (raw, decimal, hex, name) => {
      if (name !== undefined) return NAMED[name] ?? raw
      const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
      const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
      return isCharacter ? String.fromCodePoint(point) : '\ufffd'
    },
  )
}

/** Captions name who speaks in capitals before a colon, behind two arrows, or not at all. */
const CAPTION_LABEL = /^(?:(?:>>|&gt;&gt;|-)\s*)?(\p{Lu}[\p{Lu}\p{M} .'’-]{1,40}):\s+/u

function labelled(words: string): Voice {
  const [label = '', name] = words.match(CAPTION_LABEL) ?? []
  const rest = words.slice(label.length).replace(/^>>\s*/, '')
  return { speaker: name?.trim() ?? null, words: rest }
}
