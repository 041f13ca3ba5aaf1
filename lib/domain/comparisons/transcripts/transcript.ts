import type { Span } from '../../text/blocks'

export const TRANSCRIPT_KINDS = {
  plain: 'Text, with or without names and times',
  srt: 'SubRip subtitles (.srt)',
  vtt: 'WebVTT captions (.vtt)',
} as const

export type TranscriptKind = keyof typeof TRANSCRIPT_KINDS

/** Words said in one go, and what the transcript says about them. */
export interface Cue {
  words: string
  /** Milliseconds from the beginning of the recording; null where the transcript does not tell. */
  from: number | null
  to: number | null
  speaker: string | null
  /** The first and the last line of the words in what was read, from 1. */
  line: number
  lastLine: number
}

/** A line that was left out, or read otherwise than it stands there, and why, in a sentence. */
export interface Remark {
  line: number
  reason: string
}

/** A cue with its place in the transcript's text, in UTF-16 units. */
export interface PlacedCue extends Cue, Span {}

export interface Transcript {
  kind: TranscriptKind
  /** The words of all cues, one after the other, joined by a line feed. */
  text: string
  cues: PlacedCue[]
  remarks: Remark[]
}

/** What a reader of one kind finds. */
export interface Reading {
  cues: Cue[]
  remarks: Remark[]
}
