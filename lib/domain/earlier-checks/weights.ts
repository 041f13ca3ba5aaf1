/**
 * What each signal adds to or takes from a logistic sum: fitted by `bench/fit-earlier-checks.ts` on public sets of
 * tweets and of sentences of debates with the claims that fact-checkers had checked.
 */
export const WEIGHTS = {
  sharedTerms: 2.39,
  sharedNames: 2.95,
  letters: 2.71,
  claimLetters: 2.2,
  titleLetters: 3.04,
  run: 0.41,
  askedTerms: -1.85,
  askedWeight: 0.53,
  rarestTerm: -1.71,
  always: -3.32,
}
