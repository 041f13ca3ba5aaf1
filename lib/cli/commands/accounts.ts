/** What the commands about accounts use, loaded only for them: the rest of the command line needs no client of the database. */

export { makeOperatorLink, resetSecondFactorByOperator } from '../../commands/newsroom/onboarding'
export { listAccounts } from '../../db/newsroom/onboarding'
