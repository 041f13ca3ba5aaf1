/** SQL that somebody with the app's password might send past every command. */

/** Whom and what it is about; ids only, which are put into the SQL as they are. */
export interface Target {
  articleId: string
  /** Another article of the newsroom. */
  otherId: string
  /** Another newsroom. */
  elsewhere: string
  /** Who signs. */
  editor: string
  checker: string
}

type Sql = (target: Target) => string

const ID = 'gen_random_uuid()::text'
const NOW = 'clock_timestamp()'
const newest = (column: string, { articleId }: Target) =>
  `(SELECT ${column} FROM "Revision" WHERE "articleId" = '${articleId}' ORDER BY number DESC LIMIT 1)`
const oldest = (column: string, { articleId }: Target) =>
  `(SELECT ${column} FROM "Revision" WHERE "articleId" = '${articleId}' ORDER BY number LIMIT 1)`
const ofArticle = ({ articleId }: Target) => `"articleId" = '${articleId}'`
const someClaim = (target: Target) =>
  `(SELECT id FROM "Claim" WHERE ${ofArticle(target)} ORDER BY number LIMIT 1)`
const standing = (target: Target) =>
  `(SELECT s.id FROM "SignOff" s WHERE s.${ofArticle(target)}
    AND NOT EXISTS (SELECT 1 FROM "SignOffEnd" e WHERE e."signOffId" = s.id) LIMIT 1)`
const lastSigned = (target: Target) =>
  `(SELECT id FROM "SignOff" WHERE ${ofArticle(target)} ORDER BY "signedAt" DESC LIMIT 1)`

const signature =
  ({
    text = newest,
    sha = '"sha256"',
    role = "'editor'",
    emergency = false,
    by = 'editor',
  } = {}): Sql =>
  (target) =>
    `INSERT INTO "SignOff" (id, "articleId", "revisionId", sha256, "signedById", role, "signedAt", statement, emergency, checkpoint)
     VALUES (${ID}, '${target.articleId}', ${text('id', target)}, ${text(sha, target)},
       '${by === 'editor' ? target.editor : target.checker}', ${role}, ${NOW}, 'I sign.', ${emergency}, '{}')`

/** What SQL can tell to be open. */
const OPEN = (target: Target) => `(
  SELECT CASE WHEN NOT placed THEN 'unplaced' WHEN c.status = 'recheck' THEN 'recheck'
    WHEN c.status = 'checked' AND judged THEN 'not_safe' ELSE 'unchecked' END::"OpenItemKind" AS kind,
    'hand:' || c.id AS key, c.id AS "claimId", NULL AS "queryId", NULL AS "suggestionId"
  FROM "Claim" c CROSS JOIN LATERAL (SELECT
    EXISTS (SELECT 1 FROM "Anchor" a WHERE a."claimId" = c.id AND a."revisionId" = ${newest('id', target)}) AS placed,
    EXISTS (SELECT 1 FROM "Verdict" v WHERE v."claimId" = c.id AND v.verdict = c."soVerdict" AND v.aspect = 'so')
      AND c.claimant IS NULL AS judged
  ) AS facts
  WHERE c.${ofArticle(target)} AND c.status <> 'cut' AND NOT (placed AND judged AND c.status = 'checked'
    AND c."soVerdict" IN ('confirmed', 'on_author', 'not_checkable'))
  UNION ALL SELECT 'frame_changed', 'hand:frame:' || id, id, NULL, NULL FROM "Claim"
  WHERE ${ofArticle(target)} AND status = 'checked' AND "frameAfter" <> ''
  UNION ALL SELECT 'blocking_query', 'hand:' || id, NULL, id, NULL FROM "Query"
  WHERE ${ofArticle(target)} AND blocking AND state <> 'closed'
  UNION ALL SELECT CASE state WHEN 'undecided' THEN 'undecided_suggestion' ELSE 'unapplied_suggestion' END::"OpenItemKind",
    'hand:' || id || state, NULL, NULL, id FROM "Suggestion"
  WHERE ${ofArticle(target)} AND state IN ('undecided', 'accepted')
) AS open`

const acceptAll: Sql = (target) =>
  `INSERT INTO "Acceptance" (id, "articleId", kind, key, what, reason, "acceptedById")
   SELECT ${ID}, '${target.articleId}', kind, key, 'Open.', 'By hand.', '${target.editor}' FROM ${OPEN(target)}
   WHERE NOT EXISTS (SELECT 1 FROM "Acceptance" a
     WHERE a.${ofArticle(target)} AND a.key = open.key AND a."withdrawnAt" IS NULL)`

