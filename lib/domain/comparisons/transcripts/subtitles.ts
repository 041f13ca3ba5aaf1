import { voicesIn } from './cue-text'
import { millisecondsOf } from './cue-times'
import type { Cue, Reading, Remark, TranscriptKind } from './transcript'

/** Reads the cues of WebVTT or SubRip: blocks of lines with an arrow in the first or second, parted by empty ones. */
export function readSubtitles(lines: readonly string[], kind: TranscriptKind): Reading {
  const cues: Cue[] = []
  const remarks: Remark[] = []
  for (const block of blocksOf(lines, kind)) {
    if (kind === 'vtt' && block.line === 1 && isHeader(block)) continue
    const reason = unsaidIn(block, kind)
    if (reason) remarks.push({ line: block.line, reason })
    else addCues(cues, remarks, block, kind)
  }
  if (kind === 'vtt' && !isHeader({ line: 1, lines: [lines[0] ?? ''] })) {
    remarks.unshift({
      line: 1,
      reason: 'The file does not begin with WEBVTT, and was read all the same.',
    })
  }
  return { cues, remarks }
}

interface Block {
  /** The first of its lines, from 1. */
  line: number
  lines: string[]
}

const ARROW = '-->'

/** An arrow begins a new block also where no empty line stands before it, and takes the number or name above it along. */
function blocksOf(lines: readonly string[], kind: TranscriptKind): Block[] {
  const blocks: Block[] = []
  let isOpen = false
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      isOpen = false
      continue
    }
    const open = isOpen ? blocks.at(-1) : undefined
    if (open && (!line.includes(ARROW) || isNameOfCue(open, kind))) {
      open.lines.push(line)
      continue
    }
    const number =
      open && kind === 'srt' && isNumber(open.lines.at(-1)) ? open.lines.pop() : undefined
    const block =
      number === undefined
        ? { line: index + 1, lines: [line] }
        : { line: index, lines: [number, line] }
    blocks.push(block)
    isOpen = true
  }
  return blocks.filter((block) => block.lines.length > 0)
}

/** Any line may name a cue in WebVTT; in SubRip only a number does, and other words were said. */
function isNameOfCue({ lines: [name = '', ...more] }: Block, kind: TranscriptKind): boolean {
  return more.length === 0 && !name.includes(ARROW) && (kind === 'vtt' || isNumber(name))
}

const isNumber = (line: string | undefined) => line !== undefined && /^\s*\d+\s*$/.test(line)

const isHeader = ({ lines }: Block) => /^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')

/** Why a block holds no words that were said; null if it is a cue, or cannot be told. */
function unsaidIn({ lines }: Block, kind: TranscriptKind): string | null {
  const [first = '', second = ''] = lines
  if (kind === 'vtt' && !first.includes(ARROW) && !second.includes(ARROW)) {
    if (/^NOTE(?:[ \t]|$)/.test(first)) return 'A note was left out.'
    if (/^STYLE[ \t]*$/.test(first)) return 'A style sheet was left out.'
    if (/^REGION[ \t]*$/.test(first)) return 'A region of the screen was left out.'
  }
  return lines.length === 1 && isNumber(first) ? 'A number with no words was left out.' : null
}

function addCues(cues: Cue[], remarks: Remark[], block: Block, kind: TranscriptKind): void {
  const at = block.lines.findIndex((line) => line.includes(ARROW))
  const line = block.line + at + 1
  const payload = block.lines.slice(at + 1)
  const { from, to, problem } = at < 0 ? UNTIMED : timesIn(block.lines[at] ?? '')
  if (problem) remarks.push({ line: Math.max(block.line, line - 1), reason: problem })
  if (payload.length === 0) {
    remarks.push({ line: line - 1, reason: 'A time with no words was left out.' })
    return
  }
  for (const { speaker, words } of voicesIn(payload.join('\n'), kind)) {
    cues.push({ words, from, to, speaker, line, lastLine: line + payload.length - 1 })
  }
}

const UNTIMED = {
  from: null,
  to: null,
  problem: 'These words have no time. They were read without one.',
}

/** Both times of `00:00:05.000 --> 00:00:09.000 align:start`; what follows them says where on the screen. */
function timesIn(line: string): { from: number | null; to: number | null; problem: string | null } {
  const [before = '', after = ''] = line.split(ARROW)
  const from = millisecondsOf(before)
  const to = millisecondsOf(after.trim().split(/\s/)[0] ?? '')
  if (from === null) {
    return {
      from: null,
      to: null,
      problem: 'The time cannot be read. The words were read without one.',
    }
  }
  if (to === null) {
    return {
      from,
      to: null,
      problem: 'The time at which this ends cannot be read, and was left out.',
    }
  }
  return { from, to, problem: null }
}
