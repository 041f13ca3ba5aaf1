import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { listArticles } from '@/lib/db/articles/article-list'
import { findArticle } from '@/lib/db/articles/articles'
import { findNewestItem } from '@/lib/db/articles/item-versions'
import { listAuditEntries } from '@/lib/db/audit/log'
import { findRevision } from '@/lib/db/revisions/revisions'
import type { Actor } from '@/lib/domain/policy'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { makeOdt, p } from '@/lib/testing/importing/make-odt'
import { aNinjsItem, NINJS_WORDS } from '@/lib/testing/importing/ninjs-item'
import { aPage } from '@/lib/testing/importing/web-page'
import { aWordDraft } from '@/lib/testing/importing/word-draft'
import { aCommandLine } from '@/lib/testing/run/command-line'

const { stet, at, variables } = aCommandLine()
const SAYS = 'The old bridge opened in 1932.'

describe('articles from the command line', () => {
  let desk: Awaited<ReturnType<typeof aDesk>>
  beforeEach(async () => {
    desk = await aDesk()
  })
  const bring = (...args: string[]) =>
    stet(['import', ...args, '--newsroom', desk.slug, '--as', desk.ines.email])
  const put = (name: string, content: string | Buffer) => {
    writeFileSync(at(name), content)
    return at(name)
  }

  test.each<[name: string, content: string | Buffer]>([
    ['bridge.docx', aWordDraft()],
    ['bridge.odt', makeOdt({ body: p(SAYS) })],
    ['bridge.rtf', `{\\rtf1 ${SAYS}}`],
    ['bridge.html', `<h1>The bridge</h1><p>${SAYS}</p>`],
    ['page.html', aPage({})],
    ['bridge.md', `# The bridge\n\n${SAYS}\n`],
    ['bridge.txt', `The bridge\n\n${SAYS}\n`],
    ['bridge.json', JSON.stringify(aNinjsItem())],
  ])('%s is read and brought in', async (name, content) => {
    const { status, stdout } = await bring(put(name, content), '--headline', 'It opens', '--json')
    expect(status).toBe(0)
    const [{ slug, headline, address }] = JSON.parse(stdout).files
    expect(headline).toBe('It opens')
    expect(address).toContain(`/${desk.slug}/articles/${slug}`)
    const words = await textOf(desk.ines, slug)
    expect(words).toMatch(/bridge/i)
  })

  test('have their writers, editor and deadline, and the log says who brought them', async () => {
    const file = put('draft.docx', aWordDraft())
    const args = ['--writer', desk.lena.email, '--writer', desk.tom.email.toUpperCase()]
    const brought = await bring(file, ...args, '--deadline', '2026-12-04T18:00Z')
    expect(brought).toMatchObject({ status: 0, stderr: '' })
    expect(brought.stdout).toContain('Hidden in the source (1, leave out): Ask Tom.')
    expect(brought.stdout).toContain('It also has 2 footnotes, 2 comments, 1 link.')

    const article = await findArticle(desk.ines, { slug: 'the-bridge' })
    expect(article).toMatchObject({ headline: 'The bridge', editorId: desk.ines.userId })
    expect(article?.writerIds.toSorted()).toEqual([desk.lena.userId, desk.tom.userId].toSorted())
    expect(article?.deadline?.toISOString()).toBe('2026-12-04T18:00:00.000Z')
    const events = (await listAuditEntries(desk.ines)).slice(-4)
    expect(events.map(({ type }) => type)).toEqual([
      ...['file.arrived', 'article.brought', 'document.brought', 'job.asked'],
    ])
    expect(new Set(events.map(({ actorId }) => actorId))).toEqual(new Set([desk.ines.userId]))
  })

  test('are each by themselves: one that is refused hinders no other', async () => {
    const files = [
      put('one.md', `# One\n\n${SAYS}`),
      put('broken.docx', Buffer.from('PK\x03\x04 no document')),
      put('two.txt', ' \n'),
      put('picture.png', 'x'),
      put('no-headline.rtf', `{\\rtf1 ${SAYS} ${'And so on, it goes. '.repeat(20)}}`),
      at('nowhere.md'),
      put('three.md', `# Three\n\n${SAYS}`),
    ]
    const { status, stdout, stderr } = await bring(...files)
    expect(status).toBe(1)
    expect(stdout.match(/^✓ /gm)).toHaveLength(2)
    expect(stdout.match(/^✗ /gm)).toHaveLength(5)
    expect(stderr).toContain('two.txt: There is no text in this file.')
    expect(stderr).toContain('picture.png: Stet opens .docx, .odt, .rtf')
    expect(stderr).toContain('headline: Give the article a headline.')
    expect(stderr).toContain('nowhere.md: There is nothing of that name.')
    const { articles } = await listArticles(desk.ines, {})
    expect(articles.map(({ headline }) => headline).toSorted()).toEqual(['One', 'Three'])
  })

  test('that the desk has already are not brought in twice, unless that is meant', async () => {
    const file = put('item.json', JSON.stringify(aNinjsItem()))
    expect(await bring(file)).toMatchObject({ status: 0 })
    const again = await bring(file)
    expect(again).toMatchObject({ status: 1, stdout: '' })
    expect(again.stderr).toContain(
      'The desk has this item already, as the-old-bridge-closes-in-may',
    )
    expect(await bring(file, '--again')).toMatchObject({ status: 0 })
    const article = await findArticle(desk.ines, { slug: 'the-old-bridge-closes-in-may-2' })
    expect(article?.language).toBe('en')
    expect(article && (await findNewestItem(desk.ines, article.id))?.version).toBe('3')
    expect(await textOf(desk.ines, 'the-old-bridge-closes-in-may')).toContain(NINJS_WORDS.first)
  })

  test('are only read where that is asked for', async () => {
    const { length } = await listAuditEntries(desk.ines)
    const read = await bring(put('dry.docx', aWordDraft()), '--dry-run', '--json')
    const [{ slug, account, beside }] = JSON.parse(read.stdout).files
    expect({ status: read.status, slug }).toEqual({ status: 0, slug: null })
    expect(account).toContainEqual(expect.objectContaining({ kind: 'hidden', words: 'Ask Tom.' }))
    expect(beside).toMatchObject({ footnote: 2 })
    expect(await listAuditEntries(desk.ines)).toHaveLength(length)
  })

  test('come by standard input, too', () => {
    const stdin = (...args: string[]) =>
      spawnSync(
        process.execPath,
        [path.resolve('lib/cli/stet.mjs'), 'import', '-', '--newsroom', desk.slug].concat(
          ['--as', desk.ines.email, '--json'],
          args,
        ),
        { input: `# Piped\n\n${SAYS}`, encoding: 'utf8', env: { ...process.env, ...variables() } },
      )
    const { status, stdout } = stdin('--format', 'md')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).files).toMatchObject([{ file: '-', slug: 'piped', account: [] }])
  })

  test('come from nobody who may not bring them, and for nobody who is not there', async () => {
    const file = put('x.md', `# X\n\n${SAYS}`)
    const as = (email: string, ...args: string[]) =>
      stet(['import', file, '--newsroom', desk.slug, '--as', email, ...args])
    expect(await as(desk.auditor.email)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('may not bring articles'),
    })
    const stranger = await (await aNewsroom()).member('admin')
    expect(await as(stranger.email)).toMatchObject({ status: 1 })
    expect(await as(desk.ines.email, '--writer', stranger.email)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`${stranger.email} is no member`),
    })
    expect((await listArticles(desk.ines, {})).articles).toEqual([])
  })

  test('are asked for in a way that is understood', async () => {
    const file = put('y.md', `# Y\n\n${SAYS}`)
    for (const args of [
      ['-'],
      [file, '--format', 'md'],
      ['-', '-', '--format', 'md'],
      [file, file, '--headline', 'Both'],
      [file, '--deadline', 'tomorrow'],
      [file, '--language', 'no language'],
      [file, '--colour', 'red'],
    ]) {
      expect(await bring(...args)).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/error/),
      })
    }
  })
})

async function textOf(actor: Actor, slug: string): Promise<string> {
  const article = await findArticle(actor, { slug })
  return (article && (await findRevision(actor, article.id)))?.text ?? ''
}

async function aDesk() {
  const { slug, member } = await aNewsroom()
  return {
    slug,
    ines: await member('editor', 'Ines'),
    lena: await member('writer', 'Lena'),
    tom: await member('writer', 'Tom'),
    auditor: await member('auditor', 'Olu'),
  }
}
