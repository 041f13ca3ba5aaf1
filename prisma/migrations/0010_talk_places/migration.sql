-- CreateTable
CREATE TABLE "QueryPlace" (
    "queryId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "QueryPlace_pkey" PRIMARY KEY ("queryId","revisionId")
);

-- CreateTable
CREATE TABLE "SuggestionPlace" (
    "suggestionId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "SuggestionPlace_pkey" PRIMARY KEY ("suggestionId","revisionId")
);

-- CreateIndex
CREATE INDEX "QueryPlace_revisionId_idx" ON "QueryPlace"("revisionId");

-- CreateIndex
CREATE INDEX "SuggestionPlace_revisionId_idx" ON "SuggestionPlace"("revisionId");

-- AddForeignKey
ALTER TABLE "QueryPlace" ADD CONSTRAINT "QueryPlace_queryId_fkey" FOREIGN KEY ("queryId") REFERENCES "Query"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QueryPlace" ADD CONSTRAINT "QueryPlace_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SuggestionPlace" ADD CONSTRAINT "SuggestionPlace_suggestionId_fkey" FOREIGN KEY ("suggestionId") REFERENCES "Suggestion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SuggestionPlace" ADD CONSTRAINT "SuggestionPlace_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Where words stood in a text stays as it was.
CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "QueryPlace"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "QueryPlace"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "SuggestionPlace"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "SuggestionPlace"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
