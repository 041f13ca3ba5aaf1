import type { Box } from './passage'

/** A point on a page or picture, in fractions of its width and height from the upper left corner. */
export interface Point {
  x: number
  y: number
}

/** The smallest side of a box that can be seen and taken hold of, as a fraction. */
const LEAST = 0.01

/** The box between two points, whichever way it was drawn; as far as it is on the page. */
export function boxBetween(one: Point, other: Point): Box {
  const [left, right] = [inside(Math.min(one.x, other.x)), inside(Math.max(one.x, other.x))]
  const [top, bottom] = [inside(Math.min(one.y, other.y)), inside(Math.max(one.y, other.y))]
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** A box that was moved, and stays on the page as it is. */
export function moved({ x, y, width, height }: Box, by: Point): Box {
  return {
    ...{ width, height },
    x: Math.min(inside(x + by.x), 1 - width),
    y: Math.min(inside(y + by.y), 1 - height),
  }
}

/** A box whose lower right corner was moved; it stays on the page, and large enough to be seen. */
export function sized({ x, y, width, height }: Box, by: Point): Box {
  return {
    ...{ x, y },
    width: Math.min(Math.max(width + by.x, LEAST), 1 - x),
    height: Math.min(Math.max(height + by.y, LEAST), 1 - y),
  }
}

/** Whether a box is more than a slip of the hand. */
export const isDrawn = ({ width, height }: Box) => width >= LEAST && height >= LEAST

const inside = (fraction: number) => Math.min(1, Math.max(0, fraction))