const nameAll =
  ({ accepted = true, butFor = 'nothing' } = {}): Sql =>
  (target) =>
    `INSERT INTO "SignOffItem" (id, "signOffId", kind, key, what, "claimId", "queryId", "suggestionId", "acceptanceId")
     SELECT ${ID}, ${lastSigned(target)}, kind, key, 'Open.', "claimId", "queryId", "suggestionId",
       ${accepted ? `(SELECT a.id FROM "Acceptance" a WHERE a.${ofArticle(target)} AND a.key = open.key AND a."withdrawnAt" IS NULL LIMIT 1)` : 'NULL'}
     FROM ${OPEN(target)} WHERE kind::text <> '${butFor}'`

const state =
  (to: string): Sql =>
  ({ articleId }) =>
    `UPDATE "Article" SET state = '${to}' WHERE id = '${articleId}'`

const end =
  (kind: string, revision: Sql = () => 'NULL'): Sql =>
  (target) =>
    `INSERT INTO "SignOffEnd" (id, "signOffId", kind, "revisionId", claims, "endedById")
     VALUES (${ID}, ${standing(target)}, '${kind}', ${revision(target)}, '{}', '${target.editor}')`

const text =
  ({
    number = 'max(number) + 1',
    sha = `encode(sha256(convert_to(words, 'UTF8')), 'hex')`,
    by = 'checker',
  } = {}): Sql =>
  (target) =>
    `INSERT INTO "Revision" (id, "articleId", number, text, blocks, sha256, words, "createdById")
     SELECT ${ID}, '${target.articleId}', (SELECT ${number} FROM "Revision" WHERE ${ofArticle(target)}),
       words, '[]', ${sha}, 3, '${by === 'editor' ? target.editor : target.checker}' FROM (SELECT 'Other words. ' || ${ID}) AS made (words)`

const correction =
  ({ of = ofArticle, published = oldest }: { of?: Sql; published?: typeof newest } = {}): Sql =>
  (target) =>
    `INSERT INTO "Correction" (id, "articleId", number, "publishedRevisionId", start, "end", "publishedWords",
       "correctedWords", "revisionId", cause, notice, "correctedById")
     SELECT ${ID}, id, (SELECT count(*) + 1 FROM "Correction" c WHERE c."articleId" = a.id),
       ${published('id', target)}, 0, 5, 'Other', 'Some', ${newest('id', target)}, 'writer', 'We erred.', '${target.editor}'
     FROM "Article" a WHERE ${of(target).replace('"articleId"', 'id')}`

const claim =
  (set: string, which: Sql = someClaim): Sql =>
  (target) =>
    `UPDATE "Claim" SET ${set.replace('OTHER', `'${target.otherId}'`)} WHERE id = ${which(target)}`

/** Gives a claim a verdict on record, and what it says to the claim. */
const found = (verdict: string): Sql[] => [
  (target) =>
    `INSERT INTO "Verdict" (id, "claimId", "revisionId", aspect, verdict, words, "givenById", "givenAt")
     VALUES (${ID}, ${someClaim(target)}, ${newest('id', target)}, 'so', '${verdict}', 'opened in 1932', '${target.checker}', ${NOW})`,
  claim(`"soVerdict" = '${verdict}'`),
]

const newClaim =
  (status: string, verdict = 'NULL'): Sql =>
  (target) =>
    `WITH made AS (
       INSERT INTO "Claim" (id, "articleId", number, type, status, "soVerdict", "createdById")
       SELECT ${ID}, '${target.articleId}', max(number) + 1, 'event', '${status}', ${verdict}, '${target.checker}'
       FROM "Claim" WHERE ${ofArticle(target)} RETURNING id
     ) INSERT INTO "Anchor" (id, "claimId", "revisionId", start, "end", exact, prefix, suffix)
     SELECT ${ID}, id, ${newest('id', target)}, 0, 3, 'The', '', '' FROM made`

const anchors =
  (change: string): Sql =>
  (target) =>
    `${change.replace('ELSEWHERE', newest('id', { ...target, articleId: target.otherId })).replace('OTHER', `(SELECT id FROM "Claim" WHERE "articleId" = '${target.otherId}' LIMIT 1)`)}
     WHERE "claimId" = ${someClaim(target)} AND "revisionId" = ${newest('id', target)}`

const role =
  (set: string): Sql =>
  ({ editor }) =>
    `UPDATE "Membership" SET ${set} WHERE "userId" = '${editor}'`

const acceptances =
  (change: string): Sql =>
  (target) =>
    `${change.replace('EDITOR', `'${target.editor}'`).replace('CHECKER', `'${target.checker}'`)} WHERE ${ofArticle(target)}`

/** Puts whoever signs on the list of the article's people. */
const signerAs =
  (part: string): Sql =>
  ({ articleId, editor }) =>
    `INSERT INTO "ArticlePerson" ("articleId", "userId", part) VALUES ('${articleId}', '${editor}', '${part}')`

const asWriters: Sql = ({ articleId, editor }) =>
  `UPDATE "ArticlePerson" SET part = 'writer' WHERE "articleId" = '${articleId}' AND "userId" = '${editor}'`

