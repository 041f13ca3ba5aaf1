import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { editArticle } from '@/lib/commands/articles/articles'
import { keepFile, receiveFile } from '@/lib/commands/captures/files'
import { cutClaim, restoreClaim, setStatus } from '@/lib/commands/claims/claims'
import { setRole } from '@/lib/commands/newsroom/members'
import { groupOrigins, keepOriginsApart } from '@/lib/commands/sources/origins'
import { editSource } from '@/lib/commands/sources/sources'
import type { Actor } from '@/lib/domain/policy'
import { sketchOf } from '@/lib/domain/sources/text-sketch'
import { test } from '@/lib/testing/database/rollback'
import { again, aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { listChangedClaims } from '../claims/changed-claims'
import { type Dossier, type DossierPage, findDossier, listDossiers } from './dossiers'

async function aDesk() {
  const newsroom = await aNewsroom()
  const admin = await newsroom.member('admin', 'Ada')
  const checker = await newsroom.member('checker', 'Ben')
  const article = await newsroom.article({ by: admin, checkers: [checker] })
  const bridge = await newsroom.claim(article, 'opened in 1932')
  const money = await newsroom.claim(article, 'four million crowns')
  const { sourceId } = await newsroom.evidence(bridge)
  await newsroom.evidence(money)
  return { newsroom, admin, checker, article, bridge, money, sourceId }
}

const now = async (actor: Actor) => {
  const there = await again(actor)
  if (!there) throw new Error('nobody is here')
  return there
}

async function dossiersOf(actor: Actor, articleId: string, claimIds?: string[]) {
  const pages: Dossier[][] = []
  for (let after: number | null = 0; after !== null; ) {
    const page: Pick<DossierPage, 'dossiers' | 'next'> = await listDossiers(actor, {
      ...{ articleId, claimIds, after },
    })
    if (page.dossiers.length > 0) pages.push(page.dossiers)
    after = page.next
  }
  return pages
}

test('all dossiers are those that are asked for one by one, in pages', async () => {
  const { newsroom, admin } = await aDesk()
  const words = Array.from({ length: 52 }, (_, index) => `Fact ${index + 1}.`)
  const article = await newsroom.article({ by: admin, text: words.join(' ') })
  for (const fact of words) await newsroom.claim(article, fact)

  const actor = await now(admin)
  const pages = await dossiersOf(actor, article.articleId)

  expect(pages.map((page) => page.length)).toEqual([50, 2])
  for (const dossier of pages.flat().filter(({ number }) => number === 1 || number > 49)) {
    expect(dossier).toEqual(await findDossier(actor, article.articleId, dossier.number))
  }
  expect(pages.flat().map(({ number }) => number)).toEqual(words.map((_, index) => index + 1))
})

test('a dossier that came with the others holds evidence, verdicts and history', async () => {
  const { checker, article } = await aDesk()
  const actor = await now(checker)
  const [page = []] = await dossiersOf(actor, article.articleId)
  expect(page[0]).toEqual(await findDossier(actor, article.articleId, 1))
  expect(page[0]).toMatchObject({ number: 1, evidence: [{ addedBy: 'Ada' }], seq: actor.seenSeq })
  expect(page[0]?.history).toHaveLength(2)
})

test('a dossier says who cut the claim, until that is taken back', async () => {
  const { checker, article, bridge } = await aDesk()
  const { claimId } = bridge
  const cut = async () => (await findDossier(await now(checker), article.articleId, 1))?.cut
  expect(await cut()).toBeNull()
  await cutClaim(checker, { claimId, reason: 'It went.' })
  expect(await cut()).toBe('Ben cut C-001: It went.')
  await restoreClaim(checker, { claimId })
  expect(await cut()).toBeNull()
})

test('after a change only what changed is read again', async () => {
  const { admin, checker, article, bridge, money, sourceId } = await aDesk()
  const { articleId } = article
  const since = (await now(checker)).seenSeq
  const changed = async () => listChangedClaims(await now(checker), { articleId, since })
  expect(await changed()).toEqual([])
  expect(await dossiersOf(await now(checker), articleId, [])).toEqual([])

  await setStatus(admin, { claimId: money.claimId, from: 'unchecked', status: 'in_progress' })
  expect(await changed()).toEqual([money.claimId])

  await editSource(admin, { ...SOURCE, sourceId, version: 1 })
  expect(await changed()).toEqual([money.claimId, bridge.claimId])
  const pages = await dossiersOf(await now(checker), articleId, [bridge.claimId])
  expect(pages.flat().map(({ number }) => number)).toEqual([1])
})

test('what happens in another article changes nothing here', async () => {
  const { newsroom, admin, checker, article } = await aDesk()
  const since = (await now(checker)).seenSeq
  const other = await newsroom.article({ by: admin, headline: 'The tunnel' })
  await newsroom.claim(other, 'opened in 1932')
  expect(
    await listChangedClaims(await now(checker), { articleId: article.articleId, since }),
  ).toEqual([])
})

test('everything is read again from the beginning, and when the person’s role or the article’s people change', async () => {
  const { admin, checker, article } = await aDesk()
  const { articleId } = article
  const changed = async (since: number) =>
    listChangedClaims(await now(checker), { articleId, since })
  expect(await changed(0)).toBeNull()
  expect(await changed(1e9)).toBeNull()

  const before = (await now(checker)).seenSeq
  await setRole(admin, { userId: checker.userId, role: 'editor' })
  expect(await changed(before)).toBeNull()

  const after = (await now(checker)).seenSeq
  const details = { headline: 'The bridge', language: 'en', worry: '', deadline: '', editorId: '' }
  await editArticle(admin, { articleId, version: 1, ...details, writerIds: [], checkerIds: [] })
  expect(await changed(after)).toBeNull()
})

test('whoever does not work on the article gets no dossier', async () => {
  const { newsroom, article, bridge } = await aDesk()
  const stranger = await newsroom.member('checker', 'Cleo')
  const outsider = await (await aNewsroom()).member('admin', 'Olga')
  for (const actor of [stranger, outsider]) {
    expect((await dossiersOf(actor, article.articleId)).flat()).toEqual([])
    expect((await dossiersOf(actor, article.articleId, [bridge.claimId])).flat()).toEqual([])
  }
})

const SOURCE = {
  ...{ kind: 'book', title: 'The history', publisher: '', published: '', url: '' },
  ...{ origin: '', note: '' },
}

const WIRE =
  'The port of Varna reopened on Tuesday after a strike of eleven days that had kept forty ships at anchor, the harbour master said. Dockers returned to three of the five terminals at dawn.'

/** Keeps a file with these words of a source, as the route for uploads does. */
async function keepText(actor: Actor, sourceId: string, text: string) {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const file = { sha256, bytes: Buffer.byteLength(text) }
  const { arrivalId } = await receiveFile(actor, {
    ...{ file, text: { ...file, sketch: sketchOf(text) } },
    ...{ mediaType: 'text/plain', name: 'page.txt', warnings: [] },
    facts: { title: '', byline: '', publisher: '', published: '', language: '' },
  })
  await keepFile(actor, { sourceId, arrivalId })
}

test('captures with the same words are proposed as one origin until somebody judges them', async () => {
  const { newsroom, checker, article, bridge, sourceId } = await aDesk()
  const other = await newsroom.evidence(bridge, { publisher: 'The Courier' })
  const proposed = async () => {
    const dossier = await findDossier(await now(checker), article.articleId, bridge.number)
    const [page] = await dossiersOf(await now(checker), article.articleId, [bridge.claimId])
    expect(page?.[0]?.sameWords).toEqual(dossier?.sameWords)
    return dossier?.sameWords.map(({ sourceIds }) => [...sourceIds].sort())
  }
  await keepText(checker, sourceId, `Bridge news\n${WIRE}`)
  expect(await proposed()).toEqual([])
  const { seenSeq: since } = await now(checker)
  await keepText(checker, other.sourceId, WIRE)
  const both = [sourceId, other.sourceId].sort()
  expect(await proposed()).toEqual([both])
  const changed = async () =>
    listChangedClaims(await now(checker), { articleId: article.articleId, since })
  expect(await changed()).toEqual([bridge.claimId])

  await keepOriginsApart(checker, { sourceIds: both })
  expect(await proposed()).toEqual([])
  await groupOrigins(checker, { sourceIds: both })
  expect(await proposed()).toEqual([])
})
