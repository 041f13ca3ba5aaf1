-- CreateEnum
CREATE TYPE "QueryTo" AS ENUM ('writer', 'editor', 'lawyer');

-- CreateEnum
CREATE TYPE "QueryState" AS ENUM ('open', 'answered', 'closed');

-- CreateEnum
CREATE TYPE "QueryStep" AS ENUM ('answered', 'closed', 'reopened');

-- CreateEnum
CREATE TYPE "ChangeReason" AS ENUM ('spelling', 'title', 'number', 'unit', 'arithmetic', 'date', 'quotation', 'attribution', 'context', 'overstatement', 'cause', 'superlative', 'translation', 'caption', 'outdated', 'legal', 'inconsistency');

-- CreateEnum
CREATE TYPE "SuggestionState" AS ENUM ('undecided', 'accepted', 'stet', 'withdrawn', 'applied');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('accepted', 'stet', 'withdrawn');

-- CreateTable
CREATE TABLE "Query" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "claimId" TEXT,
    "revisionId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "to" "QueryTo" NOT NULL,
    "toUserId" TEXT,
    "question" TEXT NOT NULL,
    "blocking" BOOLEAN NOT NULL,
    "state" "QueryState" NOT NULL DEFAULT 'open',
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Query_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QueryEntry" (
    "id" TEXT NOT NULL,
    "queryId" TEXT NOT NULL,
    "step" "QueryStep" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "writersWord" TEXT NOT NULL DEFAULT '',
    "writtenById" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QueryEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "claimId" TEXT,
    "revisionId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "reason" "ChangeReason" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "state" "SuggestionState" NOT NULL DEFAULT 'undecided',
    "appliedIn" TEXT,
    "madeById" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SuggestionDecision" (
    "id" TEXT NOT NULL,
    "suggestionId" TEXT NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "after" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "decidedById" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SuggestionDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dissent" (
    "id" TEXT NOT NULL,
    "suggestionId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "writtenById" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Dissent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "writtenById" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedById" TEXT,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mention" (
    "commentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("commentId","userId")
);

-- CreateIndex
CREATE INDEX "Query_articleId_idx" ON "Query"("articleId");

-- CreateIndex
CREATE INDEX "Query_claimId_idx" ON "Query"("claimId");

-- CreateIndex
CREATE INDEX "QueryEntry_queryId_writtenAt_idx" ON "QueryEntry"("queryId", "writtenAt");

-- CreateIndex
CREATE INDEX "Suggestion_articleId_idx" ON "Suggestion"("articleId");

-- CreateIndex
CREATE INDEX "Suggestion_claimId_idx" ON "Suggestion"("claimId");

-- CreateIndex
CREATE INDEX "SuggestionDecision_suggestionId_decidedAt_idx" ON "SuggestionDecision"("suggestionId", "decidedAt");

-- CreateIndex
CREATE INDEX "Dissent_suggestionId_idx" ON "Dissent"("suggestionId");

-- CreateIndex
CREATE INDEX "Comment_claimId_idx" ON "Comment"("claimId");

-- CreateIndex
CREATE INDEX "Mention_userId_idx" ON "Mention"("userId");

-- AddForeignKey
ALTER TABLE "Query" ADD CONSTRAINT "Query_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Query" ADD CONSTRAINT "Query_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Query" ADD CONSTRAINT "Query_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QueryEntry" ADD CONSTRAINT "QueryEntry_queryId_fkey" FOREIGN KEY ("queryId") REFERENCES "Query"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SuggestionDecision" ADD CONSTRAINT "SuggestionDecision_suggestionId_fkey" FOREIGN KEY ("suggestionId") REFERENCES "Suggestion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dissent" ADD CONSTRAINT "Dissent_suggestionId_fkey" FOREIGN KEY ("suggestionId") REFERENCES "Suggestion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- What was asked, answered, decided and objected stays as it was.

CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "QueryEntry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "QueryEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "SuggestionDecision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "SuggestionDecision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "Dissent"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "Dissent"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Of a query, a suggestion and a comment, only where they stand may change.

CREATE FUNCTION "refuse_other_words"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND
    to_jsonb(NEW) - TG_ARGV = to_jsonb(OLD) - TG_ARGV
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME
    USING HINT = 'What was written stays; only where it stands may change.';
END
$$;

CREATE TRIGGER "words_stay" BEFORE UPDATE OR DELETE ON "Query"
  FOR EACH ROW EXECUTE FUNCTION "refuse_other_words"('state');
CREATE TRIGGER "words_stay_in_table" BEFORE TRUNCATE ON "Query"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "words_stay" BEFORE UPDATE OR DELETE ON "Suggestion"
  FOR EACH ROW EXECUTE FUNCTION "refuse_other_words"('state', 'appliedIn');
CREATE TRIGGER "words_stay_in_table" BEFORE TRUNCATE ON "Suggestion"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "words_stay" BEFORE UPDATE OR DELETE ON "Comment"
  FOR EACH ROW EXECUTE FUNCTION "refuse_other_words"('resolvedById', 'resolvedAt');
CREATE TRIGGER "words_stay_in_table" BEFORE TRUNCATE ON "Comment"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
