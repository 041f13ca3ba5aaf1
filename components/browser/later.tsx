'use client'

import { type ComponentType, lazy, type ReactNode, Suspense, use, useState } from 'react'

/**
 * A component whose script comes only when it is first drawn, or before that when the page has nothing else to do, so
 * that nobody waits for it. `fetchLater` begins that.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): Later<Props> {
  let Here: ComponentType<Props> | null = null
  let coming: Promise<{ default: ComponentType<Props> }> | null = null
  const fetched = () => {
    coming ??= load().then((loaded) => {
      Here = loaded
      return { default: loaded }
    })
    // What could not be fetched is tried again when it is asked for.
    coming.catch(() => {
      coming = null
    })
    return coming
  }
  // Drawn as soon as it can be: where Stet does not answer, the rest of the page stays.
  const patient = (): ReturnType<typeof fetched> =>
    fetched().catch(() => new Promise((again) => setTimeout(again, RETRY)).then(patient))
  const Lazy = lazy(patient)
  waiting.add(fetched)
  const choose = () => Here ?? Lazy
  return Object.assign((props: Props) => <Chosen choose={choose} props={props} />, { fetched })
}

/** The same for what is no component: a function that gives it once its script has come. */
export function fetchedLater<Module>(load: () => Promise<Module>): () => Promise<Module> {
  waiting.add(load)
  return load
}

type Later<Props> = ((props: Props) => ReactNode) & { fetched: () => Promise<unknown> }

/**
 * Waits for what comes later where the page shows it from the start: drawn by the server and without its script, it
 * would be drawn a second time when something changes beside it, and lose the focus.
 */
export function useFirst(isShown: boolean, drawn: Pick<Later<never>, 'fetched'>): void {
  if (isShown) use(drawn.fetched())
}

/**
 * What has come is drawn at once; asked again, it would be a moment late. What is drawn stays the same component:
 * another one would begin anew, and lose what is typed or being sent.
 */
function Chosen<Props extends object>({
  choose,
  props,
}: {
  choose: () => ComponentType<Props>
  props: Props
}) {
  const [Drawn] = useState(choose)
  return (
    <Suspense>
      <Drawn {...props} />
    </Suspense>
  )
}

const waiting = new Set<() => Promise<unknown>>()

/** Fetches all that comes later, a while after the page stands; what cannot be fetched now is when it is drawn. */
export function fetchLater(): () => void {
  const timer = setTimeout(async () => {
    for (const fetched of waiting) await fetched().catch(() => {})
    waiting.clear()
  }, PAUSE)
  return () => clearTimeout(timer)
}

/** Pause before a script that did not come is asked for again, in milliseconds. */
const RETRY = 2_000

/** The page's own work comes first, in milliseconds. */
const PAUSE = 2_000
