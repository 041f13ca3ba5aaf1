-- CreateEnum
CREATE TYPE "DocumentNoteKind" AS ENUM ('footnote', 'endnote', 'comment', 'link');

-- CreateEnum
CREATE TYPE "DocumentNoteState" AS ENUM ('open', 'taken', 'left');

-- AlterEnum
ALTER TYPE "JobKind" ADD VALUE 'find_notes';

-- CreateTable
CREATE TABLE "Document" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "choices" JSONB NOT NULL DEFAULT '{}',
    "broughtById" TEXT NOT NULL,
    "broughtAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentNote" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "kind" "DocumentNoteKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "addresses" TEXT[],
    "author" TEXT NOT NULL DEFAULT '',
    "writtenAt" TEXT NOT NULL DEFAULT '',
    "resolved" BOOLEAN NOT NULL DEFAULT false,
    "replies" JSONB NOT NULL DEFAULT '[]',
    "start" INTEGER,
    "end" INTEGER,
    "exact" TEXT NOT NULL DEFAULT '',
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "state" "DocumentNoteState" NOT NULL DEFAULT 'open',
    "claimId" TEXT,
    "queryId" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DocumentNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Document_revisionId_key" ON "Document"("revisionId");

-- CreateIndex
CREATE INDEX "Document_articleId_idx" ON "Document"("articleId");

-- CreateIndex
CREATE INDEX "DocumentNote_articleId_state_idx" ON "DocumentNote"("articleId", "state");

-- CreateIndex
CREATE INDEX "DocumentNote_documentId_position_idx" ON "DocumentNote"("documentId", "position");

-- CreateIndex
CREATE INDEX "DocumentNote_revisionId_idx" ON "DocumentNote"("revisionId");

-- CreateIndex
CREATE INDEX "DocumentNote_claimId_idx" ON "DocumentNote"("claimId");

-- CreateIndex
CREATE INDEX "DocumentNote_queryId_idx" ON "DocumentNote"("queryId");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentNote" ADD CONSTRAINT "DocumentNote_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentNote" ADD CONSTRAINT "DocumentNote_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentNote" ADD CONSTRAINT "DocumentNote_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentNote" ADD CONSTRAINT "DocumentNote_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentNote" ADD CONSTRAINT "DocumentNote_queryId_fkey" FOREIGN KEY ("queryId") REFERENCES "Query"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was brought stays as it came.
CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "Document"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "Document"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
-- What a document says stays as it says it; only what became of it changes.
CREATE TRIGGER "said_stays" BEFORE UPDATE OF "articleId", "documentId", "revisionId", kind, position, text, addresses, author,
  "writtenAt", resolved, replies, start, "end", exact, prefix, suffix ON "DocumentNote"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "notes_stay" BEFORE DELETE ON "DocumentNote"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "DocumentNote"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Written only in the turn of its newsroom, about things of it, as every other row that a newsroom owns (0015, 0024).
DO $make$
DECLARE
  of_article text := '(SELECT article."newsroomId" FROM %I part JOIN "Article" article ON article.id = part."articleId"
      WHERE part.id = %%s) IS NOT DISTINCT FROM newsroom';
  of_person text := 'EXISTS (SELECT 1 FROM "Membership" WHERE "userId" = %s AND "newsroomId" = newsroom)';
  way jsonb := jsonb_build_object(
    'articleId', '(SELECT "newsroomId" FROM "Article" WHERE id = %s) IS NOT DISTINCT FROM newsroom',
    'revisionId', format(of_article, 'Revision'),
    'documentId', format(of_article, 'Document'),
    'claimId', format(of_article, 'Claim'),
    'queryId', format(of_article, 'Query'),
    'broughtById', of_person,
    'decidedById', of_person
  );
  kept record;
BEGIN
  FOR kept IN
    SELECT tables.name,
      string_agg(format(
        E'(NEW.%1$I IS NULL OR %2$s)', one, format(way ->> one, format('NEW.%I', one))
      ), E'\n      AND ') AS within,
      string_agg(format('NEW.%I', one), ', ') AS ids
    FROM (VALUES
      ('Document', '{articleId, revisionId, broughtById}'),
      ('DocumentNote', '{articleId, documentId, revisionId, claimId, queryId, decidedById}')
    ) AS tables (name, columns), unnest(columns::text[]) AS one
    GROUP BY tables.name
  LOOP
    EXECUTE format($function$
CREATE FUNCTION %1$I() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' THEN
    IF TG_OP <> 'DELETE' AND NOT (%2$s) THEN
      RAISE EXCEPTION 'This %% is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
    IF (TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND (%3$s) IS DISTINCT FROM (%5$s)) AND NOT (%4$s) THEN
      RAISE EXCEPTION 'This %% is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$$function$,
      'within_newsroom_' || kept.name, kept.within, kept.ids,
      replace(kept.within, 'NEW.', 'OLD.'), replace(kept.ids, 'NEW.', 'OLD.'));
    EXECUTE format('CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE OR DELETE ON %1$I
      FOR EACH ROW EXECUTE FUNCTION %2$I()', kept.name, 'within_newsroom_' || kept.name);
  END LOOP;
END
$make$;
