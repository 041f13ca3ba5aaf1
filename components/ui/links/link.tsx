import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link of ours. What it leads to is asked for when it is followed: dozens stand on a page, and asking for them all ahead would cost
 * the page that is being drawn and the newsroom's server more than it saves. `LinkAhead` is for the few that are followed all day.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />
}
