-- CreateEnum
CREATE TYPE "OpenChecks" AS ENUM ('none', 'waiting', 'differing');

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN "openChecks" "OpenChecks" NOT NULL DEFAULT 'none';

-- CreateTable
CREATE TABLE "ArticleSource" (
    "articleId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "ArticleSource_pkey" PRIMARY KEY ("articleId","sourceId")
);

-- DropIndex
DROP INDEX "Evidence_sourceId_idx";

-- DropIndex
DROP INDEX "Source_newsroomId_idx";

-- CreateIndex
CREATE INDEX "ArticleSource_sourceId_idx" ON "ArticleSource"("sourceId");

-- CreateIndex
CREATE INDEX "Evidence_sourceId_addedAt_id_idx" ON "Evidence"("sourceId", "addedAt", "id");

-- DropIndex
DROP INDEX "Query_articleId_idx";

-- CreateIndex
CREATE INDEX "Query_articleId_state_idx" ON "Query"("articleId", "state");

-- CreateIndex
CREATE INDEX "Query_askedById_state_idx" ON "Query"("askedById", "state");

-- CreateIndex
CREATE INDEX "Query_toUserId_state_idx" ON "Query"("toUserId", "state");

-- CreateIndex
CREATE INDEX "Query_state_to_idx" ON "Query"("state", "to");

-- CreateIndex
CREATE INDEX "Source_newsroomId_addedAt_idx" ON "Source"("newsroomId", "addedAt" DESC);

-- CreateIndex
CREATE INDEX "Source_newsroomId_title_id_idx" ON "Source"("newsroomId", "title", "id");

-- CreateIndex
CREATE INDEX "Source_addedById_idx" ON "Source"("addedById");

-- CreateIndex
CREATE INDEX "QueryEntry_writtenById_idx" ON "QueryEntry"("writtenById");

-- AddForeignKey
ALTER TABLE "ArticleSource" ADD CONSTRAINT "ArticleSource_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleSource" ADD CONSTRAINT "ArticleSource_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The sources of an article, added with the evidence.

CREATE FUNCTION "keep_article_sources"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ArticleSource" ("articleId", "sourceId")
  SELECT DISTINCT "articleId", "sourceId" FROM attached JOIN "Claim" claim ON claim.id = "claimId"
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;

CREATE TRIGGER "sources_follow" AFTER INSERT ON "Evidence"
  REFERENCING NEW TABLE AS attached FOR EACH STATEMENT EXECUTE FUNCTION "keep_article_sources"();

INSERT INTO "ArticleSource" ("articleId", "sourceId")
SELECT DISTINCT "articleId", "sourceId" FROM "Evidence" JOIN "Claim" claim ON claim.id = "claimId";

-- Which checks of claims may still concern somebody. A question is done with where the newest first and the newest second
-- check are of two people, on the exact words of now, and agree, or the newest decision holds for all that came after it.

CREATE FUNCTION "open_checks"(claims text[]) RETURNS TABLE (claim text, standing "OpenChecks")
LANGUAGE sql STABLE AS $$
  SELECT claim.id, coalesce(max(CASE
    WHEN first.words = here.exact AND second.words = here.exact AND first."givenById" <> second."givenById" AND (
      first.verdict = second.verdict AND (deciding.id IS NULL OR
        (deciding."givenAt", deciding.id) < (first."givenAt", first.id) AND
        (deciding."givenAt", deciding.id) < (second."givenAt", second.id))
      OR deciding.words = here.exact AND NOT EXISTS (
        SELECT 1 FROM "Verdict" WHERE "claimId" = claim.id AND aspect = question AND verdict <> deciding.verdict
          AND ("givenAt", id) > (deciding."givenAt", deciding.id))
    ) THEN 'none'
    WHEN second.id IS NOT NULL THEN 'differing'
    WHEN EXISTS (SELECT 1 FROM "Verdict" WHERE "claimId" = claim.id) THEN 'waiting'
    ELSE 'none'
  END::"OpenChecks"), 'none')
  FROM "Claim" claim
    CROSS JOIN LATERAL unnest(CASE WHEN claim.claimant IS NULL THEN '{so}' ELSE '{said,so}' END::"Aspect"[]) AS question
    LEFT JOIN LATERAL (
      SELECT exact FROM "Anchor" JOIN "Revision" revision ON revision.id = "revisionId"
      WHERE "claimId" = claim.id ORDER BY revision.number DESC LIMIT 1
    ) AS here ON true
    LEFT JOIN LATERAL (
      SELECT * FROM "Verdict" WHERE "claimId" = claim.id AND aspect = question AND "check" = 'first'
      ORDER BY "givenAt" DESC, id DESC LIMIT 1
    ) AS first ON true
    LEFT JOIN LATERAL (
      SELECT * FROM "Verdict" WHERE "claimId" = claim.id AND aspect = question AND "check" = 'second'
      ORDER BY "givenAt" DESC, id DESC LIMIT 1
    ) AS second ON true
    LEFT JOIN LATERAL (
      SELECT * FROM "Verdict" WHERE "claimId" = claim.id AND aspect = question AND "check" = 'deciding'
      ORDER BY "givenAt" DESC, id DESC LIMIT 1
    ) AS deciding ON true
  WHERE claim.id = ANY (claims)
  GROUP BY claim.id
