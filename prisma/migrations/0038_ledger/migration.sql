-- CreateEnum
CREATE TYPE "FactKind" AS ENUM ('name', 'birth', 'place', 'figure', 'house');

-- CreateTable
CREATE TABLE "LedgerFact" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "kind" "FactKind" NOT NULL,
    "subject" TEXT NOT NULL,
    "said" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "claimId" TEXT,
    "words" TEXT NOT NULL DEFAULT '',
    "basis" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "keptById" TEXT NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),
    "retiredById" TEXT,
    "retireReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "LedgerFact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FactRuling" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "oneId" TEXT NOT NULL,
    "oneVersion" INTEGER NOT NULL,
    "otherId" TEXT NOT NULL,
    "otherVersion" INTEGER NOT NULL,
    "holdsId" TEXT,
    "reason" TEXT NOT NULL,
    "ruledById" TEXT NOT NULL,
    "ruledAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FactRuling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerDismissal" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "factId" TEXT NOT NULL,
    "factVersion" INTEGER NOT NULL,
    "why" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "dismissedById" TEXT NOT NULL,
    "dismissedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "LedgerDismissal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LedgerFact_newsroomId_retiredAt_idx" ON "LedgerFact"("newsroomId", "retiredAt");

-- CreateIndex
CREATE INDEX "LedgerFact_claimId_idx" ON "LedgerFact"("claimId");

-- CreateIndex
CREATE INDEX "FactRuling_newsroomId_idx" ON "FactRuling"("newsroomId");

-- CreateIndex
CREATE INDEX "FactRuling_oneId_idx" ON "FactRuling"("oneId");

-- CreateIndex
CREATE INDEX "FactRuling_otherId_idx" ON "FactRuling"("otherId");

-- CreateIndex
CREATE INDEX "LedgerDismissal_articleId_idx" ON "LedgerDismissal"("articleId");

-- CreateIndex
CREATE INDEX "LedgerDismissal_newsroomId_idx" ON "LedgerDismissal"("newsroomId");

-- CreateIndex
CREATE INDEX "LedgerDismissal_factId_idx" ON "LedgerDismissal"("factId");

-- AddForeignKey
ALTER TABLE "LedgerFact" ADD CONSTRAINT "LedgerFact_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerFact" ADD CONSTRAINT "LedgerFact_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactRuling" ADD CONSTRAINT "FactRuling_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactRuling" ADD CONSTRAINT "FactRuling_oneId_fkey" FOREIGN KEY ("oneId") REFERENCES "LedgerFact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactRuling" ADD CONSTRAINT "FactRuling_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "LedgerFact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerDismissal" ADD CONSTRAINT "LedgerDismissal_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerDismissal" ADD CONSTRAINT "LedgerDismissal_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerDismissal" ADD CONSTRAINT "LedgerDismissal_factId_fkey" FOREIGN KEY ("factId") REFERENCES "LedgerFact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What somebody ruled stays as it was said.
CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "FactRuling"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "FactRuling"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- A fact is retired, and never taken away; where it came from stays.
CREATE FUNCTION "keep_facts"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.id <> OLD.id OR NEW."newsroomId" <> OLD."newsroomId"
    OR NEW."claimId" IS DISTINCT FROM OLD."claimId" OR NEW.words <> OLD.words
    OR NEW."keptById" <> OLD."keptById" OR NEW."keptAt" <> OLD."keptAt" THEN
    RAISE EXCEPTION 'A fact of the ledger stays, and so does where it comes from';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "facts_stay" BEFORE UPDATE OR DELETE ON "LedgerFact"
  FOR EACH ROW EXECUTE FUNCTION "keep_facts"();

-- Written only in the turn of their newsroom, about things of it (0015).

CREATE FUNCTION "within_newsroom_LedgerFact"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' THEN
    IF TG_OP <> 'DELETE' AND NOT (NEW."newsroomId" = newsroom
      AND EXISTS (SELECT 1 FROM "Membership" WHERE "userId" = NEW."keptById" AND "newsroomId" = newsroom)
      AND (NEW."retiredById" IS NULL OR EXISTS (
        SELECT 1 FROM "Membership" WHERE "userId" = NEW."retiredById" AND "newsroomId" = newsroom))
      AND (NEW."claimId" IS NULL OR (
        SELECT article."newsroomId" FROM "Claim" claim JOIN "Article" article ON article.id = claim."articleId"
        WHERE claim.id = NEW."claimId") IS NOT DISTINCT FROM newsroom)) THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
    IF TG_OP <> 'INSERT' AND OLD."newsroomId" <> newsroom THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE OR DELETE ON "LedgerFact"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_LedgerFact"();

CREATE FUNCTION "within_newsroom_FactRuling"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' AND NOT (NEW."newsroomId" = newsroom
    AND EXISTS (SELECT 1 FROM "Membership" WHERE "userId" = NEW."ruledById" AND "newsroomId" = newsroom)
    AND (SELECT "newsroomId" FROM "LedgerFact" WHERE id = NEW."oneId") IS NOT DISTINCT FROM newsroom
    AND (SELECT "newsroomId" FROM "LedgerFact" WHERE id = NEW."otherId") IS NOT DISTINCT FROM newsroom
    AND coalesce(NEW."holdsId" IN (NEW."oneId", NEW."otherId"), true)) THEN
    RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "within_newsroom" BEFORE INSERT ON "FactRuling"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_FactRuling"();

CREATE FUNCTION "within_newsroom_LedgerDismissal"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' THEN
    IF TG_OP <> 'DELETE' AND NOT (NEW."newsroomId" = newsroom
      AND EXISTS (SELECT 1 FROM "Membership" WHERE "userId" = NEW."dismissedById" AND "newsroomId" = newsroom)
      AND (SELECT "newsroomId" FROM "Article" WHERE id = NEW."articleId") IS NOT DISTINCT FROM newsroom
      AND (SELECT "newsroomId" FROM "LedgerFact" WHERE id = NEW."factId") IS NOT DISTINCT FROM newsroom) THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
    IF TG_OP <> 'INSERT' AND OLD."newsroomId" <> newsroom THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE OR DELETE ON "LedgerDismissal"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_LedgerDismissal"();
