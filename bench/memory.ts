/** What the server holds before, during and after many large requests, and whether it comes back. */

import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { LONGEST_TEXT } from '@/lib/domain/text/blocks'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { cookieOf } from './support/cookie'
import { line } from './support/print-measure'

const KINDS = ['a-', 'AB ', '“a” ', 'Mr. ', 'The old bridge opened in 1932. ']
const ARTICLES = 20
const PAGES = ['', '/sign-off', '/history']
/** How long the server is left alone before it is measured again, in milliseconds. */
const REST = 45_000

/** Has the server show twenty articles of nearly a million characters, each on three pages, and leaves it alone. */
export async function measureMemory(base: string, pid: number | undefined): Promise<void> {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor', 'Ada')
  const cookie = await cookieOf(editor)
  const ask = async (address: string) => {
    const answer = await fetch(`${base}/${newsroom.slug}${address}`, { headers: { cookie } })
    await answer.arrayBuffer()
    return answer.status
  }
  await ask('')
  const before = held(pid)
  let most = before
  for (let n = 0; n < ARTICLES; n++) {
    const part = KINDS[n % KINDS.length] ?? ''
    const paragraph = part.repeat(LONGEST_TEXT / 10 / part.length - 10).trim()
    const blocks = Array.from({ length: 9 }, () => ({
      kind: 'paragraph' as const,
      text: paragraph,
    }))
    const { slug } = await newsroom.article({ by: editor, blocks, headline: `Long ${n}` })
    for (const page of PAGES) {
      const status = await ask(`/articles/${slug}${page}`)
      if (status !== 200) throw new Error(`${page} of ${slug} answered ${status}`)
      most = Math.max(most, held(pid))
    }
  }
  await delay(REST)
  await ask('')
  line(
    `Memory of the server, MiB: ${before.toFixed(0)} before, at most ${most.toFixed(0)} while it showed ${ARTICLES} articles of nearly a million characters, ${held(pid).toFixed(0)} after ${REST / 1_000} seconds of rest.`,
  )
}

/** Resident memory now, in MiB; 0 where the system does not say. */
function held(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024
  } catch {
    return 0
  }
}