/** What each of them would do, one statement after the other in one transaction. */
export const RAW_SQL_ATTACKS = {
  'sign in full': [acceptAll, signature(), nameAll(), state('signed_off')],
  'sign, naming nothing': [signature(), state('signed_off')],
  'sign, silent about the words around a claim': [
    acceptAll,
    signature(),
    nameAll({ butFor: 'frame_changed' }),
    state('signed_off'),
  ],
  'sign without acceptances': [signature(), nameAll({ accepted: false }), state('signed_off')],
  'sign and leave the state': [acceptAll, signature(), nameAll()],
  'sign the first text': [acceptAll, signature({ text: oldest }), nameAll(), state('signed_off')],
  'sign another SHA-256': [
    acceptAll,
    signature({ sha: 'reverse("sha256")' }),
    nameAll(),
    state('signed_off'),
  ],
  'sign as a checker': [acceptAll, signature({ by: 'checker' }), nameAll(), state('signed_off')],
  'sign as a writer of it': [
    ({ articleId, editor }) =>
      `INSERT INTO "ArticlePerson" ("articleId", "userId", part) VALUES ('${articleId}', '${editor}', 'writer')`,
    acceptAll,
    signature(),
    nameAll(),
    state('signed_off'),
  ],
  'sign what they wrote': [
    text({ by: 'editor' }),
    acceptAll,
    signature(),
    nameAll(),
    state('signed_off'),
  ],
  'make the signer a writer': [signerAs('writer')],
  'make the signer, who checks, a writer': [signerAs('checker'), asWriters],
  'sign in a higher role': [
    acceptAll,
    signature({ role: "'admin'" }),
    nameAll(),
    state('signed_off'),
  ],
  'sign twice': [acceptAll, signature(), nameAll(), signature(), nameAll(), state('signed_off')],
  'sign what is published in full': [acceptAll, end('completed'), signature(), nameAll()],
  'publish in an emergency': [
    signature({ emergency: true }),
    nameAll({ accepted: false }),
    state('published'),
  ],
  'sign off in an emergency': [
    signature({ emergency: true }),
    nameAll({ accepted: false }),
    state('signed_off'),
  ],
  'name something afterwards': [nameAll({ accepted: false })],
  'set signed off': [state('signed_off')],
  'set published': [state('published')],
  'set corrected': [state('corrected')],
  'set in check': [state('in_check')],
  'set with editor': [state('with_editor')],
  revoke: [end('revoked'), state('with_editor')],
  'revoke and leave the state': [end('revoked')],
  'let fall': [end('fallen'), state('in_check')],
  'supersede by the first text': [
    end('superseded', (target) => oldest('id', target)),
    state('in_check'),
  ],
  'supersede by a text of another article': [
    end('superseded', (target) => newest('id', { ...target, articleId: target.otherId })),
    state('in_check'),
  ],
  'bring a text': [text()],
  'bring a text and let the signature fall': [
    text(),
    end('superseded', (target) => newest('id', target)),
    state('in_check'),
  ],
  'bring a text under another SHA-256': [text({ sha: `repeat('0', 64)` })],
  'bring a text before the first': [text({ number: 'min(number) - 1' })],
  'bring a text after a gap': [text({ number: 'max(number) + 2' })],
  'correct by the book': [
    text(),
    end('superseded', (target) => newest('id', target)),
    correction(),
    state('corrected'),
  ],
  'correct, on file with another article': [
    text(),
    end('superseded', (target) => newest('id', target)),
    correction({ of: ({ otherId }) => `"articleId" = '${otherId}'` }),
    state('corrected'),
  ],
  'correct the text that is made': [
    text(),
    end('superseded', (target) => newest('id', target)),
    correction({ published: newest }),
    state('corrected'),
  ],
  'set a claim back': [claim(`status = 'unchecked'`)],
  'change the words around a claim': [claim(`"frameAfter" = 'The minister denied …'`)],
  'settle the words around a claim': [claim(`"frameAfter" = ''`)],
  'find a claim incorrect': found('incorrect'),
  'find a claim confirmed': found('confirmed'),
  'call a claim incorrect': [claim(`"soVerdict" = 'incorrect'`)],
  'call a claim checked': [claim(`status = 'checked', "soVerdict" = 'confirmed'`)],
  'call every claim confirmed': [
    (target) =>
      `UPDATE "Claim" SET status = 'checked', "soVerdict" = 'confirmed', "saidVerdict" = 'confirmed' WHERE ${ofArticle(target)}`,
  ],
  'find a claim incorrect and call it confirmed': [
    ...found('confirmed'),
    ...found('incorrect'),
    claim(`"soVerdict" = 'confirmed'`),
  ],
  'cut a claim': [claim(`status = 'cut'`)],
  'name a claimant': [claim(`claimant = 'The mayor'`)],
  'move a claim away': [claim('"articleId" = OTHER, number = 900')],
  'move a claim here': [
    (target) =>
      `UPDATE "Claim" SET "articleId" = '${target.articleId}', number = 901
       WHERE id = ${someClaim({ ...target, articleId: target.otherId })}`,
  ],
  'rename a claim': [claim(`id = ${ID}`)],
  'delete a claim': [
    (target) => `DELETE FROM "Anchor" WHERE "claimId" = ${someClaim(target)}`,
    (target) => `DELETE FROM "Claim" WHERE id = ${someClaim(target)}`,
  ],
  'add a claim': [newClaim('unchecked')],
  'add a claim that is checked': [newClaim('checked', `'confirmed'`)],
  'take a claim from its place': [anchors('DELETE FROM "Anchor"')],
  'give its place to another claim': [anchors('UPDATE "Anchor" SET "claimId" = OTHER')],
  'move its place to another text': [anchors('UPDATE "Anchor" SET "revisionId" = ELSEWHERE')],
  'ask a blocking query': [
    (target) =>
      `INSERT INTO "Query" (id, "articleId", "revisionId", start, "end", exact, prefix, suffix, "to", question, blocking, "askedById")
       VALUES (${ID}, '${target.articleId}', ${newest('id', target)}, 0, 3, 'The', '', '', 'editor', 'Sure?', true, '${target.checker}')`,
  ],
  'close the queries': [
    (target) => `UPDATE "Query" SET state = 'closed' WHERE ${ofArticle(target)}`,
  ],
  'open the queries again': [
    (target) => `UPDATE "Query" SET state = 'open' WHERE ${ofArticle(target)}`,
  ],
  'suggest other words': [
    (target) =>
      `INSERT INTO "Suggestion" (id, "articleId", "revisionId", start, "end", exact, prefix, suffix, after, reason, "madeById")
       VALUES (${ID}, '${target.articleId}', ${newest('id', target)}, 0, 3, 'The', '', '', 'An', 'spelling', '${target.checker}')`,
  ],
  'withdraw the suggestions': [
    (target) => `UPDATE "Suggestion" SET state = 'withdrawn' WHERE ${ofArticle(target)}`,
  ],
  'undo what was decided': [
    (target) => `UPDATE "Suggestion" SET state = 'undecided' WHERE ${ofArticle(target)}`,
  ],
  'make the editor a checker': [role(`role = 'checker'`)],
  'make the editor an editor': [role(`role = 'editor', "removedAt" = NULL`)],
  'remove the editor': [role(`"removedAt" = ${NOW}`)],
  'withdraw the acceptances': [
    acceptances(
      `UPDATE "Acceptance" SET "withdrawnAt" = coalesce("withdrawnAt", ${NOW}), "withdrawnById" = EDITOR`,
    ),
  ],
  'let a checker withdraw the acceptances': [
    acceptances(`UPDATE "Acceptance" SET "withdrawnAt" = ${NOW}, "withdrawnById" = CHECKER`),
  ],
  'accept other things': [acceptances(`UPDATE "Acceptance" SET key = 'hand:' || key`)],
  'accept in another name': [acceptances(`UPDATE "Acceptance" SET "acceptedById" = CHECKER`)],
  'delete the acceptances': [acceptances('DELETE FROM "Acceptance"')],
  'accept as a checker': [(target) => acceptAll({ ...target, editor: target.checker })],
  'move the article away': [
    ({ articleId, elsewhere }) =>
      `UPDATE "Article" SET "newsroomId" = '${elsewhere}', slug = id WHERE id = '${articleId}'`,
  ],
  'rename the article': [
    ({ articleId }) => `UPDATE "Article" SET id = id || 'x' WHERE id = '${articleId}'`,
  ],
} satisfies Record<string, readonly Sql[]>

export type Hand = keyof typeof RAW_SQL_ATTACKS

/** Changes of what stays as it was, each of which is refused whatever else is going on. */
export const NEVER = [
  'Revision',
  'Verdict',
  'SignOff',
  'SignOffItem',
  'SignOffEnd',
  'Correction',
  'ReadersBox',
]
  .flatMap((table) => [
    `UPDATE "${table}" SET id = id`,
    `DELETE FROM "${table}"`,
    `TRUNCATE "${table}" CASCADE`,
  ])
  .concat(
    ['Claim', 'Anchor', 'Acceptance', 'Article', 'Membership'].map(
      (table) => `TRUNCATE "${table}" CASCADE`,
    ),
    'DELETE FROM "Claim"',
    'DELETE FROM "Acceptance"',
    'UPDATE "Anchor" SET start = start + 1',
    'UPDATE "AuditEvent" SET seq = seq',
    'DELETE FROM "AuditEvent"',
  )
