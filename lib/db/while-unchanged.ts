import type { Actor } from '@/lib/domain/policy'

/**
 * Reads for pages that are asked for again and again: what somebody read of an article last is given to them again, for
 * as long as the newsroom's log has not grown, since nothing changes without an entry there. The last `most` answers are
 * kept. Not for commands, which go by what they read in their own transaction.
 */
export function whileUnchanged<Subject, Value>(
  most: number,
  nameOf: (subject: Subject) => string,
  read: (actor: Actor, subject: Subject) => Promise<Value>,
): (actor: Actor, subject: Subject) => Promise<Value> {
  const known = new Map<string, { seq: number; value: Promise<Value> }>()
  return (actor, subject) => {
    const name = [actor.newsroomId, actor.userId, nameOf(subject)].join(' ')
    const last = known.get(name)
    const kept =
      last?.seq === actor.seenSeq ? last : { seq: actor.seenSeq, value: read(actor, subject) }
    known.delete(name)
    known.set(name, kept)
    kept.value.catch(() => {
      if (known.get(name) === kept) known.delete(name)
    })
    for (const oldest of known.keys()) {
      if (known.size <= most) break
      known.delete(oldest)
    }
    return kept.value
  }
}
