-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "searchText" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "Source_newsroomId_kind_title_id_idx" ON "Source"("newsroomId", "kind", "title", "id");

-- A source as it is searched is worked out when it is written, and not for each row that a search looks at.

CREATE FUNCTION "keep_search_text"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW."searchText" := "searched"(NEW.title || ' ' || NEW.publisher);
  RETURN NEW;
END
$$;

CREATE TRIGGER "search_text_follows" BEFORE INSERT OR UPDATE ON "Source"
  FOR EACH ROW EXECUTE FUNCTION "keep_search_text"();

UPDATE "Source" SET "searchText" = '';

DROP INDEX "Source_pairs";
CREATE INDEX "Source_pairs" ON "Source" USING gin ("pairs"("searchText"));
