import { Refusal } from '../../refusal'
import { readPlain } from './plain-transcript'
import { readSubtitles } from './subtitles'
import { timesInOrder, withoutRollUp } from './tidy-cues'
import type { Cue, PlacedCue, Transcript, TranscriptKind } from './transcript'

const READERS = { plain: readPlain, srt: readSubtitles, vtt: readSubtitles } as const

/**
 * Reads what was said from a transcript: plain text with or without names and times, SubRip, or WebVTT (W3C Candidate
 * Recommendation of 2019, §4 and §6.1). Where the kind is not given, it is told from the text.
 *
 * Every word is kept: a broken time takes no words with it. What was left out (notes, styles, lines that roll on) or
 * read otherwise is in `remarks`. Refuses a text in which nothing is said.
 */
export function readTranscript(text: string, kind: TranscriptKind = kindOf(text)): Transcript {
  const lines = linesOf(text)
  const { cues, remarks } = READERS[kind](lines, kind)
  const rolled = withoutRollUp(cues)
  const timed = timesInOrder(rolled.cues)
  const said = timed.cues.filter(({ words }) => /[\p{L}\p{N}]/u.test(words))
  if (said.length === 0) {
    const message =
      'Nothing is said in this transcript. Paste its text, or choose a file with words.'
    throw new Refusal('invalid', message, { transcript: message })
  }
  return {
    kind,
    ...placed(timed.cues),
    remarks: [...remarks, ...rolled.remarks, ...timed.remarks].sort((a, b) => a.line - b.line),
  }
}

/** WebVTT by its first word, SubRip by an arrow between two times. */
function kindOf(text: string): TranscriptKind {
  if (/^\ufeff?WEBVTT(?:[ \t\r\n]|$)/.test(text)) return 'vtt'
  return /^[ \t]*\d{1,3}:\d\d(?::\d\d)?[.,:]?\d*[ \t]*-->/m.test(text) ? 'srt' : 'plain'
}

/** As WebVTT has it (§6.1): without a byte order mark, NUL replaced, and lines that end in CR, LF or both. */
function linesOf(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .replaceAll('\0', '\ufffd')
    .split(/\r\n|\r|\n/)
}

function placed(cues: readonly Cue[]): { text: string; cues: PlacedCue[] } {
  let start = 0
  const all = cues.map((cue): PlacedCue => {
    const end = start + cue.words.length
    const one = { ...cue, start, end }
    start = end + 1
    return one
  })
  return { text: cues.map(({ words }) => words).join('\n'), cues: all }
}
