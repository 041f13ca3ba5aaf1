-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "shakenAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "fellAt" TIMESTAMPTZ(3),
ADD COLUMN     "fellById" TEXT,
ADD COLUMN     "fellReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "mergedIntoId" TEXT;

-- CreateTable
CREATE TABLE "SourceNote" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "writtenById" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SourceNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceMerge" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "intoId" TEXT NOT NULL,
    "evidenceIds" TEXT[],
    "captureIds" TEXT[],
    "mergedById" TEXT NOT NULL,
    "mergedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneById" TEXT,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "SourceMerge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SourceNote_sourceId_writtenAt_idx" ON "SourceNote"("sourceId", "writtenAt" DESC);

-- CreateIndex
CREATE INDEX "SourceMerge_sourceId_idx" ON "SourceMerge"("sourceId");

-- CreateIndex
CREATE INDEX "SourceMerge_intoId_idx" ON "SourceMerge"("intoId");

-- CreateIndex
CREATE INDEX "Source_mergedIntoId_idx" ON "Source"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceNote" ADD CONSTRAINT "SourceNote_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceMerge" ADD CONSTRAINT "SourceMerge_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceMerge" ADD CONSTRAINT "SourceMerge_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Source" ADD CONSTRAINT "source_becomes_another" CHECK ("mergedIntoId" <> id);

-- Where a page is, without what differs between its addresses. Those that have this in common are looked at as duplicates.

CREATE FUNCTION "address_place"(url text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(regexp_replace(regexp_replace(url, '^https?://(www\.)?', '', 'i'), '/*([?#].*)?$', ''));

CREATE INDEX "Source_same_place" ON "Source"("newsroomId", md5("address_place"(url))) WHERE url <> '';
CREATE INDEX "Source_same_publication" ON "Source"("newsroomId", lower(publisher), published) WHERE publisher <> '';

-- Notes on trust stay as they were written (0002).
CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "SourceNote"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "SourceNote"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- What was kept never changes. Under which source it is filed does, where one source became another: by this function alone,
-- which the role that serves may call, while it still may not change the table.

CREATE FUNCTION "refuse_change_but_filing"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - 'sourceId' = to_jsonb(NEW) - 'sourceId' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME
    USING HINT = 'Add a new row instead of changing or removing an old one.';
END
$$;

DROP TRIGGER "append_only_rows" ON "Capture";
CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "Capture"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_but_filing"();

CREATE FUNCTION "file_captures"(ids text[], under text) RETURNS SETOF text
LANGUAGE sql VOLATILE STRICT SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE "Capture" capture SET "sourceId" = becomes.id
  FROM "Source" becomes, "Source" was
  WHERE capture.id = ANY (ids) AND becomes.id = under AND was.id = capture."sourceId"
    AND (was."mergedIntoId" = becomes.id OR becomes."mergedIntoId" = was.id)
    AND becomes."newsroomId" = current_setting('stet.newsroom', true)
    AND capture."newsroomId" = becomes."newsroomId"
  RETURNING capture.id
$$;

-- Written only in the turn of its newsroom, about things of it, as every other row that a newsroom owns (0015).
DO $make$
DECLARE
  of_own text := '(SELECT "newsroomId" FROM "Source" WHERE id = %s) IS NOT DISTINCT FROM newsroom';
  way jsonb := jsonb_build_object(
    'newsroomId', '%s = newsroom', 'mergedIntoId', of_own, 'sourceId', of_own, 'intoId', of_own);
  kept record;
BEGIN
  FOR kept IN
    SELECT tables.name,
      string_agg(format(
        E'(NEW.%1$I IS NULL OR %2$s)', one, format(way ->> one, format('NEW.%I', one))
      ), E'\n      AND ') AS within,
      string_agg(format('NEW.%I', one), ', ') AS ids
    FROM (VALUES
      ('Source', '{newsroomId, mergedIntoId}'),
      ('SourceNote', '{newsroomId, sourceId}'),
      ('SourceMerge', '{newsroomId, sourceId, intoId}')
    ) AS tables (name, columns), unnest(columns::text[]) AS one
    GROUP BY tables.name
  LOOP
    EXECUTE format($function$
CREATE OR REPLACE FUNCTION %1$I() RETURNS trigger
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
    IF kept.name <> 'Source' THEN
      EXECUTE format('CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE OR DELETE ON %1$I
        FOR EACH ROW EXECUTE FUNCTION %2$I()', kept.name, 'within_newsroom_' || kept.name);
    END IF;
  END LOOP;
END
$make$;

-- A source that became another is found as that one (0037).
CREATE OR REPLACE FUNCTION "index_sources"(ids text[]) RETURNS void
LANGUAGE sql VOLATILE AS $$
  DELETE FROM "SearchEntry" WHERE kind = 'source' AND id IN (
    SELECT source.id FROM "Source" source WHERE source.id = ANY (ids) AND "mergedIntoId" IS NOT NULL);
  INSERT INTO "SearchEntry" (kind, id, "newsroomId", "personId", facet, words, terms, at)
  SELECT 'source', id, "newsroomId", "addedById", kind::text, said, "search_terms"(said, ''), "addedAt"
  FROM "Source" CROSS JOIN LATERAL (
    SELECT concat_ws(E'\n', title, NULLIF(publisher, ''), NULLIF(origin, ''), NULLIF(url, ''), NULLIF(note, '')) AS said
  ) AS written
  WHERE id = ANY (ids) AND "mergedIntoId" IS NULL
  ON CONFLICT (kind, id) DO UPDATE SET facet = excluded.facet, words = excluded.words, terms = excluded.terms
$$;

DROP TRIGGER "search_follows" ON "Source";
CREATE TRIGGER "search_follows" AFTER UPDATE ON "Source"
  FOR EACH ROW WHEN ((OLD.kind, OLD.title, OLD.publisher, OLD.origin, OLD.url, OLD.note, OLD."mergedIntoId")
    IS DISTINCT FROM (NEW.kind, NEW.title, NEW.publisher, NEW.origin, NEW.url, NEW.note, NEW."mergedIntoId")) EXECUTE FUNCTION "keep_search_of_row"('index_sources');
