/** A count that is shown beside a list goes no further than this: beyond, nobody needs to know, and counting would take long. */
export const MOST_COUNTED = 100

/** A count as it is shown: `99+` where counting stopped. */
export function counted(count: number): string {
  return count < MOST_COUNTED ? `${count}` : `${MOST_COUNTED - 1}+`
}
