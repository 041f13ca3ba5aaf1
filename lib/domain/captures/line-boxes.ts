import type { Box } from './passage'

/** One box for each line of words, from the boxes of the pieces that they are drawn in; empty ones are left out. */
export function lineBoxes(pieces: readonly Box[]): Box[] {
  const lines: Box[] = []
  for (const piece of pieces.filter(({ width, height }) => width > 0 && height > 0)) {
    const index = lines.findIndex((line) => isBeside(line, piece))
    const line = lines[index]
    if (line) lines[index] = around(line, piece)
    else lines.push(piece)
  }
  return lines
}

/** Whether two boxes stand in one line, with no more between them than a space is wide. */
function isBeside(one: Box, other: Box): boolean {
  const shared = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  const apart = Math.max(one.x, other.x) - Math.min(one.x + one.width, other.x + other.width)
  return shared > Math.min(one.height, other.height) / 2 && apart < SPACE
}

/** As a fraction of the page's width. */
const SPACE = 0.02

function around(one: Box, other: Box): Box {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)]
  return {
    ...{ x, y },
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  }
}
