import { expect } from 'vitest'
import { findChainHead, listAuditEntries } from '@/lib/db/audit/log'
import { listSignOffs } from '@/lib/db/sign-off/sign-offs'
import { printCheckpoint } from '@/lib/domain/audit/checkpoint'
import { type SealedEntry, seal } from '@/lib/domain/audit/hash-chain'
import type { Actor } from '@/lib/domain/policy'
import { signed, signedCheckpoint, signingKey } from '@/lib/keys/signing-key'
import { logFile } from '@/lib/reports/log-file'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { verifyLog } from '@/public/verify-stet-log.mjs'
import { publishArticle } from '../publication/publish'

test('a sign-off shows, on paper too, what the log was when it was given', async () => {
  const { ines, log, printed, entries } = await aSignedArticle()
  const { code, said } = await verified(ines, log, printed)
  expect(said).toContain(
    `It holds everything that stood there at the checkpoint of ${entries} entries`,
  )
  expect(code).toBe(0)
})

test('a log that was written anew before a sign-off, or put back to before it, is found by that sign-off alone', async () => {
  const { ines, log, printed, entries } = await aSignedArticle()
  const [first, ...rest] = log
  const forged = sealedAnew([{ ...first, actorId: 'somebody-else' } as SealedEntry, ...rest])
  const old = log.slice(0, entries - 1)

  for (const [put, why] of [
    [forged, 'the log was written anew'],
    [old, `There were ${entries} entries when the checkpoint was made, and now there are`],
  ] as const) {
    const without = await verified(ines, put)
    expect(without.said).toContain('Without a checkpoint that was kept elsewhere this cannot be')
    expect(without.code).toBe(0)
    expect(await verified(ines, put, printed)).toMatchObject({
      code: 1,
      said: expect.stringContaining(why),
    })
  }
})

async function aSignedArticle() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  await newsroom.article({ by: ines })
  const article = await newsroom.signed({ by: ines })
  await publishArticle(ines, article)
  const [signature] = await listSignOffs(ines, article.articleId)
  if (!signature) throw new Error('nobody signed')
  const { checkpoint } = signature
  const log = await listAuditEntries(ines)
  expect(checkpoint.head).toBe(log[checkpoint.entries - 1]?.hash)
  expect(log[checkpoint.entries]?.type).toBe('article.signed-off')
  return { ines, log, printed: printCheckpoint(checkpoint), entries: checkpoint.entries }
}

/** A chain of the same entries, by somebody who holds the database and the key. */
function sealedAnew(entries: readonly SealedEntry[]): SealedEntry[] {
  let previous = '0'.repeat(64)
  return entries.map(({ previous: _, hash: __, ...entry }) => {
    const sealed = { ...entry, previous, hash: seal(previous, entry) }
    previous = sealed.hash
    return sealed
  })
}

/** What the verifier says of these entries as a file that the installation signed. */
async function verified(actor: Actor, log: readonly SealedEntry[], ...checkpoints: string[]) {
  const { seq, hash } = log.at(-1) ?? (await findChainHead(actor))
  const header = {
    newsroom: { id: actor.newsroomId, name: actor.newsroomName },
    generatedBy: actor.name,
    checkpoint: signedCheckpoint({ newsroomId: actor.newsroomId, seq, hash }),
    key: signingKey().pem,
    sign: signed,
  }
  async function* pages() {
    yield [...log]
  }
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const code = await verifyLog({ log: logFile(header, pages()), checkpoints, say })
  return { code, said: said.join('\n') }
}
