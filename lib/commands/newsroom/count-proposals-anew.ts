import { z } from 'zod'
import { deleteProposalAnswers, listProposalAnswers } from '@/lib/db/claims/proposal-answers'
import { answersIn } from '@/lib/domain/candidates/learning/learned'
import { Refusal } from '@/lib/domain/refusal'
import { command } from '../command'

/** Lets what people made of proposals so far weigh no more. Refuses where nothing is counted. */
export const countProposalsAnew = command('countProposalsAnew', {
  permission: 'newsroom.manage',
  input: z.object({}),
  subject: async () => ({}),

  async run({ actor, record }) {
    const tally = await listProposalAnswers(actor)
    const answers = tally.reduce((sum, one) => sum + answersIn(one), 0)
    if (answers === 0) throw new Refusal('conflict', 'Nothing was counted since it was set anew.')
    await deleteProposalAnswers(actor)
    record({ type: 'proposals.counted-anew', answers })
  },
})
