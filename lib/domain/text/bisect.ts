/** The first of so many indices of which this is so, by halving, if it is so of all after it; the length if of none. */
export function bisect(length: number, isSo: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isSo(middle)) high = middle
    else low = middle + 1
  }
  return low
}