$$;

CREATE FUNCTION "keep_open_checks"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Claim" SET "openChecks" = standing
  FROM "open_checks"(ARRAY(SELECT DISTINCT "claimId" FROM changed)) AS found
  WHERE id = found.claim AND "openChecks" <> standing;
  RETURN NULL;
END
$$;

CREATE TRIGGER "open_checks_follow" AFTER INSERT ON "Verdict"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "keep_open_checks"();
CREATE TRIGGER "open_checks_follow" AFTER INSERT ON "Anchor"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "keep_open_checks"();
CREATE TRIGGER "open_checks_follow_back" AFTER DELETE ON "Anchor"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "keep_open_checks"();

CREATE FUNCTION "keep_own_open_checks"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Claim" SET "openChecks" = standing FROM "open_checks"(ARRAY[NEW.id]) AS found
  WHERE id = found.claim AND "openChecks" <> standing;
  RETURN NULL;
END
$$;

CREATE TRIGGER "open_checks_follow" AFTER UPDATE OF claimant ON "Claim"
  FOR EACH ROW WHEN ((OLD.claimant IS NULL) <> (NEW.claimant IS NULL)) EXECUTE FUNCTION "keep_own_open_checks"();

UPDATE "Claim" SET "openChecks" = standing
FROM "open_checks"(ARRAY(SELECT id FROM "Claim")) AS found WHERE id = found.claim AND "openChecks" <> standing;

-- What waits for somebody, by the ways in which it is asked for.

CREATE INDEX "Claim_open_in_article" ON "Claim"("articleId") WHERE "openChecks" <> 'none';
CREATE INDEX "Claim_open_by_risk" ON "Claim" USING gin (risks) WHERE "openChecks" <> 'none';
CREATE INDEX "Claim_open_as_asked" ON "Claim"("articleId") WHERE "openChecks" <> 'none' AND "secondCheckAsked";
CREATE INDEX "Claim_open_for_one" ON "Claim"("secondCheckerId") WHERE "openChecks" <> 'none';
CREATE INDEX "Claim_differing" ON "Claim"("articleId") WHERE "openChecks" = 'differing';

CREATE INDEX "Comment_unresolved" ON "Comment"(id) WHERE "resolvedAt" IS NULL;

-- Articles as they are listed: those in work by their deadline, then those that are out, newest first.

CREATE INDEX "Article_in_work" ON "Article"("newsroomId", deadline, "createdAt" DESC, id)
  WHERE state IN ('draft', 'in_check', 'with_editor', 'signed_off');
CREATE INDEX "Article_out" ON "Article"("newsroomId", "createdAt" DESC, id)
  WHERE state IN ('published', 'corrected', 'withdrawn');

-- Text as it is searched: without case, and without the marks on letters, which are not on every keyboard. It is found by
-- its pairs of characters. (The extension pg_trgm knows letters by the database's locale: in ours, only English ones.)

CREATE FUNCTION "searched"(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(regexp_replace(normalize(words, NFKD),
  '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g'));

CREATE FUNCTION "pairs"(words text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ARRAY(SELECT DISTINCT substr(words, place, 2) FROM generate_series(1, length(words) - 1) AS place);

CREATE INDEX "Source_pairs" ON "Source" USING gin ("pairs"("searched"(title || ' ' || publisher)));
CREATE INDEX "Article_pairs" ON "Article" USING gin ("pairs"("searched"(headline)));

-- A source that is on file already.
CREATE INDEX "Source_same_title" ON "Source"("newsroomId", lower(title));
CREATE INDEX "Source_same_url" ON "Source"("newsroomId", md5(url)) WHERE url <> '';

-- Lines of the log about a source or a piece of evidence, and those about the newsroom itself.

CREATE INDEX "AuditEvent_of_source" ON "AuditEvent"((data ->> 'sourceId'), seq) WHERE data ->> 'sourceId' IS NOT NULL;
CREATE INDEX "AuditEvent_of_evidence" ON "AuditEvent"((data ->> 'evidenceId'), seq) WHERE data ->> 'evidenceId' IS NOT NULL;
CREATE INDEX "AuditEvent_of_newsroom" ON "AuditEvent"("newsroomId", seq) WHERE "articleId" IS NULL;
