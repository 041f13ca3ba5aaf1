/** What was found about words elsewhere, as it is written down on their claim: a comment that tells how a check ended. */

/** What a row of a sheet of checks says. */
export const foundInSheet = (name: string, row: number, said: string) =>
  `From ${name}, row ${row}:\n${said}`

/** What an annotation says that was made elsewhere. */
export const foundInAnnotation = (who: string, said: string) =>
  `Annotated elsewhere${who && ` ${who}`}${said && `:\n${said}`}`

/** Whether a comment was written down so. Whoever gives a second check may not know it sooner than the verdicts of others. */
export const isFinding = (comment: string) =>
  /^(?:From [^\n]+, row \d+:\n|Annotated elsewhere(?: [^\n]*)?(?::\n|$))/.test(comment)

/** What stands in its place until then. */
export const HIDDEN_FINDING = 'What was found elsewhere is hidden until your own check is saved.'
