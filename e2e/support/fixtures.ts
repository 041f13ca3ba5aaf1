import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import { encode } from 'next-auth/jwt'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/vocabulary'
import { aNewsroom, type Newsroom } from '@/lib/testing/fixtures/newsroom'

/** Somebody who works at the desk, at a browser of their own. */
export interface Person {
  actor: Actor
  page: Page
}

/** The newsroom that a story plays in, and the people who come to it. */
export interface Desk {
  newsroom: Newsroom
  /** Somebody with this role, who is logged in. */
  arrive: (role: Role, name: string, options?: BrowserContextOptions) => Promise<Person>
  /** A browser in which nobody is logged in. */
  stranger: (options?: BrowserContextOptions) => Promise<Page>
  /** Another window of somebody who is here, as on their second device, or a new browser for them. */
  logIn: (actor: Pick<Actor, 'userId' | 'sessionId'>, context: BrowserContext) => Promise<void>
  /** An address in this newsroom: of the newsroom itself, of a page, or of an article. */
  at: (place?: string | { slug: string }) => string
  /** What the browsers' consoles may say in this story, because the story brings it about. */
  mayHear: (what: RegExp) => void
}

interface Settings {
  /** Whether writers may check their own claims here. */
  selfCheck: boolean
}

export const test = base.extend<{ desk: Desk } & Settings>({
  selfCheck: [false, { option: true }],

  desk: async ({ browser, baseURL, selfCheck }, use) => {
    const newsroom = await aNewsroom({ selfCheck })
    const contexts: BrowserContext[] = []
    const heard: string[] = []
    const mayBeHeard: RegExp[] = []

    async function stranger(options?: BrowserContextOptions): Promise<Page> {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
      contexts.push(context)
      context.on('weberror', (error) => heard.push(String(error.error())))
      context.on('console', (message) => {
        if (message.type() === 'error') heard.push(`${message.text()} ${message.location().url}`)
      })
      return context.newPage()
    }

    async function logIn(
      { userId, sessionId }: Pick<Actor, 'userId' | 'sessionId'>,
      context: BrowserContext,
    ): Promise<void> {
      const secret = process.env.NEXTAUTH_SECRET ?? ''
      const value = await encode({ token: { sub: userId, sessionId }, secret })
      await context.addCookies([{ name: 'next-auth.session-token', value, url: baseURL ?? '' }])
    }

    await use({
      newsroom,
      stranger,
      logIn,
      async arrive(role, name, options) {
        const actor = await newsroom.member(role, name)
        const page = await stranger(options)
        await logIn(actor, page.context())
        return { actor, page }
      },
      at(place = '') {
        const path = typeof place === 'string' ? place : `/articles/${place.slug}`
        return `/${newsroom.slug}${path}`
      },
      mayHear: (what) => mayBeHeard.push(what),
    })

    await Promise.all(contexts.map((context) => context.close()))
    const surprises = heard.filter((line) => !mayBeHeard.some((what) => what.test(line)))
    expect(surprises, 'said by the browser’s console').toEqual([])
  },
})

export { expect } from '@playwright/test'
