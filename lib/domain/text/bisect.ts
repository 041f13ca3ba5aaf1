/**
 * The first index from 0 to `length` of which `isSo` holds, by halving; `length` where it holds of none. Whatever it
 * holds of, it has to hold of all after.
 */
export function bisect(length: number, isSo: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isSo(middle)) high = middle
    else low = middle + 1
  }
  return low
}
