import { z } from 'zod'
import { findClaim } from '@/lib/db/claims/claims'
import { findEarlierAnswer, insertEarlierAnswer } from '@/lib/db/claims/earlier-answers'
import { sharedTerms, standingAnswers } from '@/lib/domain/earlier-checks/answers'
import { Refusal } from '@/lib/domain/refusal'
import { keysOf, PAIR_ANSWERS } from '@/lib/domain/vocabulary'
import { command } from '../command'
import { id, wordsSeen } from '../fields'
import { assertWordsSeen } from '../preconditions'
import { aboutClaim, assertNotCut, claimForArticle } from './claim-subject'

const TAKEN_BACK = 'taken_back'

/**
 * Says of a claim whether an earlier one says the same, is related, or is another, in place of what was said of the two before;
 * or takes that back. It holds for the words that both have, and gives no verdict.
 */
export const answerEarlierCheck = command('answerEarlierCheck', {
  permission: 'claim.edit',
  input: z.object({
    claimId: id,
    otherId: id,
    answer: z.enum([...keysOf(PAIR_ANSWERS), TAKEN_BACK], 'Choose one of the three answers.'),
    overWords: wordsSeen,
    otherWords: wordsSeen,
  }),
  subject: claimForArticle,

  async run({ actor, input, subject: { claim }, record }) {
    assertNotCut(claim)
    assertWordsSeen(claim, input.overWords, 'answer')
    const other = input.otherId === claim.id ? null : await findClaim(actor, { id: input.otherId })
    if (!other) throw new Refusal('not-found', 'The earlier claim is not here, or no longer.')
    if (input.otherWords !== undefined && input.otherWords !== other.anchor.exact) {
      throw refused('The words of the earlier claim changed meanwhile. Look at it again first.')
    }
    const answer = input.answer === TAKEN_BACK ? null : input.answer
    const wordsOf = (one: string) => (one === claim.id ? claim : other).anchor.exact
    const last = await findEarlierAnswer(actor, claim.id, other.id)
    const [stands] = last ? standingAnswers([last], wordsOf) : []
    if (answer === null && !stands) throw refused('There is no answer to take back any more.')
    if (stands && !stands.isStale && stands.answer === answer) {
      throw refused(`“${PAIR_ANSWERS[answer]}” was answered already.`)
    }
    const [words, otherWords] = [claim.anchor.exact, other.anchor.exact]
    const shared = sharedTerms(
      { words, language: claim.article.language },
      { words: otherWords, language: other.article.language },
    )
    const pair = { claimId: claim.id, otherId: other.id }
    await insertEarlierAnswer(actor, { ...pair, answer, words, otherWords, shared })
    record({
      ...{ type: 'earlier-check.answered', ...aboutClaim(claim), answer },
      ...{ otherId: other.id, otherNumber: other.number },
      isElsewhere: other.article.id !== claim.article.id,
    })
  },
})

const refused = (message: string) => new Refusal('conflict', message, { answer: message })
