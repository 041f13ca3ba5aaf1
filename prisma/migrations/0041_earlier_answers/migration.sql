-- CreateEnum
CREATE TYPE "PairAnswer" AS ENUM ('same', 'related', 'not_same');

-- AlterEnum
ALTER TYPE "SearchKind" ADD VALUE 'published_check';

-- CreateTable
CREATE TABLE "EarlierAnswer" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "otherId" TEXT NOT NULL,
    "answer" "PairAnswer",
    "words" TEXT NOT NULL,
    "otherWords" TEXT NOT NULL,
    "shared" TEXT[],
    "answeredById" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EarlierAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublishedCheck" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "claim" TEXT NOT NULL,
    "claimant" TEXT NOT NULL DEFAULT '',
    "rating" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL DEFAULT '',
    "publisher" TEXT NOT NULL,
    "published" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT '',
    "broughtById" TEXT NOT NULL,
    "broughtAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PublishedCheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EarlierAnswer_claimId_answeredAt_idx" ON "EarlierAnswer"("claimId", "answeredAt" DESC);

-- CreateIndex
CREATE INDEX "EarlierAnswer_otherId_answeredAt_idx" ON "EarlierAnswer"("otherId", "answeredAt" DESC);

-- CreateIndex
CREATE INDEX "EarlierAnswer_newsroomId_answeredAt_idx" ON "EarlierAnswer"("newsroomId", "answeredAt" DESC);

-- CreateIndex
CREATE INDEX "PublishedCheck_newsroomId_publisher_broughtAt_idx" ON "PublishedCheck"("newsroomId", "publisher", "broughtAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "PublishedCheck_newsroomId_url_key" ON "PublishedCheck"("newsroomId", "url");

-- AddForeignKey
ALTER TABLE "EarlierAnswer" ADD CONSTRAINT "EarlierAnswer_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierAnswer" ADD CONSTRAINT "EarlierAnswer_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierAnswer" ADD CONSTRAINT "EarlierAnswer_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedCheck" ADD CONSTRAINT "PublishedCheck_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EarlierAnswer" ADD CONSTRAINT "earlier_answer_is_ordered" CHECK ("claimId" < "otherId");

-- What was answered stays as it was answered (0002).
CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "EarlierAnswer"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "EarlierAnswer"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Written only in the turn of its newsroom, about things of it, as every other row that a newsroom owns (0015).

CREATE FUNCTION "within_newsroom_EarlierAnswer"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' AND NOT (
    NEW."newsroomId" = newsroom
    AND (SELECT article."newsroomId" FROM "Claim" part JOIN "Article" article ON article.id = part."articleId"
      WHERE part.id = NEW."claimId") IS NOT DISTINCT FROM newsroom
    AND (SELECT article."newsroomId" FROM "Claim" part JOIN "Article" article ON article.id = part."articleId"
      WHERE part.id = NEW."otherId") IS NOT DISTINCT FROM newsroom
  ) THEN
    RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "within_newsroom" BEFORE INSERT ON "EarlierAnswer"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_EarlierAnswer"();

CREATE FUNCTION "within_newsroom_PublishedCheck"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' THEN
    IF TG_OP <> 'DELETE' AND NEW."newsroomId" <> newsroom THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
    IF TG_OP <> 'INSERT' AND OLD."newsroomId" <> newsroom THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE OR DELETE ON "PublishedCheck"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_PublishedCheck"();

-- Fact-checks of others are found by their words as everything else is (0037), and no more once they are removed. The body is not
-- read before it runs, because a new value of an enumeration cannot be named in the transaction that adds it.

CREATE FUNCTION "index_published_checks"(ids text[]) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  DELETE FROM "SearchEntry" WHERE kind = 'published_check' AND id IN (
    SELECT published.id FROM "PublishedCheck" published WHERE published.id = ANY (ids) AND "removedAt" IS NOT NULL);
  INSERT INTO "SearchEntry" (kind, id, "newsroomId", "personId", facet, words, terms, at)
  SELECT 'published_check', published.id, "newsroomId", "broughtById", '', said,
    CASE language WHEN '' THEN "search_terms"(said, '')
      ELSE ARRAY(SELECT DISTINCT unnest("search_terms"(said, language) || "search_terms"(said, ''))) END, "broughtAt"
  FROM "PublishedCheck" published CROSS JOIN LATERAL (
    SELECT concat_ws(E'\n', claim, NULLIF(claimant, ''), NULLIF(rating, ''), NULLIF(title, ''), publisher) AS said
  ) AS written
  WHERE published.id = ANY (ids) AND "removedAt" IS NULL
  ON CONFLICT (kind, id) DO UPDATE SET words = excluded.words, terms = excluded.terms, at = excluded.at,
    "personId" = excluded."personId";
END
$$;

CREATE TRIGGER "search_follows_new" AFTER INSERT ON "PublishedCheck"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "keep_search"('index_published_checks', 'id');
CREATE TRIGGER "search_follows" AFTER UPDATE ON "PublishedCheck"
  FOR EACH ROW EXECUTE FUNCTION "keep_search_of_row"('index_published_checks');
