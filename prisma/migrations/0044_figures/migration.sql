-- AlterTable
ALTER TABLE "Newsroom" ADD COLUMN     "personFigures" BOOLEAN NOT NULL DEFAULT false;

-- What happened in a period is found by when it happened.

-- CreateIndex
CREATE INDEX "Verdict_givenAt_idx" ON "Verdict"("givenAt");

-- CreateIndex
CREATE INDEX "Revision_createdAt_idx" ON "Revision"("createdAt");

-- CreateIndex
CREATE INDEX "Correction_correctedAt_idx" ON "Correction"("correctedAt");
