-- CreateEnum
CREATE TYPE "CandidateFate" AS ENUM ('accepted', 'dismissed');

-- CreateTable
CREATE TABLE "CandidateDecision" (
    "id" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "fate" "CandidateFate" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "decidedById" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "CandidateDecision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CandidateDecision_revisionId_idx" ON "CandidateDecision"("revisionId");

-- AddForeignKey
ALTER TABLE "CandidateDecision" ADD CONSTRAINT "CandidateDecision_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
