import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { rolledBack } from '@/lib/testing/database/rollback'
import { EVERY_COMMAND } from '@/lib/testing/fixtures/every-command'
import { aScene, type Scene } from '@/lib/testing/fixtures/scene'

/** Every field of every command in which people write. */
const FIELDS: [command: string, field: string, others?: object][] = [
  ['changeNewsroom', 'name'],
  ['bringArticle', 'headline'],
  ['bringArticle', 'worry'],
  ['editArticle', 'headline'],
  ['editArticle', 'worry'],
  ['markClaim', 'claimant'],
  ['editClaim', 'claimant'],
  ['cutClaim', 'reason'],
  ['giveVerdict', 'rationale'],
  ['giveVerdict', 'searched', { verdict: 'cannot_be_stood_up' }],
  ['giveVerdict', 'change', { verdict: 'ok_with_change' }],
  ['giveVerdict', 'writersWord', { verdict: 'on_author' }],
  ['waiveSecondary', 'reason'],
  ['addSource', 'title'],
  ['addSource', 'publisher'],
  ['addSource', 'origin'],
  ['addSource', 'note'],
  ['editSource', 'title'],
  ['editSource', 'publisher'],
  ['editSource', 'origin'],
  ['editSource', 'note'],
  ['attachEvidence', 'locator'],
  ['attachEvidence', 'excerpt'],
  ['attachEvidence', 'note'],
  ['attachEvidence', 'title', { sourceId: 'new', kind: 'book' }],
  ['editEvidence', 'locator'],
  ['editEvidence', 'excerpt'],
  ['editEvidence', 'note'],
  ['detachEvidence', 'reason'],
  ['nameComparison', 'note'],
  ['nameComparison', 'source'],
  ['nameComparison', 'translated', { kind: 'quote', reading: 'altered' }],
  ['addCalculation', 'title'],
  ['addCalculation', 'note'],
]

const UNSTORABLE = ['a\0b', '\ud83d and more', 'more and \ude00']

const STRANGE = {
  'right to left, with marks': 'שלום \u200fעולם\u202e 123 \u2066سلام\u2069',
  'a family of emoji': 'a 👨‍👩‍👧‍👦 b 🏳️‍🌈 c 👍🏽',
  'zero-width and combining characters': 'a\u200bb\u200cc\u200dd\u2060e e\u0301 ñ \u0323\u0307q',
  'markup and code': `<script>alert(1)</script> & 'x' "y" \${z} \\0 %s {{a}} -- ; DROP TABLE`,
  'characters beyond the first plane': '𝒜𠮷𐍈 \u{e0061} \u{10fffd}',
}

let scene: Scene

beforeAll(async () => {
  scene = await aScene()
})

describe.each(FIELDS)('%s: %s', (command, field, others = {}) => {
  const attempt = (text: string) => {
    const { run, input } = EVERY_COMMAND[command] ?? {}
    return run?.(scene.people.admin, { ...input?.(scene), ...others, [field]: text })
  }

  test('refuses what cannot be stored, and names the field', async () => {
    const before = await everythingOf(scene.people.admin)
    for (const text of UNSTORABLE) {
      await expect(attempt(text)).rejects.toMatchObject({
        reason: 'invalid',
        fields: { [field]: expect.stringContaining('cannot be stored') },
      })
    }
    expect(await everythingOf(scene.people.admin)).toEqual(before)
  })

  test.each(Object.entries(STRANGE))('keeps %s as it is', async (_, text) => {
    await rolledBack(async () => {
      await attempt(text)
      expect((await storedText()).includes(JSON.stringify(text).slice(1, -1))).toBe(true)
    })
  })

  test('refuses two megabytes', async () => {
    await expect(attempt('ab '.repeat(700_000))).rejects.toMatchObject({
      reason: 'invalid',
      fields: { [field]: expect.stringContaining('At most') },
    })
  })
})

describe('the text of an article', () => {
  test.each(Object.entries(STRANGE))('keeps %s as it is', async (_, text) => {
    await rolledBack(async () => {
      await EVERY_COMMAND.bringArticle?.run(scene.people.editor, {
        headline: 'Strange',
        blocks: JSON.stringify([{ kind: 'paragraph', text }]),
      })
      expect(await db().revision.count({ where: { text } })).toBe(1)
    })
  })
})

describe('an id that is none', () => {
  const ids = [
    'claimId',
    'articleId',
    'sourceId',
    'evidenceId',
    'userId',
    'invitationId',
    'editorId',
    'writerIds',
    'assigneeId',
  ]

  test.each(Object.keys(EVERY_COMMAND))('is refused by %s, and breaks nothing', async (name) => {
    const { run, input } = EVERY_COMMAND[name] ?? {}
    const raw = { ...input?.(scene) }
    for (const field of Object.keys(raw).filter((key) => ids.includes(key))) {
      for (const strange of [
        '\0',
        '\ud800',
        '',
        'a'.repeat(10_000),
        "'; --",
        '../..',
        ['a', 'b'],
        {},
      ]) {
        await expect(run?.(scene.people.admin, { ...raw, [field]: strange })).rejects.toMatchObject(
          {
            name: 'Refusal',
          },
        )
      }
    }
  })

  test.each(['editorId', 'writerIds', 'checkerIds'])(
    'is refused as %s of an article',
    async (field) => {
      for (const strange of ['\0', 'nobody', 'a'.repeat(10_000)]) {
        const raw = { headline: 'H', blocks: [{ kind: 'paragraph', text: 'a' }], [field]: strange }
        await expect(
          EVERY_COMMAND.bringArticle?.run(scene.people.admin, raw),
        ).rejects.toMatchObject({ name: 'Refusal' })
      }
    },
  )
})

/** Everything that is stored about the newsroom, with its log, as one text. */
async function storedText(): Promise<string> {
  const { newsroomId } = scene.people.admin
  const log = await db().auditEvent.findMany({ where: { newsroomId } })
  const all = [await everythingOf({ newsroomId }), log]
  return JSON.stringify(all, (_, value) => (typeof value === 'bigint' ? Number(value) : value))
}
