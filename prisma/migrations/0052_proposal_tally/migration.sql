-- AlterTable
ALTER TABLE "Newsroom" ADD COLUMN     "proposalsSince" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ProposalTally" (
    "newsroomId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "dismissed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ProposalTally_pkey" PRIMARY KEY ("newsroomId","rule")
);

-- AddForeignKey
ALTER TABLE "ProposalTally" ADD CONSTRAINT "ProposalTally_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was answered so far counts. A dismissal that went along into a later text was answered once: it is older than that text.
INSERT INTO "ProposalTally" ("newsroomId", rule, taken, dismissed)
SELECT article."newsroomId", decision.rule,
  count(*) FILTER (WHERE fate = 'accepted'), count(*) FILTER (WHERE fate = 'dismissed')
FROM "CandidateDecision" decision
JOIN "Revision" revision ON revision.id = decision."revisionId"
JOIN "Article" article ON article.id = revision."articleId"
WHERE decision."withdrawnAt" IS NULL AND decision."decidedAt" >= revision."createdAt"
GROUP BY 1, 2;

-- Written only in the turn of its newsroom, as every other row that a newsroom owns (0015).
CREATE FUNCTION "within_newsroom_ProposalTally"() RETURNS trigger
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
CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE OR DELETE ON "ProposalTally"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_ProposalTally"();
