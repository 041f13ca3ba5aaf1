import type pg from 'pg'

/**
 * What contradicts the rules of signing in the articles of a newsroom, a sentence each, asked as the owner of the
 * tables by SQL of its own: it shares nothing with the triggers that refuse such states, nor with `lib/db`.
 */
export async function illegalStates(
  owner: pg.Client | pg.Pool,
  newsroomId: string,
): Promise<string[]> {
  const { rows } = await owner.query<{ slug: string; wrong: string }>(
    `${FACTS} SELECT slug, wrong FROM article JOIN (${WRONG.join(' UNION ALL ')}) AS found USING (id)
     ORDER BY slug, wrong`,
    [newsroomId],
  )
  return rows.map(({ slug, wrong }) => `${slug}: ${wrong}`)
}

/** Words of signed-off articles that are in no claim, not marked, and not named as open: for ASCII without hyphens. */
export async function unaccountedWords(
  owner: pg.Client | pg.Pool,
  newsroomId: string,
): Promise<string[]> {
  const { rows } = await owner.query<{ word: string }>(
    `${FACTS}, word AS (
       SELECT article.id, newest.id AS revision, substr(text, start, past - start) AS word,
         int4range(start - 1, past - 1) AS place
       FROM article JOIN newest ON newest."articleId" = article.id
       CROSS JOIN generate_series(1, regexp_count(text, '\\w+')) AS nth
       CROSS JOIN regexp_instr(text, '\\w+', 1, nth) AS start
       CROSS JOIN regexp_instr(text, '\\w+', 1, nth, 1) AS past
       WHERE article.state = 'signed_off'
     )
     SELECT word FROM word WHERE NOT EXISTS (
       SELECT 1 FROM "Anchor" a JOIN "Claim" c ON c.id = a."claimId"
       WHERE a."revisionId" = word.revision AND c.status <> 'cut' AND int4range(a.start, a."end") && place
     ) AND NOT EXISTS (
       SELECT 1 FROM "CoverageMark" m
       WHERE m."revisionId" = word.revision AND m."removedAt" IS NULL AND int4range(m.start, m."end") && place
     ) AND NOT EXISTS (
       SELECT 1 FROM held JOIN "SignOffItem" i ON i."signOffId" = held.id
       WHERE held."articleId" = word.id AND i.kind = 'uncovered' AND int4range(i.start, i."end") && place
     )`,
    [newsroomId],
  )
  return rows.map(({ word }) => word)
}

const FACTS = `
  WITH article AS (SELECT * FROM "Article" WHERE "newsroomId" = $1),
  revision AS (SELECT r.* FROM "Revision" r JOIN article ON article.id = r."articleId"),
  newest AS (SELECT DISTINCT ON ("articleId") * FROM revision ORDER BY "articleId", number DESC),
  signed AS (SELECT s.* FROM "SignOff" s JOIN article ON article.id = s."articleId"),
  held AS (
    SELECT * FROM signed WHERE (SELECT count(*) FROM "SignOffEnd" e WHERE e."signOffId" = signed.id) = 0
  ),
  checked AS (SELECT article.id, held.id AS signature, newest.id AS text
    FROM article LEFT JOIN held ON held."articleId" = article.id
    JOIN newest ON newest."articleId" = article.id WHERE article.state = 'signed_off')`

const UNSAFE = `('ok_with_change', 'incorrect', 'misleading', 'cannot_be_stood_up', 'disputed')`

const lacks = (verdict: string, aspect: string) =>
  `(${verdict} IS NULL OR ${verdict} IN ${UNSAFE} OR (SELECT count(*) FROM "Verdict" v
    WHERE v."claimId" = c.id AND v.aspect = '${aspect}' AND v.verdict = ${verdict}) = 0)`

/** What a signature may name about a claim while the claim itself is in order. */
const OTHER = `('blocking_query', 'undecided_suggestion', 'unapplied_suggestion', 'second_check_missing', 'secondary_support', 'frame_changed')`

const unnamed = (column: string, id: string) =>
  `(SELECT count(*) FROM "SignOffItem" i WHERE i."signOffId" = checked.signature AND i."${column}" = ${id}) = 0`

