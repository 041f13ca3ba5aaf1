'use client'

import { useParams, useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { isUnderWay } from '@/lib/domain/jobs/job'
import type { ShownJob } from './shown-job'

/** How often the server is asked while one of the jobs is under way, in milliseconds. */
const EVERY = 1_000

type Told = Pick<ShownJob, 'id' | 'state' | 'progress' | 'says' | 'output'>

/**
 * These jobs as they are now: asked for each second while one of them waits or runs and the page is looked at. When one
 * has ended, the page is asked for again, since what came of it stands elsewhere.
 */
export function useJobStates<Shown extends ShownJob>(jobs: readonly Shown[]): Shown[] {
  const { newsroom } = useParams<{ newsroom: string }>()
  const router = useRouter()
  const sent = JSON.stringify(jobs)
  const [told, setTold] = useState<{ of: string; jobs: readonly Told[] }>({ of: sent, jobs: [] })
  const now = jobs.map((job) => {
    const news = told.of === sent ? told.jobs.find(({ id }) => id === job.id) : undefined
    return { ...job, ...news }
  })
  const open = now.filter(({ state }) => isUnderWay(state)).map(({ id }) => id)
  const asked = open.join(',')

  useEffect(() => {
    if (asked === '') return
    let over = false
    const timer = setInterval(async () => {
      if (document.hidden) return
      const news = await statesOf(newsroom, asked)
      if (over || !news) return
      setTold((before) => {
        const known = before.of === sent ? before.jobs : []
        const others = known.filter((one) => news.every(({ id }) => id !== one.id))
        return { of: sent, jobs: [...others, ...news] }
      })
      if (news.some(({ state }) => !isUnderWay(state))) router.refresh()
    }, EVERY)
    return () => {
      over = true
      clearInterval(timer)
    }
  }, [asked, newsroom, router, sent])

  return now
}

/** Null where the server cannot be asked for a moment. */
async function statesOf(newsroom: string, ids: string): Promise<Told[] | null> {
  const answer = await fetch(`/${newsroom}/job-states?ids=${ids}`).catch(() => null)
  return answer?.ok ? answer.json() : null
}
