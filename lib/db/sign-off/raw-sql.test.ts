import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { illegalStates } from '@/lib/testing/adversary/illegal-states'
import {
  gate,
  type Isolation,
  openRawConnection,
  type RawConnection,
} from '@/lib/testing/adversary/raw-connection'
import {
  type Hand,
  NEVER,
  RAW_SQL_ATTACKS,
  type Target,
} from '@/lib/testing/adversary/raw-sql-attacks'
import { databaseUrls, isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { anArticleToSign, type Way } from '@/lib/testing/fixtures/article-to-sign'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'

let done: () => Promise<void>
let owner: pg.Client
let hands: RawConnection[]

beforeAll(async () => {
  done = await isolatedDatabase()
  owner = new pg.Client({ connectionString: databaseUrls().owner })
  await owner.connect()
  await owner.query(
    `ALTER DATABASE ${owner.escapeIdentifier(owner.database ?? '')} SET deadlock_timeout = '20ms'`,
  )
  await owner.query(HISTORY)
  hands = await Promise.all([openRawConnection(), openRawConnection(), openRawConnection()])
})

afterAll(async () => {
  for (const one of hands) await one.end()
  await owner.end()
  await done()
})

describe('past every command, and whatever else goes on, nobody can', () => {
  beforeAll(async () => {
    await aTarget('published')
  })

  test.each(NEVER)('%s', async (statement) => {
    expect(await hands[0]?.try([statement])).toMatch(/append-only|permission denied/)
  })
})

type Step = readonly [Hand, Isolation?]

const RR = 'REPEATABLE READ'

/** On an article that stands so; the last step of each is refused. */
const REFUSED: readonly (readonly [Way, ...Step[]])[] = [
  ['accepted', ['sign, naming nothing']],
  ['accepted', ['sign without acceptances']],
  ['accepted', ['sign and leave the state']],
  ['accepted', ['sign the first text']],
  ['accepted', ['sign another SHA-256']],
  ['accepted', ['sign as a checker']],
  ['accepted', ['sign as a writer of it']],
  ['accepted', ['sign what they wrote']],
  ['accepted', ['call a claim incorrect']],
  ['accepted', ['call every claim confirmed']],
  ['accepted', ['find a claim incorrect and call it confirmed']],
  ['accepted', ['sign in a higher role']],
  ['accepted', ['sign twice']],
  ['accepted', ['sign in full', RR]],
  ['accepted', ['sign off in an emergency']],
  ['accepted', ['set signed off']],
  ['accepted', ['set published']],
  ['accepted', ['accept as a checker']],
  ['accepted', ['let a checker withdraw the acceptances']],
  ['accepted', ['accept other things']],
  ['accepted', ['accept in another name']],
  ['accepted', ['make the editor a checker'], ['sign in full']],
  ['accepted', ['remove the editor'], ['sign in full']],
  ['accepted', ['bring a text under another SHA-256']],
  ['accepted', ['bring a text before the first']],
  ['accepted', ['bring a text after a gap']],
  ['accepted', ['delete a claim']],
  ['accepted', ['move a claim away']],
  ['accepted', ['rename a claim']],
  ['accepted', ['move the article away']],
  ['checked', ['add a claim that is checked']],
  ['checked', ['add a claim'], ['sign, naming nothing']],
  ['accepted', ['sign, silent about the words around a claim']],
  [
    'accepted',
    ['settle the words around a claim'],
    ['sign in full'],
    ['change the words around a claim'],
  ],
  ['signed', ['name something afterwards']],
  ['signed', ['set in check']],
  ['signed', ['revoke and leave the state']],
  ['signed', ['supersede by the first text']],
  ['signed', ['supersede by a text of another article']],
  ['signed', ['bring a text']],
  ['signed', ['set a claim back']],
  ['signed', ['find a claim incorrect']],
  ['signed', ['call a claim checked']],
  ['signed', ['make the signer a writer']],
  ['signed', ['make the signer, who checks, a writer']],
  ['published', ['make the signer a writer']],
  ['signed', ['name a claimant']],
  ['signed', ['move a claim here']],
  ['signed', ['add a claim']],
  ['signed', ['add a claim that is checked']],
  ['signed', ['take a claim from its place']],
  ['signed', ['give its place to another claim']],
  ['signed', ['move its place to another text']],
  ['signed', ['ask a blocking query']],
  ['signed', ['suggest other words']],
  ['signed', ['withdraw the acceptances']],
  ['published', ['withdraw the acceptances']],
  ['published', ['bring a text']],
  ['published', ['set corrected'], ['bring a text']],
  ['published', ['correct, on file with another article']],
  ['published', ['correct the text that is made']],
  ['published', ['ask a blocking query'], ['set signed off']],
]

describe('past every command, the app cannot leave an article against the rules:', () => {
  test.each(REFUSED.map((row) => [told(row), row] as const))('%s', async (_told, row) => {
    const [way, ...steps] = row
    // What is refused at the first step leaves the article as it was, for the next one.
    const target = steps.length > 1 ? await aTarget(way) : await untouched(way)
    for (const [at, [hand, isolation]] of steps.entries()) {
      const refused = await hands[0]?.try(sqlOf(hand, target), { isolation })
      if (at === steps.length - 1) expect(refused).toEqual(expect.any(String))
      else expect(refused).toBeNull()
    }
    expect(await illegalStates(owner, target.newsroomId)).toEqual([])
  })

  test.each<Isolation>(['REPEATABLE READ', 'SERIALIZABLE'])(
    'by overlooking in %s what was committed meanwhile',
    async (isolation) => {
      const target = await aTarget('published')
      const [one, other] = hands
      const begun = async () => {
        expect(await other?.try(sqlOf('ask a blocking query', target))).toBeNull()
      }
      await one?.try(sqlOf('set signed off', target), { isolation, begun })
      expect(await illegalStates(owner, target.newsroomId)).toEqual([])
    },
  )
})

test.each<readonly [Way, Hand]>([
  ['accepted', 'sign in full'],
  ['accepted', 'publish in an emergency'],
  ['accepted', 'bring a text'],
  ['accepted', 'set a claim back'],
  ['accepted', 'find a claim incorrect'],
  ['accepted', 'withdraw the acceptances'],
  ['signed', 'set published'],
  ['signed', 'revoke'],
  ['signed', 'let fall'],
  ['signed', 'bring a text and let the signature fall'],
  ['published', 'set signed off'],
  ['published', 'ask a blocking query'],
  ['published', 'correct by the book'],
])('the rules are not in the way: what is %s, %s', async (way, hand) => {
  const target = await aTarget(way)
  expect(await hands[0]?.try(sqlOf(hand, target))).toBeNull()
  expect(await illegalStates(owner, target.newsroomId)).toEqual([])
})

describe('while somebody signs, and was found to be right, nobody slips past:', () => {
  const rivals: readonly Hand[] = [
    'set a claim back',
    'add a claim',
    'take a claim from its place',
    'ask a blocking query',
    'suggest other words',
    'withdraw the acceptances',
    'bring a text',
    'make the editor a checker',
    'remove the editor',
    'make the signer a writer',
  ]
  test.each(rivals)('%s', async (rival) => {
    const target = await aTarget('accepted')
    const [one, other] = hands
    let late: Promise<string | null | undefined> = Promise.resolve(null)
    const ready = async () => {
      late = other?.try(sqlOf(rival, target)) ?? late
      await Promise.race([late, new Promise((resolve) => setTimeout(resolve, 50))])
    }
    const checkedEarly = [...sqlOf('sign in full', target), 'SET CONSTRAINTS ALL IMMEDIATE']
    expect(await one?.try(checkedEarly, { ready })).toBeNull()
    await late
    expect([
      ...(await illegalStates(owner, target.newsroomId)),
      ...(await signedOutOfRole()),
    ]).toEqual([])
  })
})

const ROUNDS = process.env.RACES ? 300 : 100
/** Rounds after which another article is taken. */
const WORN = 15

test(`${ROUNDS} times two or three who change one article at once leave it as the rules say`, async () => {
  const refusals = new Set<string>()
  let target = await aTarget('accepted')
  for (const [at, round] of fc.sample(rounds, { numRuns: ROUNDS, seed: 8 }).entries()) {
    if (at % WORN === 0) target = await aTarget(WAYS[at % WAYS.length] ?? 'accepted')
    for (const hand of at % 5 < 2 ? MENDING : []) await hands[0]?.try(sqlOf(hand, target))
    const begun = gate(round.length)
    // One that waits for the other's lock cannot come to the second gate before the other is through.
    const ready = gate(round.length, 25)
    const answers = await Promise.all(
      round.map(async ([hand, isolation], nth) => {
        const refused = await hands[nth]?.try(sqlOf(hand, target), { isolation, begun, ready })
        if (refused) refusals.add(refused)
        return `${hand} ${isolation}: ${refused ?? 'done'}`
      }),
    )
    const wrong = [...(await illegalStates(owner, target.newsroomId)), ...(await signedOutOfRole())]
    expect(wrong, `round ${at}: ${answers.join('; ')}`).toEqual([])
  }
  expect([...refusals].join()).toContain('could not serialize')
}, 300_000)

/** What the rules allow in some state or other. */
const LAWFUL: readonly Hand[] = [
  'sign in full',
  'publish in an emergency',
  'set published',
  'set signed off',
  'revoke',
  'let fall',
  'bring a text',
  'bring a text and let the signature fall',
  'correct by the book',
  'set a claim back',
  'find a claim incorrect',
  'add a claim',
  'take a claim from its place',
  'ask a blocking query',
  'open the queries again',
  'suggest other words',
  'make the editor a checker',
  'remove the editor',
  'withdraw the acceptances',
]

const WAYS: readonly Way[] = ['accepted', 'signed', 'published', 'checked']

/** What brings an article back to where it can be signed. */
const MENDING: readonly Hand[] = ['make the editor an editor', 'revoke', 'set with editor']

const step = fc.tuple(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom<Hand>('sign in full', 'set published', 'set signed off'),
    },
    { weight: 4, arbitrary: fc.constantFrom(...LAWFUL) },
    { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(RAW_SQL_ATTACKS) as Hand[])) },
  ),
  fc.constantFrom<Isolation>('READ COMMITTED', 'READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE'),
)
const rounds = fc.array(step, { minLength: 2, maxLength: 3 })

