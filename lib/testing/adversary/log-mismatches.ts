import type pg from 'pg'

/**
 * What the log of a newsroom and its rows do not agree on, a sentence each, asked as the owner of the tables by SQL of
 * its own: whether the log hangs together, and whether each change is in it exactly once and nothing was left by
 * what is not in it.
 */
export async function misaccounted(
  owner: pg.Client | pg.Pool,
  newsroomId: string,
): Promise<string[]> {
  const { rows } = await owner.query<{ wrong: string }>(
    `WITH log AS (SELECT * FROM "AuditEvent" WHERE "newsroomId" = $1),
     article AS (SELECT id FROM "Article" WHERE "newsroomId" = $1) ${CHECKS.join(' UNION ALL ')}`,
    [newsroomId],
  )
  return rows.map(({ wrong }) => wrong)
}

/** What is kept of one kind, and the events that say so. */
const KEPT: readonly (readonly [string, string, ...string[]])[] = [
  ['articles', `"Article" WHERE id IN (SELECT id FROM article)`, 'article.brought'],
  ['texts', ofArticles('Revision'), 'article.brought', 'revision.brought'],
  ['claims', ofArticles('Claim'), 'claim.marked'],
  ['verdicts', ofClaims('Verdict'), 'verdict.given'],
  ['comments', ofClaims('Comment'), 'comment.written'],
  ['queries', ofArticles('Query'), 'query.asked'],
  ['suggestions', ofArticles('Suggestion'), 'suggestion.made'],
  ['sources', `"Source" WHERE "newsroomId" = $1`, 'source.added'],
  ['acceptances', ofArticles('Acceptance'), 'open-item.accepted'],
  [
    'acceptances taken back',
    `${ofArticles('Acceptance')} AND "withdrawnAt" IS NOT NULL`,
    'open-item.acceptance-withdrawn',
  ],
  ['signatures', ofArticles('SignOff'), 'article.signed-off', 'article.published-in-emergency'],
  ...(['revoked', 'superseded', 'fallen', 'completed'] as const).map(
    (kind) =>
      [
        `signatures that were ${kind}`,
        `"SignOffEnd" WHERE kind = '${kind}' AND "signOffId" IN (SELECT id FROM ${ofArticles('SignOff')})`,
        `sign-off.${kind}`,
      ] as const,
  ),
  ['boxes for readers', ofArticles('ReadersBox'), 'readers-box.signed'],
  ...(['revoked', 'superseded', 'fallen'] as const).map(
    (kind) =>
      [
        `boxes for readers that were ${kind}`,
        `"ReadersBoxEnd" WHERE kind = '${kind}' AND "boxId" IN (SELECT id FROM ${ofArticles('ReadersBox')})`,
        `readers-box.${kind}`,
      ] as const,
  ),
]

const CHECKS = [
  `SELECT 'entry ' || seq || ' does not follow the one before it' AS wrong
   FROM (SELECT *, lag(hash, 1, repeat('0', 64)) OVER in_order AS before, row_number() OVER in_order AS nth
     FROM log WINDOW in_order AS (ORDER BY seq)) AS entry WHERE previous <> before OR seq <> nth`,
  `SELECT 'the log does not end where the newsroom says' FROM "Newsroom" n
   WHERE n.id = $1 AND (n."auditSeq", n."auditHash") IS DISTINCT FROM
     ((SELECT coalesce(max(seq), 0) FROM log),
      coalesce((SELECT hash FROM log ORDER BY seq DESC LIMIT 1), repeat('0', 64)))`,
  ...KEPT.map(
    ([what, rows, ...types]) =>
      `SELECT kept || ' ${what}, and the log says ' || told FROM (
         SELECT (SELECT count(*) FROM ${rows}) AS kept,
           (SELECT count(*) FROM log WHERE type IN (${types.map((type) => `'${type}'`)})) AS told
       ) AS counted WHERE kept <> told`,
  ),
  `SELECT 'signature ' || s.id || ' is not in the log as it is kept' FROM "SignOff" s
   JOIN "Revision" r ON r.id = s."revisionId"
   WHERE s."articleId" IN (SELECT id FROM article) AND (SELECT count(*) FROM log
     WHERE log.type IN ('article.signed-off', 'article.published-in-emergency') AND log."actorId" = s."signedById"
       AND log."articleId" = s."articleId" AND log.data ->> 'signOffId' = s.id
       AND log.data ->> 'sha256' = s.sha256 AND (log.data ->> 'revision')::int = r.number) <> 1`,
  // By the order of the log: what the signer had been made last, or else what they were before they were made anything.
  `SELECT 'entry ' || seq || ' was signed by a ' || coalesce(role, 'stranger') FROM (
     SELECT signed.seq, coalesce(
       (SELECT CASE type WHEN 'member.removed' THEN 'removed' ELSE data ->> 'to' END FROM log
         WHERE type IN ('member.role-changed', 'member.removed') AND data ->> 'userId' = signed."actorId"
           AND seq < signed.seq ORDER BY seq DESC LIMIT 1),
       (SELECT data ->> 'from' FROM log
         WHERE type = 'member.role-changed' AND data ->> 'userId' = signed."actorId" AND seq > signed.seq
         ORDER BY seq LIMIT 1),
       (SELECT role::text FROM "Membership" WHERE "userId" = signed."actorId" AND "newsroomId" = $1)
     ) AS role
     FROM log AS signed WHERE type IN ('article.signed-off', 'article.published-in-emergency')
   ) AS signer WHERE role IS NULL OR role NOT IN ('editor', 'admin')`,
]

function ofArticles(table: string): string {
  return `"${table}" WHERE "articleId" IN (SELECT id FROM article)`
}

function ofClaims(table: string): string {
  return `"${table}" WHERE "claimId" IN (SELECT id FROM ${ofArticles('Claim')})`
}
