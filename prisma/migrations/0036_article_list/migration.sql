-- CreateTable
CREATE TABLE "ArticleActivity" (
    "articleId" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ArticleActivity_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "isShared" BOOLEAN NOT NULL DEFAULT false,
    "ownedById" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ArticleActivity_newsroomId_changedAt_articleId_idx" ON "ArticleActivity"("newsroomId", "changedAt" DESC, "articleId");

-- CreateIndex
CREATE INDEX "SavedView_newsroomId_ownedById_idx" ON "SavedView"("newsroomId", "ownedById");

-- CreateIndex
CREATE INDEX "Article_newsroomId_deadline_idx" ON "Article"("newsroomId", "deadline");

-- CreateIndex
CREATE INDEX "Article_newsroomId_editorId_idx" ON "Article"("newsroomId", "editorId");

-- AddForeignKey
ALTER TABLE "ArticleActivity" ADD CONSTRAINT "ArticleActivity_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Articles as they are listed, by whatever they are sorted. What is put away is none of them: its deadlines are the oldest, and
-- would be read first.

DROP INDEX "Article_in_work";
CREATE INDEX "Article_in_work" ON "Article"("newsroomId", deadline, "createdAt" DESC, id)
  WHERE state IN ('draft', 'in_check', 'with_editor', 'signed_off') AND "archivedAt" IS NULL;
CREATE INDEX "Article_newest" ON "Article"("newsroomId", "createdAt" DESC, id) WHERE "archivedAt" IS NULL;
CREATE INDEX "Article_of_state" ON "Article"("newsroomId", state, "createdAt" DESC, id)
  WHERE "archivedAt" IS NULL;
CREATE INDEX "Article_archived" ON "Article"("newsroomId", deadline, "createdAt" DESC, id)
  WHERE "archivedAt" IS NOT NULL;
-- A row of an index has to be short, and letters can become many when their marks are taken off.
CREATE INDEX "Article_headline" ON "Article"("newsroomId", left("searched"(headline), 80), id)
  WHERE "archivedAt" IS NULL;

-- When something last happened in an article.

CREATE FUNCTION "begin_activity"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ArticleActivity" ("articleId", "newsroomId", "changedAt")
  SELECT id, "newsroomId", "createdAt" FROM brought;
  RETURN NULL;
END
$$;

CREATE FUNCTION "keep_activity"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "ArticleActivity" activity SET "changedAt" = newest.at
  FROM (SELECT "articleId", max(at) AS at FROM entered WHERE "articleId" IS NOT NULL GROUP BY "articleId") AS newest
  WHERE activity."articleId" = newest."articleId" AND activity."changedAt" < newest.at;
  RETURN NULL;
END
$$;

CREATE TRIGGER "activity_begins" AFTER INSERT ON "Article"
  REFERENCING NEW TABLE AS brought FOR EACH STATEMENT EXECUTE FUNCTION "begin_activity"();
CREATE TRIGGER "activity_follows" AFTER INSERT ON "AuditEvent"
  REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION "keep_activity"();

INSERT INTO "ArticleActivity" ("articleId", "newsroomId", "changedAt")
SELECT id, "newsroomId", greatest(
  "createdAt", (SELECT max(at) FROM "AuditEvent" WHERE "articleId" = article.id)
) FROM "Article" article;

-- Written only in the turn of its newsroom, about things of it, as every other row that a newsroom owns (0015).

CREATE FUNCTION "within_newsroom_ArticleActivity"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' THEN
    IF TG_OP <> 'DELETE' AND NOT (NEW."newsroomId" = newsroom AND
      (SELECT "newsroomId" FROM "Article" WHERE id = NEW."articleId") IS NOT DISTINCT FROM newsroom) THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
    IF TG_OP <> 'INSERT' AND OLD."newsroomId" <> newsroom THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE OR DELETE ON "ArticleActivity"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_ArticleActivity"();

CREATE FUNCTION "within_newsroom_SavedView"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' THEN
    IF TG_OP <> 'DELETE' AND NOT (NEW."newsroomId" = newsroom AND EXISTS (
      SELECT 1 FROM "Membership" WHERE "userId" = NEW."ownedById" AND "newsroomId" = newsroom)) THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
    IF TG_OP <> 'INSERT' AND OLD."newsroomId" <> newsroom THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE OR DELETE ON "SavedView"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_SavedView"();
