-- CreateEnum
CREATE TYPE "ContradictionKind" AS ENUM ('quantity', 'date', 'name', 'title', 'age');

-- CreateEnum
CREATE TYPE "ContradictionAnswer" AS ENUM ('one', 'other', 'both');

-- CreateTable
CREATE TABLE "ContradictionReply" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "kind" "ContradictionKind" NOT NULL,
    "oneWords" TEXT NOT NULL,
    "oneSentence" TEXT NOT NULL,
    "otherWords" TEXT NOT NULL,
    "otherSentence" TEXT NOT NULL,
    "otherClaimId" TEXT,
    "answer" "ContradictionAnswer" NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "repliedById" TEXT NOT NULL,
    "repliedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "ContradictionReply_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ContradictionReply_articleId_idx" ON "ContradictionReply"("articleId");

-- CreateIndex
CREATE INDEX "ContradictionReply_otherClaimId_idx" ON "ContradictionReply"("otherClaimId");

-- AddForeignKey
ALTER TABLE "ContradictionReply" ADD CONSTRAINT "ContradictionReply_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContradictionReply" ADD CONSTRAINT "ContradictionReply_otherClaimId_fkey" FOREIGN KEY ("otherClaimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was said stays; it is only taken back.
CREATE TRIGGER "said_stays" BEFORE UPDATE OF "articleId", kind, "oneWords", "oneSentence", "otherWords", "otherSentence", "otherClaimId",
  answer, why, "repliedById", "repliedAt" ON "ContradictionReply"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "replies_stay" BEFORE DELETE ON "ContradictionReply"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "ContradictionReply"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Written only in the turn of its newsroom, about things of it, as every other row that a newsroom owns (0015).
CREATE FUNCTION "within_newsroom_ContradictionReply"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' THEN
    IF (SELECT "newsroomId" FROM "Article" WHERE id = NEW."articleId") IS DISTINCT FROM newsroom
      OR NOT EXISTS (SELECT 1 FROM "Membership" WHERE "userId" = NEW."repliedById" AND "newsroomId" = newsroom)
      OR (NEW."otherClaimId" IS NOT NULL AND (SELECT article."newsroomId" FROM "Claim" claim
        JOIN "Article" article ON article.id = claim."articleId"
        WHERE claim.id = NEW."otherClaimId") IS DISTINCT FROM newsroom) THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE ON "ContradictionReply"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_ContradictionReply"();
