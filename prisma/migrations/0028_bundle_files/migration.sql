-- CreateTable
CREATE TABLE "BundleFile" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "madeForId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BundleFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BundleFile_articleId_madeForId_idx" ON "BundleFile"("articleId", "madeForId");

-- CreateIndex
CREATE INDEX "BundleFile_newsroomId_idx" ON "BundleFile"("newsroomId");

-- AddForeignKey
ALTER TABLE "BundleFile" ADD CONSTRAINT "BundleFile_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "BundleFile" ADD CONSTRAINT "bundle_file_is_named_by_its_hash" CHECK (sha256 ~ '^[0-9a-f]{64}$' AND bytes > 0);

-- Written only in the turn of its newsroom, about things of it, as every other row that a newsroom owns (0015).
CREATE FUNCTION "within_newsroom_BundleFile"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' THEN
    IF TG_OP <> 'INSERT' AND OLD."newsroomId" <> newsroom OR TG_OP <> 'DELETE' AND NOT (
      NEW."newsroomId" = newsroom
      AND (SELECT "newsroomId" FROM "Article" WHERE id = NEW."articleId") IS NOT DISTINCT FROM newsroom
      AND EXISTS (SELECT 1 FROM "Membership" WHERE "userId" = NEW."madeForId" AND "newsroomId" = newsroom)
    ) THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE OR DELETE ON "BundleFile"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_BundleFile"();
