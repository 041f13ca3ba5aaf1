import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { withLogIn } from '../../auth/look-up-actor'
import { listMembers } from '../../db/newsroom/members'
import { type Actor, can } from '../../domain/policy'
import { Refusal } from '../../domain/refusal'
import { explain } from '../../server/os/explain-failure'
import { type Brought, bringFile, type Details, onlyRead } from './bring-article'
import { findMember } from './people'
import type { ArticleFile } from './read-article'
import { DASH } from './write-out'

interface Wanted extends Pick<Details, 'deadline' | 'language' | 'headline' | 'again'> {
  files: readonly string[]
  newsroom: string
  /** The email address of whoever brings them in. */
  as: string
  /** The addresses of whoever wrote them, and of who edits them. */
  writers: readonly string[]
  editor?: string
  /** What standard input holds, as the ending of a file. */
  format?: string
  /** Reads them, and brings nothing in. */
  dryRun?: boolean
  report: (said: string) => void
}

/** What became of one file: an article, or why not, in the reader's words and by the field that it is about. */
export type Outcome = { file: string } & (
  | (Brought & { newsroom: string })
  | { refused: string; fields: Readonly<Record<string, string>> }
)

/** Brings each of these files in by itself, one after the other; one that is refused hinders no other. */
export async function bringFiles({ files, newsroom, as, report, ...wanted }: Wanted) {
  const member = await findMember(as, newsroom)
  if (!can(member, 'article.bring', {})) {
    throw new Refusal('not-allowed', `${as} may not bring articles into this newsroom.`)
  }
  const details = await detailsOf(member, wanted)
  return withLogIn(member, async (actor) => {
    const outcomes: Outcome[] = []
    for (const [index, file] of files.entries()) {
      report(`${index + 1} of ${files.length}: ${file}`)
      const bring = (one: ArticleFile) =>
        wanted.dryRun ? onlyRead(one, details) : bringFile(actor, one, details)
      outcomes.push(await outcomeOf(file, newsroom, () => opened(file, wanted.format, bring)))
    }
    return outcomes
  })
}

async function outcomeOf(
  file: string,
  newsroom: string,
  bring: () => Promise<Brought>,
): Promise<Outcome> {
  try {
    return { file, newsroom, ...(await bring()) }
  } catch (error) {
    const refused = explain(error)
    if (refused === null) throw error
    return { file, refused, fields: error instanceof Refusal ? error.fields : {} }
  }
}

async function detailsOf(
  actor: Actor,
  {
    writers,
    editor,
    deadline,
    language,
    headline,
    again,
  }: Omit<Wanted, 'files' | 'newsroom' | 'as' | 'report'>,
): Promise<Details> {
  const members = await listMembers(actor)
  const idOf = (email: string) => {
    const sought = email.trim().toLowerCase()
    const found = members.find((one) => one.email === sought && one.removedAt === null)
    if (found) return found.userId
    throw new Refusal('not-found', `${email} is no member of the newsroom “${actor.newsroomSlug}”.`)
  }
  return {
    ...{ deadline, language, headline, again, writerIds: writers.map(idOf) },
    ...(editor !== undefined && { editorId: idOf(editor) }),
  }
}

/** Standard input is put into a file first: what reads documents reads files. */
async function opened<T>(
  file: string,
  format: string | undefined,
  read: (one: ArticleFile) => Promise<T>,
): Promise<T> {
  if (file !== DASH) return read({ path: path.resolve(file), name: path.basename(file) })
  const folder = await mkdtemp(path.join(tmpdir(), 'stet-import-'))
  try {
    const copy = path.join(folder, 'input')
    await pipeline(process.stdin, createWriteStream(copy, { mode: 0o600 }))
    return await read({ path: copy, name: `standard-input.${format}` })
  } finally {
    await rm(folder, { recursive: true })
  }
}
