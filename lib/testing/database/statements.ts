import pg from 'pg'

/** What work cost at the database. */
export interface Cost {
  /** How many statements were sent, the beginning and end of transactions included. */
  statements: number
  /** How often an answer was waited for: statements that are sent together are waited for once. */
  waits: number
}

/** Counts what is sent to the database while `work` goes on, whoever sends it. */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const { query } = pg.Client.prototype
  const cost = { statements: 0, waits: 0 }
  const answers = new Map<unknown, number>()
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    const unanswered = answers.get(this) ?? 0
    cost.statements++
    if (unanswered === 0) cost.waits++
    answers.set(this, unanswered + 1)
    const answer: unknown = Reflect.apply(query, this, args)
    const answered = () => answers.set(this, (answers.get(this) ?? 1) - 1)
    if (answer instanceof Promise) answer.then(answered, answered)
    return answer
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return cost
}
