import { beforeAll, expect, test } from 'vitest'
import { editArticle } from '@/lib/commands/articles/articles'
import { dismissCandidate, restoreCandidate } from '@/lib/commands/claims/candidates'
import {
  cutClaim,
  editClaim,
  markClaim,
  restoreClaim,
  setStatus,
} from '@/lib/commands/claims/claims'
import { settleClaim } from '@/lib/commands/claims/place-claims'
import { askSecondCheck, nameSecondChecker } from '@/lib/commands/claims/second-checks'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import type { Command } from '@/lib/commands/command'
import { markCoverage, unmarkCoverage } from '@/lib/commands/coverage/coverage'
import { writeComment } from '@/lib/commands/discussion/comments'
import { answerQuery, askQuery, closeQuery } from '@/lib/commands/discussion/queries'
import {
  acceptSuggestion,
  stetSuggestion,
  suggestChange,
} from '@/lib/commands/discussion/suggestions'
import { changeNewsroom, setRole } from '@/lib/commands/newsroom/members'
import { reviseArticle } from '@/lib/commands/revisions/revise'
import { attachEvidence, detachEvidence } from '@/lib/commands/sources/evidence'
import { editSource } from '@/lib/commands/sources/sources'
import { db } from '@/lib/db/client'
import { type Desk, findDesk } from '@/lib/db/workspace/find-desk'
import { type DeskChanges, findDeskChanges } from '@/lib/db/workspace/find-desk-changes'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { again, aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { applyChanges } from './apply-changes'

const STEPS = 100

type Scene = Awaited<ReturnType<typeof aScene>>

let scene: Scene

beforeAll(async () => {
  scene = await aScene()
})

test.each([1, 2])(
  'what changed, put upon what was known, is the whole desk for whoever reads it (%s)',
  async (seed) => {
    const random = randomOf(seed)
    const { slug, people } = scene
    const readers = await Promise.all(
      Object.entries(people).map(async ([name, person], at) => {
        const asked = { slug, claim: at % 5 }
        return { name, person, claim: asked.claim, desk: await whole(person, asked) }
      }),
    )
    const answers = { parts: 0, whole: 0, done: 0 }
    for (let step = 0; step < STEPS; step++) {
      const what = await doSomething(scene, random)
      if (!what.startsWith('refused')) answers.done++
      for (const reader of readers) {
        if (random() < 0.6 && step < STEPS - 1) continue
        const { name, person, claim, desk } = reader
        const known = { slug, has: desk.revision.sha256, since: desk.seq, claim }
        const kept = desk.dossier?.number ?? 0
        const found = await findDeskChanges(await now(person), { ...known, kept })
        const next = await whole(person, { slug, claim })
        answers[found ? 'parts' : 'whole']++
        reader.desk = found ? applyChanges(desk, sent<DeskChanges>(found)) : next
        expect({ step, what, name, desk: reader.desk }).toEqual({ step, what, name, desk: next })
      }
    }
    expect(answers.parts).toBeGreaterThan(answers.whole)
    expect(answers.done).toBeGreaterThan(STEPS / 4)
  },
  600_000,
)

async function aScene() {
  const newsroom = await aNewsroom()
  const people = {
    admin: await newsroom.member('admin', 'Ada'),
    editor: await newsroom.member('editor', 'Ines'),
    checker: await newsroom.member('checker', 'Tom'),
    'another checker': await newsroom.member('checker', 'Olu'),
    writer: await newsroom.member('writer', 'Lena'),
    auditor: await newsroom.member('auditor', 'Bo'),
  }
  const { editor: by, checker, writer, 'another checker': other } = people
  const article = await newsroom.article({ by, checkers: [checker, other], writers: [writer] })
  for (const words of ['opened in 1932', 'four million crowns', 'first in the country']) {
    const claim = await newsroom.claim(article, words)
    await newsroom.evidence(claim)
  }
  return { ...article, people }
}

type Random = () => number

/** Does one thing, as somebody, to something: whatever is refused changes nothing. */
async function doSomething({ articleId, people }: Scene, random: Random): Promise<string> {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]
  const revision = await db().revision.findFirstOrThrow({
    where: { articleId },
    orderBy: { number: 'desc' },
  })
  const claims = await db().claim.findMany({ where: { articleId }, orderBy: { number: 'asc' } })
  const claim = pick(claims)
  const ids = Object.values(people).map(({ userId }) => userId)
  const start = Math.floor(random() * (revision.text.length - 20))
  const on = { articleId, revision: revision.number }
  const place = { ...on, start, end: start + 5 + Math.floor(random() * 15) }
  const { id: claimId, status: from, version } = claim ?? {}
  const one = <Row extends { id: string }>(rows: Row[]) => pick(rows)?.id
  const evidence = await db().evidence.findMany({ where: { claim: { articleId } } })
  const details = { type: pick(['event', 'money']), risks: random() < 0.4 ? ['legal'] : [] }
  const text = revision.text.replace(/\d{4}/, (year) => String(Number(year) + 1))
  const suggestionId = one(await db().suggestion.findMany({ where: { articleId } }))
  const queryId = one(await db().query.findMany({ where: { articleId } }))

  const often: [Command, object][] = [
    [setStatus, { claimId, from, status: pick(['in_progress', 'waiting_source']) }],
    [giveVerdict, { claimId, verdict: 'disputed', rationale: 'So.', check: 'first' }],
    [giveVerdict, { claimId, verdict: 'confirmed', check: 'first' }],
    [giveVerdict, { claimId, verdict: 'not_checkable', rationale: 'No.', check: 'second' }],
    [editClaim, { claimId, version, ...details, assigneeId: random() < 0.5 ? pick(ids) : '' }],
    [markClaim, { ...place, type: 'event' }],
    [cutClaim, { claimId, reason: 'Gone.' }],
    [restoreClaim, { claimId }],
    [settleClaim, { ...place, claimId }],
    [askSecondCheck, { claimId }],
    [nameSecondChecker, { claimId, secondCheckerId: pick(ids) }],
    [attachEvidence, { claimId, sourceId: pick(evidence)?.sourceId, ...STANCE }],
    [detachEvidence, { claimId, evidenceId: one(evidence), reason: 'Not this.' }],
    [writeComment, { claimId, text: 'Look.' }],
    [askQuery, { ...place, to: pick(['writer', 'editor']), question: 'So?', blocking: 'on' }],
    [
      askQuery,
      {
        ...place,
        ...spanOfClaim(claim),
        claimId,
        to: 'writer',
        question: 'Who says?',
        waiting: 'on',
      },
    ],
    [answerQuery, { queryId, text: 'Yes.' }],
    [closeQuery, { queryId, text: 'Done.' }],
    [suggestChange, { ...place, after: 'other', reason: 'number' }],
    [acceptSuggestion, { suggestionId, after: 'another' }],
    [stetSuggestion, { suggestionId, reason: 'It is right.' }],
    [markCoverage, { ...on, kind: 'opinion', places: [place] }],
    [
      unmarkCoverage,
      {
        articleId,
        markIds: [one(await db().coverageMark.findMany({ where: { revisionId: revision.id } }))],
      },
    ],
    [dismissCandidate, { ...place, rule: 'figure', score: 0.5 }],
    [
      restoreCandidate,
      {
        articleId,
        decisionId: one(
          await db().candidateDecision.findMany({ where: { revisionId: revision.id } }),
        ),
      },
    ],
  ]
  const { version: at = 1 } = (await db().article.findUnique({ where: { id: articleId } })) ?? {}
  const source = await db().source.findFirst({ where: { id: pick(evidence)?.sourceId } })
  const { editor, checker, writer, 'another checker': other } = people
  const newsroom = { name: 'The Desk', secondCheck: pick(['never', 'by_risk', 'every_claim']) }
  const seldom: [Command, object][] = [
    [reviseArticle, { articleId, base: revision.number, blocks: blocksOf(text) }],
    [
      editSource,
      { sourceId: source?.id, version: source?.version, kind: 'book', title: `${start}` },
    ],
    [
      editArticle,
      {
        ...{ articleId, version: at, headline: `The bridge ${start}`, editorId: editor.userId },
        ...{
          writerIds: [writer.userId, pick([other, editor])?.userId],
          checkerIds: [checker.userId, other.userId],
        },
      },
    ],
    [setRole, { userId: other.userId, role: pick(['checker', 'editor']) }],
    [changeNewsroom, { ...newsroom, secondCheckRisks: ['legal'] }],
  ]
  const [command, input] = pick(random() < 0.93 ? often : seldom) ?? []
  const person = pick(Object.values(people))
  if (!command || !person) return 'nothing'
  const what = JSON.stringify(input)
  return command(await now(person), input).then(
    () => what,
    (error) => {
      if (error instanceof Refusal) return `refused: ${what}`
      throw error
    },
  )
}

const spanOfClaim = (claim: object | undefined) => (claim ? { start: 4, end: 14 } : {})

const STANCE = { stance: 'supports', directness: 'primary', locator: 'page 2' }

const blocksOf = (text: string) =>
  text.split('\n\n').map((one) => ({ kind: 'paragraph', text: one }))

/** As it arrives in a browser. */
function sent<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value))
}

async function whole(person: Actor, asked: { slug: string; claim: number }): Promise<Desk> {
  const desk = await findDesk(await now(person), asked)
  if (!desk) throw new Error(`${person.name} does not see the article`)
  return sent(desk)
}

async function now(person: Actor): Promise<Actor> {
  const there = await again(person)
  if (!there) throw new Error(`${person.name} is gone`)
  return there
}

function randomOf(seed: number): Random {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}