/** Each finds the articles about which something is wrong. */
const WRONG = [
  `SELECT id, 'is ' || state || ' by ' || hands || ' signatures' AS wrong
   FROM (SELECT article.*, (SELECT count(*) FROM held WHERE "articleId" = article.id) AS hands FROM article) AS a
   WHERE hands > 1 OR state IN ('signed_off', 'published') AND hands <> 1
     OR state IN ('draft', 'in_check', 'with_editor') AND hands <> 0`,
  `SELECT held."articleId", 'a signature holds for another text than the newest'
   FROM held JOIN newest USING ("articleId") WHERE held."revisionId" <> newest.id`,
  `SELECT signed."articleId", 'a signature is not for the text whose SHA-256 it names'
   FROM signed LEFT JOIN revision ON revision.id = signed."revisionId" AND revision."articleId" = signed."articleId"
   WHERE encode(sha256(convert_to(revision.text, 'UTF8')), 'hex') IS DISTINCT FROM signed.sha256`,
  `SELECT "articleId", 'revision ' || number || ' is not its SHA-256' FROM revision
   WHERE encode(sha256(convert_to(text, 'UTF8')), 'hex') <> sha256`,
  `SELECT "articleId", 'revisions are not numbered from 1' FROM revision
   GROUP BY "articleId" HAVING min(number) <> 1 OR max(number) <> count(*)`,
  `SELECT signed."articleId", 'a superseded signature does not name a newer text'
   FROM "SignOffEnd" e JOIN signed ON signed.id = e."signOffId"
   JOIN revision old ON old.id = signed."revisionId"
   LEFT JOIN revision later ON later.id = e."revisionId" AND later."articleId" = signed."articleId"
   WHERE e.kind = 'superseded' AND (later.number > old.number) IS NOT TRUE`,
  `SELECT checked.id, 'is signed off in an emergency' FROM checked JOIN held ON held.id = signature WHERE emergency`,
  `SELECT checked.id, 'C-' || c.number || ' is open and not named' FROM checked
   JOIN "Claim" c ON c."articleId" = checked.id AND c.status <> 'cut'
   WHERE (c.status <> 'checked' OR ${lacks('c."soVerdict"', 'so')}
     OR c.claimant IS NOT NULL AND ${lacks('c."saidVerdict"', 'said')}
     OR (SELECT count(*) FROM "Anchor" a WHERE a."claimId" = c.id AND a."revisionId" = checked.text) <> 1)
   AND ${unnamed('claimId', `c.id AND i.kind NOT IN ${OTHER}`)}`,
  `SELECT checked.id, 'C-' || c.number || ' has other words around it, and they are not named' FROM checked
   JOIN "Claim" c ON c."articleId" = checked.id AND c.status = 'checked' AND c."frameAfter" <> ''
   WHERE ${unnamed('claimId', `c.id AND i.kind IN ('frame_changed', 'unplaced', 'checks_disagree')`)}`,
  `SELECT checked.id, 'a blocking query is not named' FROM checked
   JOIN "Query" q ON q."articleId" = checked.id AND q.blocking AND q.state IN ('open', 'answered')
   WHERE ${unnamed('queryId', 'q.id')}`,
  `SELECT checked.id, 'a suggestion is not named' FROM checked
   JOIN "Suggestion" s ON s."articleId" = checked.id AND s.state NOT IN ('stet', 'withdrawn', 'applied')
   WHERE ${unnamed('suggestionId', 's.id')}`,
  `SELECT held."articleId", 'what is open is not accepted: ' || i.key FROM held
   JOIN "SignOffItem" i ON i."signOffId" = held.id AND NOT held.emergency
   LEFT JOIN "Acceptance" a ON a.id = i."acceptanceId" AND a."articleId" = held."articleId" AND a.key = i.key
   WHERE a.id IS NULL OR a."withdrawnAt" IS NOT NULL`,
  `SELECT article.id, 'its newest text is neither signed nor a correction' FROM article
   JOIN newest ON newest."articleId" = article.id
   WHERE state = 'corrected' AND (SELECT count(*) FROM held WHERE held."articleId" = article.id) = 0
     AND (SELECT count(*) FROM "Correction" c JOIN revision out ON out.id = c."publishedRevisionId"
       WHERE c."revisionId" = newest.id AND c."articleId" = article.id
         AND out."articleId" = article.id AND out.number < newest.number) = 0`,
  `SELECT id, 'has ' || kept || ' claims of ' || "claimCount" FROM (
     SELECT article.*, (SELECT count(*) FROM "Claim" c WHERE c."articleId" = article.id) AS kept FROM article
   ) AS a WHERE kept < "claimCount"`,
  `SELECT held."articleId", 'a signature is of somebody who is listed as a writer' FROM held
   JOIN "ArticlePerson" p ON p."articleId" = held."articleId" AND p."userId" = held."signedById"
   JOIN article ON article.id = held."articleId" JOIN "Newsroom" n ON n.id = article."newsroomId"
   WHERE p.part = 'writer' AND NOT n."selfCheck"`,
  `SELECT signed."articleId", 'somebody signed for words that they wrote' FROM signed
   JOIN revision ON revision.id = signed."revisionId"
   JOIN article ON article.id = signed."articleId" JOIN "Newsroom" n ON n.id = article."newsroomId"
   WHERE NOT n."selfCheck" AND position(signed."signedById" IN revision.written::text) > 0`,
  `SELECT c."articleId", 'C-' || c.number || ' was found to be what nobody found' FROM "Claim" c
   JOIN article ON article.id = c."articleId"
   CROSS JOIN (VALUES ('said'), ('so')) AS asked (aspect)
   CROSS JOIN LATERAL (SELECT CASE asked.aspect WHEN 'said' THEN c."saidVerdict" ELSE c."soVerdict" END) AS told (verdict)
   WHERE told.verdict IS NOT NULL AND (SELECT count(*) FROM "Verdict" v
     WHERE v."claimId" = c.id AND v.aspect::text = asked.aspect AND v.verdict = told.verdict) = 0`,
]
