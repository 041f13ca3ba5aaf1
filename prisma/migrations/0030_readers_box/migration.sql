-- CreateEnum
CREATE TYPE "ReadersBoxEndKind" AS ENUM ('revoked', 'replaced', 'superseded', 'fallen');

-- CreateTable
CREATE TABLE "ReadersBox" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "claims" INTEGER[],
    "standings" TEXT[],
    "box" JSONB NOT NULL,
    "signedById" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReadersBox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReadersBoxEnd" (
    "boxId" TEXT NOT NULL,
    "kind" "ReadersBoxEndKind" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "claims" INTEGER[],
    "endedById" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReadersBoxEnd_pkey" PRIMARY KEY ("boxId")
);

-- CreateIndex
CREATE INDEX "ReadersBox_articleId_idx" ON "ReadersBox"("articleId");

-- AddForeignKey
ALTER TABLE "ReadersBox" ADD CONSTRAINT "ReadersBox_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadersBox" ADD CONSTRAINT "ReadersBox_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadersBoxEnd" ADD CONSTRAINT "ReadersBoxEnd_boxId_fkey" FOREIGN KEY ("boxId") REFERENCES "ReadersBox"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was signed stays as it was.
CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "ReadersBox"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "ReadersBox"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "ReadersBoxEnd"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "ReadersBoxEnd"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Whoever has a newsroom's turn writes within it (0015).
CREATE FUNCTION "within_newsroom_ReadersBox"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' AND NOT (
    (SELECT "newsroomId" FROM "Article" WHERE id = NEW."articleId") IS NOT DISTINCT FROM newsroom
    AND (SELECT article."newsroomId" FROM "Revision" part JOIN "Article" article ON article.id = part."articleId"
      WHERE part.id = NEW."revisionId") IS NOT DISTINCT FROM newsroom
  ) THEN
    RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "within_newsroom" BEFORE INSERT ON "ReadersBox"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_ReadersBox"();

CREATE FUNCTION "within_newsroom_ReadersBoxEnd"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' AND (
    SELECT article."newsroomId" FROM "ReadersBox" part JOIN "Article" article ON article.id = part."articleId"
    WHERE part.id = NEW."boxId"
  ) IS DISTINCT FROM newsroom THEN
    RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "within_newsroom" BEFORE INSERT ON "ReadersBoxEnd"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_ReadersBoxEnd"();

-- It is signed for the newest text, by an editor who did not write it, unless the newsroom is set to self-check.
CREATE FUNCTION "check_readers_box"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "Article" article
    JOIN "Membership" member ON member."newsroomId" = article."newsroomId" AND member."userId" = NEW."signedById"
      AND member."removedAt" IS NULL AND member.role IN ('admin', 'editor')
    JOIN LATERAL (
      SELECT id, sha256 FROM "Revision" WHERE "articleId" = article.id ORDER BY number DESC LIMIT 1
    ) AS newest ON newest.id = NEW."revisionId" AND newest.sha256 = NEW.sha256
    WHERE article.id = NEW."articleId"
  ) THEN
    RAISE EXCEPTION 'An editor signs a reader''s box, for the newest text';
  END IF;
  PERFORM "assert_no_writer"(NEW."signedById", NEW."articleId");
  RETURN NEW;
END
$$;
CREATE TRIGGER "by_an_editor_for_the_newest_text" BEFORE INSERT ON "ReadersBox"
  FOR EACH ROW EXECUTE FUNCTION "check_readers_box"();
