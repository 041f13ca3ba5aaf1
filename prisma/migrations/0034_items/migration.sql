-- CreateEnum
CREATE TYPE "ItemKind" AS ENUM ('ninjs', 'page');

-- AlterEnum
ALTER TYPE "JobKind" ADD VALUE 'fetch_article';

-- CreateTable
CREATE TABLE "ItemVersion" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "kind" "ItemKind" NOT NULL,
    "uri" TEXT NOT NULL,
    "version" TEXT NOT NULL DEFAULT '',
    "versionCreated" TIMESTAMPTZ(3),
    "byline" TEXT NOT NULL DEFAULT '',
    "published" TEXT NOT NULL DEFAULT '',
    "sha256" TEXT NOT NULL DEFAULT '',
    "broughtById" TEXT NOT NULL,
    "broughtAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ItemVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ItemVersion_revisionId_key" ON "ItemVersion"("revisionId");

-- CreateIndex
CREATE INDEX "ItemVersion_articleId_idx" ON "ItemVersion"("articleId");

-- CreateIndex
CREATE INDEX "ItemVersion_uri_idx" ON "ItemVersion" USING HASH ("uri");

-- AddForeignKey
ALTER TABLE "ItemVersion" ADD CONSTRAINT "ItemVersion_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemVersion" ADD CONSTRAINT "ItemVersion_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What an item said of itself stays as it was read.
CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "ItemVersion"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "ItemVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Written only in the turn of its newsroom, about things of it, as every other row that a newsroom owns (0015, 0024).
CREATE FUNCTION "within_newsroom_ItemVersion"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' AND NOT (
    (SELECT "newsroomId" FROM "Article" WHERE id = NEW."articleId") IS NOT DISTINCT FROM newsroom
    AND (SELECT "articleId" FROM "Revision" WHERE id = NEW."revisionId") IS NOT DISTINCT FROM NEW."articleId"
    AND EXISTS (SELECT 1 FROM "Membership" WHERE "userId" = NEW."broughtById" AND "newsroomId" = newsroom)
  ) THEN
    RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END
$$;
-- Rows of this table are added alone: every other change is refused before.
CREATE TRIGGER "within_newsroom" BEFORE INSERT ON "ItemVersion"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_ItemVersion"();
