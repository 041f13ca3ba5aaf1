import { readTranscript } from '../transcripts/read-transcript'
import type { Transcript } from '../transcripts/transcript'

/**
 * A source's words as they are compared: those of a transcript without its times and names, all others as they are.
 * Refuses subtitles in which nothing is said.
 */
export function sourceWords(source: string): { text: string; transcript: Transcript | null } {
  if (source.trim() === '') return { text: source, transcript: null }
  const isSubtitles = /^\s*WEBVTT|-->/m.test(source)
  if (!isSubtitles && !/\p{L}/u.test(source)) return { text: source, transcript: null }
  const transcript = readTranscript(source)
  const tells = transcript.cues.some(({ from, speaker }) => from !== null || speaker !== null)
  return isSubtitles || tells
    ? { text: transcript.text, transcript }
    : { text: source, transcript: null }
}