/** Signatures of people who at that moment were no editors, or not in the role that they named. */
async function signedOutOfRole(): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(`
    SELECT signed."row" ->> 'id' AS id FROM history AS signed CROSS JOIN LATERAL (
      SELECT "row" FROM history AS before
      WHERE what = 'Membership' AND before.n < signed.n AND before."row" ->> 'userId' = signed."row" ->> 'signedById'
      ORDER BY n DESC LIMIT 1
    ) AS member WHERE signed.what = 'SignOff' AND NOT (
      member."row" ->> 'role' IN ('editor', 'admin') AND member."row" -> 'role' = signed."row" -> 'role'
      AND member."row" ->> 'removedAt' IS NULL)`)
  return rows.map(({ id }) => `signature ${id} was given out of role`)
}

function told([way, ...steps]: (typeof REFUSED)[number]): string {
  return `what is ${way}: ${steps.map(([hand, isolation]) => [hand, isolation].join(' ').trim()).join(', then ')}`
}

const kept = new Map<Way, ReturnType<typeof aTarget>>()

/** The same article each time. */
function untouched(way: Way): ReturnType<typeof aTarget> {
  const target = kept.get(way) ?? aTarget(way)
  kept.set(way, target)
  return target
}

/** An article that stands so, with another one beside it, in a newsroom of its own. */
async function aTarget(way: Way): Promise<Target & { newsroomId: string }> {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor', 'Ines')
  const checker = await newsroom.member('checker', 'Tom')
  const elsewhere = (await (await aNewsroom()).member('admin')).newsroomId
  const { articleId } = await anArticleToSign(newsroom, { editor, checker, way })
  const other = await newsroom.article({ by: editor })
  await newsroom.claim(other, 'opened in 1932')
  return {
    ...{ articleId, otherId: other.articleId, elsewhere, newsroomId: editor.newsroomId },
    ...{ editor: editor.userId, checker: checker.userId },
  }
}

function sqlOf(hand: Hand, target: Target): string[] {
  return RAW_SQL_ATTACKS[hand].map((statement) => statement(target))
}

/** Who held which role when somebody signed, in the order in which it came about. */
const HISTORY = `
  CREATE TABLE history (n bigserial, what text, "row" jsonb);
  CREATE FUNCTION remember() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN INSERT INTO history (what, "row") VALUES (TG_TABLE_NAME, to_jsonb(NEW)); RETURN NULL; END $$;
  CREATE TRIGGER remember AFTER INSERT OR UPDATE ON "Membership" FOR EACH ROW EXECUTE FUNCTION remember();
  CREATE TRIGGER remember AFTER INSERT ON "SignOff" FOR EACH ROW EXECUTE FUNCTION remember();`
