-- CreateEnum
CREATE TYPE "LostPlace" AS ENUM ('changed', 'ambiguous', 'missing');

-- CreateTable
CREATE TABLE "Unplaced" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "what" "LostPlace" NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "likeness" DOUBLE PRECISION,
    "places" JSONB NOT NULL,
    "stood" INTEGER,
    "status" "WorkStatus" NOT NULL,
    "claimant" TEXT,

    CONSTRAINT "Unplaced_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Unplaced_revisionId_idx" ON "Unplaced"("revisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Unplaced_claimId_revisionId_key" ON "Unplaced"("claimId", "revisionId");

-- AddForeignKey
ALTER TABLE "Unplaced" ADD CONSTRAINT "Unplaced_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unplaced" ADD CONSTRAINT "Unplaced_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a program made of a claim's place stays on record; a person's answer is an anchor beside it.
CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "Unplaced"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "Unplaced"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
